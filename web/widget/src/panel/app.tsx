// The panel as a whole: header, the way to a person, the thread, the composer.
import { useEffect, useRef, useState } from "preact/hooks";
import { useStore } from "../live/store";
import { ClosedCard } from "../parts/cards";
import { Composer, LinkBanner } from "../parts/composer";
import { useReach } from "../parts/context";
import { Header, PersonRow, sideOf } from "../parts/header";
import { TranscriptView } from "../parts/transcript-view";

export interface AppParts {
  closable: boolean;
  /** Rises each time the page opens the panel. */
  opened: number;
  /** The panel fills the screen: focus stays inside. */
  full: boolean;
}

export function App({ closable, opened, full }: AppParts) {
  const { desk, close } = useReach();
  const state = useStore(desk.store);
  const composer = useRef<HTMLTextAreaElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [writesAgain, setWritesAgain] = useState<string | null>(null);
  const closed = sideOf(state) === "closed" && writesAgain !== state.conversation!.id;

  useEffect(() => {
    if (opened === 0 || state.conversation?.emergency) return;
    // On a phone the keyboard would cover what there is to read.
    if (matchMedia("(pointer: fine)").matches && composer.current) composer.current.focus();
    else panel.current?.querySelector("h1")?.focus();
  }, [opened]);

  return (
    <main
      ref={panel}
      class={`panel panel-${sideOf(state)}`}
      onKeyDown={(event) => {
        if (event.key === "Escape" && closable) close();
        if (event.key === "Tab" && full) keepInside(event, panel.current!);
      }}
    >
      <div class="top">
        <Header state={state} closable={closable} />
        <PersonRow state={state} />
      </div>
      <TranscriptView state={state} />
      <LinkBanner state={state} />
      {closed ? <ClosedCard onWriteAgain={() => setWritesAgain(state.conversation!.id)} /> : <Composer state={state} field={composer} />}
    </main>
  );
}

function keepInside(event: KeyboardEvent, panel: HTMLElement): void {
  const stops = [...panel.querySelectorAll<HTMLElement>("a[href],button,input,select,textarea,[tabindex='0']")];
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}
