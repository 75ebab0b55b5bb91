import { withPage, withThread } from "@deskbell/shared/live-state";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { changeLive, hear, overhear, putRow, readDesk, startDesk } from "../src/live/store.ts";
import { close, resend, sendReply, takeOver } from "../src/pages/inbox/actions.ts";
import { message, row } from "./example.ts";

const counts = { needs_person: 1, mine: 0, agent: 0, open: 1, closed: 0 };
const waiting = row({ state: "waiting", waiting_since: "2026-01-05T10:00:00Z" });
const visitor = { id: "v1", name: "Vera", email: null, first_seen_at: "2026-01-05T10:00:00Z", page: null, earlier: [] };
const thread = { messages: [message()], notes: [], fields: [], handoffs: [], visitor, position: 10 };

/** What the server will answer, in order; everything asked is kept. */
let answers: [status: number, body: unknown][];
let asked: { method: string; path: string; body: Record<string, unknown> }[];

beforeEach(() => {
  answers = [];
  asked = [];
  vi.stubGlobal("fetch", (path: string, { method, body }: { method: string; body: string | null }) => {
    asked.push({ method, path, body: body ? (JSON.parse(body) as Record<string, unknown>) : {} });
    const [status, said] = answers.shift() ?? [0, null];
    return status === 0 ? Promise.reject(new TypeError("network")) : Promise.resolve(new Response(JSON.stringify(said), { status }));
  });
  startDesk("ben");
  changeLive((live) => withPage(live, "needs_person", { conversations: [waiting], next_cursor: null, counts, read: {}, position: 10 }));
  changeLive((live) => withThread(live, { ...thread, conversation: waiting, read_seq: 0 }));
});
afterEach(() => vi.unstubAllGlobals());

const mine = row({ state: "member", holder_id: "ben", holder_name: "Ben", epoch: 2, updated_at: "2026-01-05T10:01:00Z" });
const reply = (key: string) => message({ id: "m2", seq: 2, key, author: "member", member_id: "ben", text: "Hello Vera" });
const onItsWay = () => readDesk().unsent.c1?.map(({ key, text, state }) => ({ key, text, state }));

test("taking over moves the counts at once, and the event that follows changes nothing more", async () => {
  answers = [[200, mine]];
  await takeOver("c1");
  expect(readDesk().live.counts).toEqual({ ...counts, needs_person: 0, mine: 1 });

  const line = message({ id: "m2", seq: 2, kind: "taken_over", author: "desk" });
  hear({ position: 11, event: { type: "conversation.taken_over", at: mine.updated_at, conversation_id: "c1", conversation: mine, message: line, taken_from: null } });
  expect(readDesk().live.counts).toEqual({ ...counts, needs_person: 0, mine: 1 });
});

test("a late answer never overwrites what was heard since", () => {
  const newer = row({ state: "resolved", updated_at: "2026-01-05T11:00:00Z" });
  putRow(newer);
  putRow(mine);
  expect(readDesk().live.rows.c1).toEqual(newer);
});

test("words that did not arrive stay, and a retry sends them under the same key", async () => {
  await sendReply("c1", "Hello Vera", "k2");
  expect(onItsWay()).toEqual([{ key: "k2", text: "Hello Vera", state: "failed" }]);

  answers = [[200, { message: reply("k2"), conversation: mine }]];
  await resend("c1", readDesk().unsent.c1![0]!);
  expect(onItsWay()).toBeUndefined();
  expect(readDesk().live.threads.c1!.messages.map(({ key }) => key)).toEqual(["k1", "k2"]);
  expect(asked.map(({ body }) => body.key)).toEqual(["k2", "k2"]);
});

test("words that arrived although their answer was lost are not shown twice", async () => {
  await sendReply("c1", "Hello Vera", "k2");
  hear({ position: 11, event: { type: "conversation.message_posted", at: mine.updated_at, conversation_id: "c1", conversation: mine, message: reply("k2") } });
  expect(onItsWay()).toBeUndefined();
  expect(readDesk().live.threads.c1!.messages).toHaveLength(2);
});

test("a colleague who was quicker is named, and nothing is left hanging", async () => {
  answers = [
    [409, { code: "held_by_colleague", message: "Ada has this.", detail: { holder_id: "ada", holder_name: "Ada" } }],
    [200, { ...thread, conversation: waiting, read_seq: 0 }],
  ];
  expect(await sendReply("c1", "Hello Vera", "k2")).toEqual({ kind: "held", holderId: "ada", holderName: "Ada" });
  expect(onItsWay()).toBeUndefined();
});

test("a thread that changed meanwhile is read again before anything is sent", async () => {
  const missed = message({ id: "m2", seq: 2, key: "v2", text: "Never mind, found it" });
  answers = [
    [409, { code: "thread_changed", message: "Look again.", detail: { last_seq: 2 } }],
    [200, { ...thread, messages: [message(), missed], conversation: waiting, read_seq: 0, position: 12 }],
  ];
  expect(await sendReply("c1", "Hello Vera", "k2")).toEqual({ kind: "changed", sinceSeq: 1 });
  expect(readDesk().live.threads.c1!.messages).toEqual([message(), missed]);
});

test("closing tells the server what was seen, so that a new message stops it", async () => {
  answers = [[409, { code: "new_message", message: "Vera wrote.", detail: { last_seq: 2 } }], [200, { ...thread, conversation: waiting, read_seq: 0 }]];
  expect(await close("c1")).toEqual({ kind: "new_message", sinceSeq: 1 });
  expect(asked[0]).toEqual({ method: "POST", path: "/api/conversations/c1/resolution", body: { seen_seq: 1, disposition: null } });
});

test("an emergency is closed with what came of it, and without a word on that it stays open", async () => {
  answers = [[409, { code: "disposition_needed", message: "Say what came of it.", detail: {} }], [200, { ...thread, conversation: waiting, read_seq: 0 }], [200, { ...waiting, state: "resolved" }]];
  expect(await close("c1")).toEqual({ kind: "disposition_needed" });
  expect(await close("c1", "reached")).toBeNull();
  expect(asked.at(-1)).toEqual({ method: "POST", path: "/api/conversations/c1/resolution", body: { seen_seq: 1, disposition: "reached" } });
});

test("an answer under the same key as another text is a failure that keeps the words", async () => {
  answers = [[409, { code: "key_reused", message: "Another message was already sent under this key.", detail: {} }]];
  expect(await sendReply("c1", "Hello Vera", "k2")).toBeNull();
  expect(readDesk().unsent.c1?.[0]?.problem).toBe("Another message was already sent under this key.");
});

test("the agent's unfinished words go when somebody takes over", () => {
  overhear({ type: "draft", conversation_id: "c1", turn_id: "t1", text: "We are op" } as never);
  expect(readDesk().drafts.c1?.text).toBe("We are op");
  const line = message({ id: "m2", seq: 2, kind: "taken_over", author: "desk" });
  hear({ position: 11, event: { type: "conversation.taken_over", at: mine.updated_at, conversation_id: "c1", conversation: mine, message: line, taken_from: null } });
  expect(readDesk().drafts).toEqual({});
});
