// The thread: a log that is read once by screen readers, kept at its end unless the visitor is reading above.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isLookingUp, type Row, rowsOf } from "../panel/transcript";
import { type PanelState } from "../panel/state";
import { type Values } from "../text/fields";
import { useSpeech } from "../words/words";
import { Answer, Draft } from "./answer";
import { EmergencyCard, WaitingCard } from "./cards";
import { FormCard } from "./form-card";
import { EmergencyLine, Greeting } from "./greeting";
import { sideOf } from "./header";
import { ArrowRight } from "./icons";
import { DeskLine, PersonBubble, VisitorRow } from "./rows";

const NEAR_END_PX = 80;
const ABOVE_PX = 12;

export function TranscriptView({ state }: { state: PanelState }) {
  const { words } = useSpeech();
  const [passedOn, setPassedOn] = useState<Values>({});
  useEffect(() => setPassedOn({}), [state.conversation?.id]);
  const rows = rowsOf(state);
  const end = useEnd(rows.length + (state.draft?.text.length ?? 0) + (state.conversation?.form ? 1 : 0), rows.at(-1)?.type === "visitor");
  const conversation = state.conversation;
  const alarmed = conversation?.emergency && !rows.some((row) => row.type === "emergency");
  return (
    <div class="transcript" ref={end.box} onScroll={end.onScroll} tabIndex={0} role="region" aria-label={words.transcript}>
      <div class="transcript-inner">
        {rows.length === 0 && <Greeting settings={state.settings!} />}
        <div role="log" aria-live="polite" aria-relevant="additions" class="log">
          {rows.map((row) => (
            <RowView key={row.id + row.type} row={row} state={state} passedOn={Object.values(passedOn)} />
          ))}
          {alarmed && <EmergencyCard card={conversation.emergency!} active />}
        </div>
        {(state.draft || isLookingUp(state)) && <Draft text={state.draft?.text ?? null} />}
        {conversation?.form && conversation.state === "agent" && (
          <FormCard key={conversation.form.action_id} form={conversation.form} onSent={(values) => setPassedOn((known) => ({ ...known, ...values }))} />
        )}
        {state.typing && (
          <p class="typing">
            <span class="typing-dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {words.isTyping(state.typing)}
          </p>
        )}
        {(rows.length === 0 || sideOf(state) === "waiting") && <EmergencyLine settings={state.settings!} />}
      </div>
      {end.behind && (
        <button type="button" class="to-end" onClick={end.go}>
          {words.newMessages} <ArrowRight size={14} class="down" />
        </button>
      )}
    </div>
  );
}

function RowView({ row, state, passedOn }: { row: Row; state: PanelState; passedOn: string[] }) {
  switch (row.type) {
    case "visitor":
      return <VisitorRow row={row} />;
    case "agent":
      return <Answer message={row.message} lead={row.lead} />;
    case "person":
      return <PersonBubble row={row} initials={initialsOf(row.message.person_name, state)} />;
    case "line":
      return <DeskLine message={row.message} />;
    case "waiting":
      return <WaitingCard state={state} passedOn={passedOn} />;
    case "emergency":
      return <EmergencyCard card={row.message.card!} active={row.active} />;
  }
}

function initialsOf(name: string | null, state: PanelState): string {
  return state.faces[name ?? ""] ?? [...(name ?? "")][0] ?? "–";
}

/** The end, unless the newest row is taller: a long answer is read from its beginning, an emergency from its heading. */
function restingPlace(area: HTMLElement): number {
  const newest = area.querySelector<HTMLElement>(".emergency[role=alert]:nth-last-child(-n + 2), .log > :last-child");
  return newest ? Math.min(area.scrollHeight - area.clientHeight, newest.offsetTop - ABOVE_PX) : 0;
}

/** Follows the end while the reader is there; otherwise says that there is more. */
function useEnd(size: number, own: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const [behind, setBehind] = useState(false);
  const go = () => {
    const area = box.current!;
    area.scrollTop = restingPlace(area);
    lastTop.current = area.scrollTop;
    atEnd.current = true;
    setBehind(false);
  };
  useLayoutEffect(() => {
    if (size === 0) {
      box.current!.scrollTop = 0;
      return;
    }
    if (atEnd.current || own) go();
    else setBehind(true);
  }, [size, own]);
  useEffect(() => {
    // Somebody who types into a card, or tabs through the thread, must not lose their place.
    const observer = new ResizeObserver(() => atEnd.current && !box.current!.contains(document.activeElement) && go());
    observer.observe(box.current!.firstElementChild!);
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const area = box.current!;
    const near = restingPlace(area) - area.scrollTop < NEAR_END_PX;
    // Content that grows below is not the reader going away; only a move upwards is.
    if (near || area.scrollTop < lastTop.current) atEnd.current = near;
    lastTop.current = area.scrollTop;
    if (near) setBehind(false);
  };
  return { box, behind, go, onScroll };
}
