import type { Thread } from "@deskbell/shared/live-state";
import type { Conversation } from "@deskbell/shared/wire";
import { ArrowDown } from "lucide-react";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import { useDesk, type Unsent } from "../../live/store.ts";
import { useNow } from "../../live/clock.ts";
import { Button } from "../../ui/button.tsx";
import { dayName } from "../../ui/times.ts";
import { markRead } from "./actions.ts";
import { DeskLine } from "./desk-line.tsx";
import { entriesOf, type Entry } from "./entries.ts";
import { DraftEntry, MessageEntry, NoteEntry, UnsentEntry } from "./message-entry.tsx";

export interface TranscriptNames {
  visitor: string;
  agent: string;
  agentId: string;
  memberId: string;
  me: string;
}

interface TranscriptProps {
  row: Conversation;
  thread: Thread;
  names: TranscriptNames;
  onRetry: (unsent: Unsent) => void;
  onEdit: (unsent: Unsent) => void;
}

const NEAR_PX = 80;
const nobody: Unsent[] = [];

export function Transcript({ row, thread, names, onRetry, onEdit }: TranscriptProps) {
  const unsent = useDesk((desk) => desk.unsent[row.id] ?? nobody);
  const draft = useDesk((desk) => desk.drafts[row.id]);
  const entries = useMemo(() => entriesOf(thread, unsent), [thread, unsent]);
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const lastSeq = thread.messages.at(-1)?.seq ?? 0;

  const toEnd = () => {
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  };
  useLayoutEffect(toEnd, [row.id]);
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  }, [entries, draft, isAtEnd]);
  useKeepAtEnd(scroller, isAtEnd);
  useReadWhenSeen(end, row.id, lastSeq);

  const onScroll = () => {
    const box = scroller.current!;
    setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX);
  };
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={scroller} onScroll={onScroll} tabIndex={0} role="log" aria-label={`Conversation with ${names.visitor}`} className="page-scroll h-full px-7 pt-6 pb-5 focus-visible:-outline-offset-2 max-md:px-5">
        <div className="mx-auto max-w-[860px]">
          {entries.map((entry) => <Piece key={entry.id} entry={entry} row={row} thread={thread} names={names} onRetry={onRetry} onEdit={onEdit} />)}
          {draft && <DraftEntry text={draft.text} agent={names.agent} />}
          <Typing row={row} names={names} />
          <div ref={end} className="h-px" />
        </div>
      </div>
      {!isAtEnd && (
        <div className="absolute inset-x-0 bottom-3 flex justify-center">
          <Button className="rounded-full! shadow-float" icon={<ArrowDown size={14} aria-hidden />} onClick={toEnd}>Newest</Button>
        </div>
      )}
    </div>
  );
}

function Piece({ entry, row, thread, names, onRetry, onEdit }: TranscriptProps & { entry: Entry }) {
  switch (entry.type) {
    case "day":
      return <DayLine at={entry.at} />;
    case "message":
      return <MessageEntry message={entry.message} isContinued={entry.isContinued} names={names} />;
    case "line":
      return <DeskLine message={entry.message} words={{ ...names, fields: thread.fields, emergency: row.emergency }} />;
    case "note":
      return <NoteEntry note={entry.note} memberId={names.memberId} />;
    case "unsent":
      return <UnsentEntry conversationId={row.id} unsent={entry.unsent} me={names.me} onRetry={onRetry} onEdit={onEdit} />;
  }
}

function DayLine({ at }: { at: string }) {
  const now = useNow();
  return (
    <div className="mt-5 flex items-center gap-3 text-small text-ink-3 first:mt-0">
      <span className="h-px flex-1 bg-line" />
      <span>{dayName(at, now)}</span>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

function Typing({ row, names }: { row: Conversation; names: TranscriptNames }) {
  const now = useNow();
  const typing = useDesk((desk) => desk.typing[row.id]);
  if (!typing || typing.until < now || typing.member_id === names.memberId) return null;
  const who = typing.who === "visitor" ? names.visitor : typing.who;
  return <p role="status" className="mt-3 pl-11 text-small text-ink-3">{who} is typing…</p>;
}

/** A composer that grows or a keyboard that opens must not push the last words out of sight. */
function useKeepAtEnd(scroller: React.RefObject<HTMLDivElement | null>, isAtEnd: boolean): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box || !isAtEnd) return;
    const observer = new ResizeObserver(() => (box.scrollTop = box.scrollHeight));
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller, isAtEnd]);
}

/** Read means seen: the end of the thread is on screen and somebody is looking at this page. */
function useReadWhenSeen(end: React.RefObject<HTMLDivElement | null>, id: string, seq: number): void {
  useEffect(() => {
    if (!end.current || seq === 0) return;
    let isOnScreen = false;
    const look = () => {
      if (isOnScreen && document.visibilityState === "visible" && document.hasFocus()) markRead(id, seq);
    };
    const observer = new IntersectionObserver(([entry]) => {
      isOnScreen = entry?.isIntersecting ?? false;
      look();
    });
    observer.observe(end.current);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      observer.disconnect();
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [end, id, seq]);
}
