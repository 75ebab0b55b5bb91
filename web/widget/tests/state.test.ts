import { describe, expect, test } from "vitest";
import { inMemory } from "../src/live/keep";
import { EMPTY, type PanelState, withEvent, withNewStart, withOutcome, withSnapshot } from "../src/panel/state";
import { isLookingUp, rowsOf } from "../src/panel/transcript";
import { unreadOf } from "../src/panel/unread";
import { CARD, conversation, HERE, message } from "./cast";

const own = (seq: number, key: string) => message(seq, { author: "visitor", key });
const started: PanelState = withSnapshot(EMPTY, {
  conversation: conversation({ last_seq: 2 }),
  messages: [own(1, "k1"), message(2, { kind: "answer" })],
  last_seq: 2,
  availability: HERE,
});
const kinds = (state: PanelState) => rowsOf(state).map((row) => row.type);

describe("news", () => {
  test("an answer to a write may overtake the stream without making a gap", () => {
    const ahead = withOutcome(started, { conversation: conversation({ last_seq: 4 }), message: own(4, "k4") });
    expect(ahead.cursor).toBe(2);
    const caught = withEvent(ahead, { type: "message", conversation: conversation({ last_seq: 3 }), message: message(3) });
    expect(caught.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect([caught.cursor, caught.conversation?.last_seq]).toEqual([3, 4]);
  });

  test("the same message twice is once", () => {
    const event = { type: "message", conversation: conversation({ last_seq: 3 }), message: message(3) } as const;
    expect(withEvent(withEvent(started, event), event).messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test("a snapshot that was asked for before the first message does not empty the thread", () => {
    const late = withSnapshot(started, { conversation: null, messages: [], last_seq: 0, availability: HERE });
    expect(late.messages.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test("a takeover withdraws the draft from the screen", () => {
    const drafting = withEvent(started, { type: "draft", turn_id: "t1", text: "We are op" });
    expect(drafting.draft).toEqual({ turn_id: "t1", text: "We are op" });
    const person = { name: "Maya", initials: "MO" };
    const taken = withEvent(drafting, { type: "conversation", availability: null, conversation: conversation({ state: "person", person, last_seq: 3 }) });
    expect(taken.draft).toBeNull();
    const away = { kind: "away", opens_at: null, sentence: "" } as const;
    expect(withEvent(taken, { type: "conversation", availability: away, conversation: conversation({ state: "waiting", last_seq: 3 }) }).availability).toEqual(away);
    expect(withEvent(taken, { type: "draft", turn_id: "t1", text: "We are open" }).draft).toBeNull();
  });

  test("only the draft of its own turn is withdrawn", () => {
    const drafting = withEvent(started, { type: "draft", turn_id: "t2", text: "New" });
    expect(withEvent(drafting, { type: "draft_withdrawn", turn_id: "t1" }).draft?.text).toBe("New");
    expect(withEvent(drafting, { type: "draft_withdrawn", turn_id: "t2" }).draft).toBeNull();
  });

  test("the finished answer replaces its draft", () => {
    const drafting = withEvent(started, { type: "draft", turn_id: "t1", text: "We" });
    expect(withEvent(drafting, { type: "message", conversation: conversation({ last_seq: 3 }), message: message(3) }).draft).toBeNull();
  });

  test("late news of a conversation that was left changes nothing", () => {
    const left = withNewStart(started);
    const late = withEvent(left, { type: "message", conversation: conversation({ last_seq: 3 }), message: message(3) });
    expect([late.conversation, late.messages]).toEqual([null, []]);
  });

  test("a second conversation starts with an empty thread", () => {
    const next = withOutcome(withNewStart(started), { conversation: conversation({ id: "c2", last_seq: 1 }), message: own(1, "k9") });
    expect(next.messages.map(({ key }) => key)).toEqual(["k9"]);
    expect(next.cursor).toBe(0);
  });
});

describe("the transcript", () => {
  const outgoing = { key: "k3", kind: "message", text: "and?", at: 3, state: "queued", reason: null } as const;

  test("shows what was sent at once, and once", () => {
    const sending = { ...started, outbox: [outgoing] };
    expect(rowsOf(sending).at(-1)).toMatchObject({ type: "visitor", text: "and?", delivery: "sending" });
    const arrived = withEvent(sending, { type: "message", conversation: conversation({ last_seq: 3 }), message: own(3, "k3") });
    expect(rowsOf(arrived).map((row) => row.id)).toEqual(["k1", "m2", "k3"]);
  });

  test("says truly how a message fares", () => {
    const fate = (change: object, online = true) => rowsOf({ ...started, online, outbox: [{ ...outgoing, ...change }] }).at(-1);
    expect(fate({}, false)).toMatchObject({ delivery: "waiting" });
    expect(fate({ state: "failed" })).toMatchObject({ delivery: "failed" });
    expect(fate({ state: "refused", reason: "Too long." })).toMatchObject({ delivery: "refused", reason: "Too long." });
  });

  test("has the waiting card under the reason of the handoff, and not after a person has joined", () => {
    const text = "I could not find that, so I am passing it on. We open Monday at 08:00 (Denver time).";
    const line = message(3, { author: "desk", kind: "handed_off", text });
    const waiting = withEvent(started, { type: "message", conversation: conversation({ state: "waiting", last_seq: 3 }), message: line });
    expect(kinds(waiting)).toEqual(["visitor", "agent", "agent", "waiting"]);
    expect(rowsOf(waiting)[2]).toMatchObject({ message: { text: "I could not find that, so I am passing it on." } });
    const joined = message(4, { author: "desk", kind: "taken_over" });
    const person = withEvent(waiting, { type: "message", conversation: conversation({ state: "person", last_seq: 4 }), message: joined });
    expect(kinds(person)).toEqual(["visitor", "agent", "agent", "line"]);
  });

  test("has nothing beside the emergency card", () => {
    const alarm = message(3, { author: "desk", kind: "emergency", card: CARD });
    const event = { type: "message", conversation: conversation({ state: "waiting", emergency: CARD, last_seq: 3 }), message: alarm } as const;
    expect(rowsOf(withEvent(started, event)).at(-1)).toMatchObject({ type: "emergency", active: true });
    expect(kinds(withEvent(started, event))).not.toContain("waiting");
  });

  test("looks something up only between the visitor's words and the answer", () => {
    expect(isLookingUp(started)).toBe(false);
    const asked = withEvent(started, { type: "message", conversation: conversation({ last_seq: 3 }), message: own(3, "k3") });
    expect(isLookingUp(asked)).toBe(true);
    expect(isLookingUp({ ...asked, conversation: conversation({ state: "person", last_seq: 3 }) })).toBe(false);
  });
});

test("unread counts what others wrote while the panel was closed, and nothing after it was seen", () => {
  const unread = unreadOf(inMemory(), "seen");
  const talk = conversation({ last_seq: 3 });
  const messages = [own(1, "k1"), message(2), message(3, { author: "person", person_name: "Maya" }), message(4, { author: "desk", kind: "resolved" })];
  expect(unread.count(messages, talk, false)).toEqual({ count: 2, from: "Maya" });
  expect(unread.count(messages, talk, true)).toEqual({ count: 0, from: null });
  expect(unread.count(messages, talk, false)).toEqual({ count: 0, from: null });
  expect(unread.count(messages, conversation({ id: "c2" }), false).count).toBe(2);
});
