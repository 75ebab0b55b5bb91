// What one signed-in browser knows of the inbox: rows, counts, what was read, and the threads it has opened.
// Snapshots put whole truths in; applyEvent (next file) moves them forward. Pure.
import type { Conversation, FieldValue, Handoff, Message, Note, Schemas } from "./wire.ts";

export const VIEWS = ["needs_person", "mine", "agent", "open", "closed"] as const;
export type View = (typeof VIEWS)[number];
export type Counts = Record<View, number>;

export type Visitor = Schemas["VisitorPanel"];

export interface Thread {
  messages: Message[];
  notes: Note[];
  fields: FieldValue[];
  handoffs: Handoff[];
  visitor: Visitor;
  position: number;
}

/** What is loaded of a view: everything up to `edge`, the last row of the last page as it was then; null when all of it is here. */
export interface LoadedView {
  next_cursor: string | null;
  edge: Conversation | null;
}

export interface LiveState {
  member_id: string;
  position: number;
  rows: Record<string, Conversation>;
  /** The log position each row was true at: an older event never overwrites a newer snapshot. */
  row_positions: Record<string, number>;
  views: Partial<Record<View, LoadedView>>;
  counts: Counts;
  counts_position: number;
  /** Counts can only be carried forward for rows that are known; otherwise they are asked for again. */
  counts_stale: boolean;
  read: Record<string, number>;
  threads: Record<string, Thread>;
}

/** A page of a view; the server counts every view with it. */
export type InboxPage = Omit<Schemas["InboxPage"], "counts"> & { counts: Record<string, number> };

export type ThreadSnapshot = Schemas["Thread"];

export function emptyState(memberId: string): LiveState {
  return {
    member_id: memberId,
    position: 0,
    rows: {},
    row_positions: {},
    views: {},
    counts: { needs_person: 0, mine: 0, agent: 0, open: 0, closed: 0 },
    counts_position: 0,
    counts_stale: false,
    read: {},
    threads: {},
  };
}

/** A page of a view, as the server answered it: the first, or one more below it. */
export function withPage(state: LiveState, view: View, page: InboxPage): LiveState {
  const last = page.conversations.at(-1) ?? state.views[view]?.edge ?? null;
  const moved = page.conversations.reduce((known, row) => withRow(known, row, page.position), state);
  return {
    ...moved,
    position: state.position === 0 ? page.position : state.position,
    views: { ...moved.views, [view]: { next_cursor: page.next_cursor, edge: page.next_cursor === null ? null : last } },
    counts: page.position >= state.counts_position ? countsOf(page) : state.counts,
    counts_position: Math.max(page.position, state.counts_position),
    counts_stale: false,
    read: mergeRead(moved.read, page.read),
  };
}

export function countsOf({ counts }: InboxPage): Counts {
  const of = (view: View) => counts[view] ?? 0;
  return { needs_person: of("needs_person"), mine: of("mine"), agent: of("agent"), open: of("open"), closed: of("closed") };
}

export function withThread(state: LiveState, snapshot: ThreadSnapshot): LiveState {
  const { conversation, read_seq, ...thread } = snapshot;
  const moved = withRow(state, conversation, snapshot.position);
  return {
    ...moved,
    read: mergeRead(moved.read, { [conversation.id]: read_seq }),
    threads: { ...moved.threads, [conversation.id]: thread },
  };
}

export function withRow(state: LiveState, row: Conversation, position: number): LiveState {
  if (position < (state.row_positions[row.id] ?? -1)) return state;
  return {
    ...state,
    rows: { ...state.rows, [row.id]: row },
    row_positions: { ...state.row_positions, [row.id]: position },
  };
}

/** Reading never goes backwards. */
export function mergeRead(known: Record<string, number>, heard: Record<string, number>): Record<string, number> {
  const merged = { ...known };
  for (const [id, seq] of Object.entries(heard)) merged[id] = Math.max(merged[id] ?? 0, seq);
  return merged;
}
