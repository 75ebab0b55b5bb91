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

export function TranscriptView({ state }: { state: PanelState }) {
  const { words } = useSpeech();
  const [passedOn, setPassedOn] = useState<Values>({});
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
          <FormCard key={conversation.form.action_id} form={conversation.form} onSent={setPassedOn} />
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
  const person = state.conversation?.person;
  if (person && person.name === name) return person.initials;
  return (name ?? "").slice(0, 2).toLocaleUpperCase() || "–";
}

/** Follows the end while the reader is there; otherwise says that there is more. */
function useEnd(size: number, own: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);
  const go = () => {
    const area = box.current!;
    area.scrollTop = area.scrollHeight;
    atEnd.current = true;
    setBehind(false);
  };
  useLayoutEffect(() => {
    if (size === 0) return;
    if (atEnd.current || own) go();
    else setBehind(true);
  }, [size, own]);
  useEffect(() => {
    const observer = new ResizeObserver(() => atEnd.current && go());
    observer.observe(box.current!.firstElementChild!);
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const area = box.current!;
    atEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_END_PX;
    if (atEnd.current) setBehind(false);
  };
  return { box, behind, go, onScroll };
}
