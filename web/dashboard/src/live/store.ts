// The one place that holds the inbox in this tab: the logged state, and what is only passing by (drafts, typing, sends).
import { applyEvent, withMessage } from "@deskbell/shared/apply-event";
import type { Ephemeral, MemberEvent } from "@deskbell/shared/events";
import { emptyState, VIEWS, withRow, type LiveState } from "@deskbell/shared/live-state";
import type { LineState } from "@deskbell/shared/live-line";
import { belongs, instantKey } from "@deskbell/shared/views";
import type { Conversation, Message, Note } from "@deskbell/shared/wire";
import { useSyncExternalStore } from "react";

export interface Unsent {
  key: string;
  kind: "reply" | "note";
  text: string;
  at: string;
  state: "sending" | "failed";
  problem: string | null;
}

export interface Desk {
  live: LiveState;
  line: LineState;
  drafts: Record<string, { turn_id: string; text: string }>;
  typing: Record<string, { who: string; member_id: string | null; until: number }>;
  unsent: Record<string, Unsent[]>;
}

const TYPING_MS = 6_000;

let desk: Desk = blank("");
const listeners = new Set<() => void>();

function blank(memberId: string): Desk {
  return { live: emptyState(memberId), line: "connecting", drafts: {}, typing: {}, unsent: {} };
}

export function readDesk(): Desk {
  return desk;
}

export function changeDesk(change: (before: Desk) => Desk): void {
  const after = change(desk);
  if (after === desk) return;
  desk = after;
  for (const listener of listeners) listener();
}

export const changeLive = (change: (before: LiveState) => LiveState): void =>
  changeDesk((before) => {
    const live = change(before.live);
    return live === before.live ? before : { ...before, live };
  });

export function startDesk(memberId: string): void {
  changeDesk(() => blank(memberId));
}

/** `read` must return something that keeps its identity while it does not change. */
export function useDesk<T>(read: (desk: Desk) => T): T {
  return useSyncExternalStore(subscribe, () => read(desk));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function hear(event: MemberEvent): void {
  changeDesk((before) => {
    const live = applyEvent(before.live, event);
    if (live === before.live) return before;
    return withoutAnswered({ ...before, live }, event);
  });
}

/** A message that has arrived ends its draft, its author's typing and its own waiting place. */
function withoutAnswered(now: Desk, { event }: MemberEvent): Desk {
  if (!("conversation_id" in event)) return now;
  const id = event.conversation_id;
  let { drafts, typing, unsent } = now;
  if ("conversation" in event && event.conversation.state !== "agent") drafts = without(drafts, id);
  if ("message" in event) {
    if (event.message.author === "agent") drafts = without(drafts, id);
    if (event.message.author === "visitor" || event.message.author === "member") typing = without(typing, id);
    unsent = delivered(unsent, id, event.message.key);
  }
  if (event.type === "conversation.note_added") unsent = delivered(unsent, id, event.note.key);
  return { ...now, drafts, typing, unsent };
}

export function overhear(said: Ephemeral): void {
  changeDesk((before) => {
    const id = said.conversation_id;
    switch (said.type) {
      case "draft":
        return { ...before, drafts: { ...before.drafts, [id]: { turn_id: said.turn_id, text: said.text } } };
      case "draft_withdrawn":
        return { ...before, drafts: without(before.drafts, id) };
      case "typing":
        return { ...before, typing: { ...before.typing, [id]: { who: said.who, member_id: said.member_id, until: Date.now() + TYPING_MS } } };
      default:
        return before;
    }
  });
}

/** What a command answered, at once; the event that follows finds nothing left to change. */
export function putRow(row: Conversation): void {
  changeLive((live) => {
    const before = live.rows[row.id];
    if (before && instantKey(before.updated_at) > instantKey(row.updated_at)) return live;
    const counts = { ...live.counts };
    for (const view of VIEWS) {
      const was = before ? belongs(before, view, live.member_id) : belongs(row, view, live.member_id);
      counts[view] += Number(belongs(row, view, live.member_id)) - Number(was);
    }
    return { ...withRow(live, row, live.row_positions[row.id] ?? live.position), counts };
  });
}

export function putMessage(message: Message): void {
  changeDesk((before) => {
    const thread = before.live.threads[message.conversation_id];
    const unsent = delivered(before.unsent, message.conversation_id, message.key);
    if (!thread) return { ...before, unsent };
    const threads = { ...before.live.threads, [message.conversation_id]: { ...thread, messages: withMessage(thread.messages, message) } };
    return { ...before, unsent, live: { ...before.live, threads } };
  });
}

export function putNote(note: Note): void {
  changeDesk((before) => {
    const thread = before.live.threads[note.conversation_id];
    const unsent = delivered(before.unsent, note.conversation_id, note.key);
    if (!thread || thread.notes.some(({ id }) => id === note.id)) return { ...before, unsent };
    const threads = { ...before.live.threads, [note.conversation_id]: { ...thread, notes: [...thread.notes, note] } };
    return { ...before, unsent, live: { ...before.live, threads } };
  });
}

export function putUnsent(conversationId: string, entry: Unsent): void {
  changeDesk((before) => {
    const others = (before.unsent[conversationId] ?? []).filter(({ key }) => key !== entry.key);
    return { ...before, unsent: { ...before.unsent, [conversationId]: [...others, entry] } };
  });
}

export function dropUnsent(conversationId: string, key: string): void {
  changeDesk((before) => ({ ...before, unsent: delivered(before.unsent, conversationId, key) }));
}

function delivered(unsent: Desk["unsent"], id: string, key: string): Desk["unsent"] {
  const left = unsent[id]?.filter((entry) => entry.key !== key);
  if (!left || left.length === unsent[id]!.length) return unsent;
  return left.length ? { ...unsent, [id]: left } : without(unsent, id);
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  if (!(key in record)) return record;
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
