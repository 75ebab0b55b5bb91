// A thread as a transcript: days, messages, lines of the desk, notes, and what is still on its way. Pure.
import type { Thread } from "@deskbell/shared/live-state";
import type { Message, Note } from "@deskbell/shared/wire";

import type { Unsent } from "../../live/store.ts";
import { MINUTE } from "../../ui/times.ts";

export type Entry =
  | { type: "day"; id: string; at: string }
  | { type: "message"; id: string; message: Message; isContinued: boolean }
  | { type: "line"; id: string; message: Message }
  | { type: "note"; id: string; note: Note }
  | { type: "unsent"; id: string; unsent: Unsent };

const SPOKEN: ReadonlySet<Message["kind"]> = new Set(["text", "answer", "question"]);
const TOGETHER_MS = 3 * MINUTE;

export function entriesOf(thread: Pick<Thread, "messages" | "notes">, unsent: Unsent[]): Entry[] {
  const entries: Entry[] = [];
  let before: Message | null = null;
  let day = "";
  const open = (at: string) => {
    const name = new Date(at).toDateString();
    if (name !== day) entries.push({ type: "day", id: `day-${name}`, at });
    day = name;
  };
  for (const piece of inOrder(thread)) {
    open(piece.at);
    if ("after_seq" in piece) {
      entries.push({ type: "note", id: piece.id, note: piece });
      before = null;
    } else if (SPOKEN.has(piece.kind)) {
      entries.push({ type: "message", id: piece.id, message: piece, isContinued: continues(before, piece) });
      before = piece;
    } else {
      entries.push({ type: "line", id: piece.id, message: piece });
      before = null;
    }
  }
  for (const waiting of unsent) entries.push({ type: "unsent", id: waiting.key, unsent: waiting });
  return entries;
}

/** The server's order, not the clock's: a note stands after the message it followed. */
function inOrder({ messages, notes }: Pick<Thread, "messages" | "notes">): (Message | Note)[] {
  const place = (piece: Message | Note) => ("after_seq" in piece ? piece.after_seq + 0.5 : piece.seq);
  return [...messages, ...notes].sort((a, b) => place(a) - place(b) || (a.at < b.at ? -1 : 1));
}

function continues(before: Message | null, message: Message): boolean {
  if (!before || before.author !== message.author || before.member_id !== message.member_id) return false;
  return Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS && before.sources.length === 0;
}
