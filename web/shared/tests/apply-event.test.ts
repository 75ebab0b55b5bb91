import { expect, test } from "vitest";

import { applyEvent, withLoadedThread } from "../src/apply-event.ts";
import type { DeskEvent } from "../src/events.ts";
import { emptyState, withPage, withThread, type LiveState, type Thread } from "../src/live-state.ts";
import { rowsOf } from "../src/views.ts";
import { message, row } from "./example.ts";

const none = { needs_person: 0, mine: 0, agent: 0, open: 0, closed: 0 };
const visitor = { id: "v1", name: "Vera", email: null, first_seen_at: "2026-01-05T10:00:00Z", page: null, earlier: [] };
const thread: Thread = { messages: [message()], notes: [], fields: [], handoffs: [], visitor, position: 10 };

function inbox(...rows: ReturnType<typeof row>[]): LiveState {
  const counts = { ...none, agent: rows.length, open: rows.length };
  return withPage(emptyState("ben"), "open", { conversations: rows, next_cursor: null, counts, read: {}, position: 10 });
}

const waiting = row({ state: "waiting", waiting_since: "2026-01-05T10:01:00Z", epoch: 2, last_seq: 2, updated_at: "2026-01-05T10:01:00Z" });
const handedOff: DeskEvent = {
  type: "conversation.handed_off",
  at: "2026-01-05T10:01:00Z",
  conversation_id: "c1",
  conversation: waiting,
  message: message({ id: "m2", seq: 2, kind: "handed_off", author: "desk", text: "You asked for a person." }),
  handoff: {
    id: "h1", conversation_id: "c1", at: "2026-01-05T10:01:00Z", reason: "asked_for_person", label: "Asked for a person",
    rule_id: null, rule_version: null, route_id: null, route_version: null, matched: null, score: null, question: null, tried: [], language: null,
  },
};

test("a handoff moves the row, its counts and its thread", () => {
  const before = withThread(inbox(row()), { ...thread, conversation: row(), read_seq: 1 });

  const after = applyEvent(before, { position: 11, event: handedOff });

  expect(after.rows).toEqual({ c1: waiting });
  expect(after.counts).toEqual({ ...none, needs_person: 1, open: 1 });
  expect(after.threads.c1).toEqual({
    ...thread,
    messages: [message(), handedOff.message],
    handoffs: [handedOff.handoff],
    position: 11,
  });
  expect(after.position).toBe(11);
});

test("hearing an event twice changes nothing the second time", () => {
  const once = applyEvent(inbox(row()), { position: 11, event: handedOff });
  expect(applyEvent(once, { position: 11, event: handedOff })).toBe(once);
});

test("an event older than the snapshot of its thread leaves the thread and the row alone", () => {
  const newer = row({ state: "resolved", epoch: 5 });
  const before = withThread(inbox(row()), { ...thread, position: 20, conversation: newer, read_seq: 1 });

  const after = applyEvent(before, { position: 11, event: handedOff });

  expect(after.rows.c1).toEqual(newer);
  expect(after.threads.c1).toBe(before.threads.c1);
});

test("a row nobody has loaded appears, and the counts ask to be read again", () => {
  const after = applyEvent(inbox(), { position: 11, event: handedOff });
  expect(after.rows.c1).toEqual(waiting);
  expect(after.counts_stale).toBe(true);
});

test("a new conversation is counted at once", () => {
  const started: DeskEvent = { type: "conversation.started", at: "2026-01-05T10:00:00Z", conversation_id: "c1", conversation: row() };
  const after = applyEvent(inbox(), { position: 11, event: started });
  expect(after.counts).toEqual({ ...none, agent: 1, open: 1 });
  expect(after.counts_stale).toBe(false);
});

