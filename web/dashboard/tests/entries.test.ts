import { expect, test } from "vitest";

import { entriesOf } from "../src/pages/inbox/entries.ts";
import { message } from "./example.ts";

const note = (after_seq: number) => ({
  id: `n${after_seq}`, conversation_id: "c1", key: `note-${after_seq}`, member_id: "ben", member_name: "Ben", text: "Refunded before", at: "2026-01-05T10:01:30Z", after_seq,
});
const shape = (entries: ReturnType<typeof entriesOf>) => entries.map(({ type, id }) => `${type} ${id}`);

test("a day opens with its name, once", () => {
  const messages = [message({ id: "m1" }), message({ id: "m2", seq: 2, at: "2026-01-05T10:30:00Z" }), message({ id: "m3", seq: 3, at: "2026-01-06T10:00:00Z" })];
  expect(shape(entriesOf({ messages, notes: [] }, []))).toEqual([
    "day day-Mon Jan 05 2026", "message m1", "message m2", "day day-Tue Jan 06 2026", "message m3",
  ]);
});

test("a note stands after the message it followed, whatever the clocks say", () => {
  const messages = [message({ id: "m1", at: "2026-01-05T10:05:00Z" }), message({ id: "m2", seq: 2, at: "2026-01-05T10:06:00Z" })];
  expect(shape(entriesOf({ messages, notes: [note(1)] }, [])).slice(1)).toEqual(["message m1", "note n1", "message m2"]);
});

test("words in quick succession by one person stand under one name", () => {
  const messages = [message({ id: "m1" }), message({ id: "m2", seq: 2, at: "2026-01-05T10:01:00Z" }), message({ id: "m3", seq: 3, author: "agent", kind: "answer", at: "2026-01-05T10:01:10Z" })];
  const continued = entriesOf({ messages, notes: [] }, []).flatMap((entry) => (entry.type === "message" ? [entry.isContinued] : []));
  expect(continued).toEqual([false, true, false]);
});

test("a change of holder is a line, and what is on its way stands last", () => {
  const messages = [message({ id: "m1" }), message({ id: "m2", seq: 2, author: "desk", kind: "taken_over" })];
  const unsent = { key: "k9", kind: "reply" as const, text: "Hello", at: "2026-01-05T09:00:00Z", state: "sending" as const, problem: null };
  expect(shape(entriesOf({ messages, notes: [] }, [unsent])).slice(1)).toEqual(["message m1", "line m2", "unsent k9"]);
});