test("only my own reading clears my unread dot", () => {
  const read = (member_id: string): DeskEvent => ({ type: "conversation.read", at: "2026-01-05T10:02:00Z", conversation_id: "c1", member_id, seq: 2 });
  const colleague = applyEvent(inbox(row()), { position: 11, event: read("ada") });
  expect(colleague.read).toEqual({});
  expect(applyEvent(colleague, { position: 12, event: read("ben") }).read).toEqual({ c1: 2 });
});

test("emergencies stand above those who wait longer", () => {
  const emergency = { raised_at: "2026-01-05T11:00:00Z", kind: "cardiac", acknowledged_by: null, acknowledged_at: null, disposition: null, disposed_by: null, disposed_at: null, card: { heading: "Call now.", sentence: "", numbers: [], footnote: "", after: "" } };
  const state = inbox(
    row({ id: "late", state: "waiting", waiting_since: "2026-01-05T10:30:00Z" }),
    row({ id: "long", state: "waiting", waiting_since: "2026-01-05T09:00:00Z" }),
    row({ id: "urgent", state: "waiting", priority: "emergency", emergency }),
  );
  expect(rowsOf(state, "needs_person").map(({ id }) => id)).toEqual(["urgent", "long", "late"]);
});

test("a whole second is earlier than its fractions", () => {
  const state = inbox(
    row({ id: "fraction", state: "waiting", waiting_since: "2026-01-05T10:00:00.500000Z" }),
    row({ id: "whole", state: "waiting", waiting_since: "2026-01-05T10:00:00Z" }),
  );
  expect(rowsOf(state, "needs_person").map(({ id }) => id)).toEqual(["whole", "fraction"]);
});

test("rows behind the last loaded page stay there until they are asked for", () => {
  const page = { conversations: [row({ id: "new", updated_at: "2026-01-05T12:00:00Z" }), row({ id: "edge", updated_at: "2026-01-05T11:00:00Z" })], next_cursor: "more", counts: none, read: {}, position: 10 };
  const state = withPage(emptyState("ben"), "open", page);
  const old = { ...handedOff, conversation_id: "old", conversation: row({ id: "old", updated_at: "2026-01-01T00:00:00Z" }) };
  const moved = { ...handedOff, conversation_id: "edge", conversation: row({ id: "edge", updated_at: "2026-01-05T13:00:00Z" }) };
  const after = [old, moved].reduce((known, event, index) => applyEvent(known, { position: 11 + index, event }), state);
  expect(rowsOf(after, "open").map(({ id }) => id)).toEqual(["edge", "new"]);
});

test("what was heard while a thread was being read is in it", () => {
  const heard = { position: 11, event: handedOff };
  const moved = applyEvent(inbox(row()), heard);
  const snapshotFromBefore = { ...thread, conversation: row(), read_seq: 1 };

  const loaded = withLoadedThread(moved, snapshotFromBefore, [heard]);

  expect(loaded.threads.c1?.messages).toEqual([message(), handedOff.message]);
  expect(loaded.rows.c1).toEqual(waiting);
  expect(withThread(moved, snapshotFromBefore).threads.c1?.messages).toEqual([message()]);
});

test("what the read thread holds already, and what is of another conversation, is not added again", () => {
  const heard = { position: 11, event: handedOff };
  const other = { position: 12, event: { ...handedOff, conversation_id: "c2" } };
  const snapshotOfNow = { ...thread, position: 11, conversation: waiting, read_seq: 1 };

  const loaded = withLoadedThread(applyEvent(inbox(row()), heard), snapshotOfNow, [heard, other]);

  expect(loaded.threads.c1?.messages).toEqual([message()]);
});

test("what happens in a set-up check is in no view, in no count, and no row", () => {
  const before = inbox(row());
  const event: DeskEvent = { ...handedOff, conversation_id: "check", conversation: { ...waiting, id: "check", is_check: true } };

  const after = applyEvent(before, { position: 11, event });

  expect(after).toEqual({ ...before, position: 11 });
  expect(applyEvent(before, { position: 11, event: { ...event, conversation: { ...waiting, id: "check" } } }).rows.check).toBeDefined();
});
