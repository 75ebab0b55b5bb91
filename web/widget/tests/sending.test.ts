import { describe, expect, test } from "vitest";
import { inMemory, keepIn } from "../src/live/keep";
import { Outbox, type Outgoing } from "../src/live/outbox";
import { backoffMs, Problem } from "../src/live/problem";
import { Sender } from "../src/live/sender";
import { type Outcome } from "../src/wire";
import { conversation } from "./cast";

type Reply = Problem | "lost on the way back" | "ok";

/** Stores each key once, as the server does; answers as told, then always well. */
function desk(replies: Reply[] = []) {
  const stored = new Map<string, string>();
  const outbox = new Outbox(inMemory(), "out:");
  const waits: number[] = [];
  const world = { online: true };
  const sender = new Sender({
    outbox,
    post: (outgoing: Outgoing): Promise<Outcome> => {
      const reply = replies.shift() ?? "ok";
      if (reply instanceof Problem) return Promise.reject(reply);
      stored.set(outgoing.key, outgoing.text);
      if (reply !== "ok") return Promise.reject(new TypeError("Failed to fetch"));
      return Promise.resolve({ conversation: conversation() });
    },
    alone: (work) => work(),
    online: () => world.online,
    pause: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    random: () => 1,
    sent: () => {},
    changed: () => {},
  });
  const write = (...texts: string[]) => texts.forEach((text, index) => outbox.add({ key: `key-${text}`, kind: "message", text }, index));
  return { outbox, sender, stored, waits, world, write };
}

describe("sending", () => {
  test("messages arrive in the order they were written", async () => {
    const { sender, stored, outbox, write } = desk();
    write("first", "second", "third");
    await sender.kick();
    expect([...stored.values()]).toEqual(["first", "second", "third"]);
    expect(outbox.list()).toEqual([]);
  });

  test("an answer that is lost on the way back does not make a second message", async () => {
    const { sender, stored, write } = desk(["lost on the way back"]);
    write("hello", "are you there?");
    await sender.kick();
    expect([...stored.entries()]).toEqual([
      ["key-hello", "hello"],
      ["key-are you there?", "are you there?"],
    ]);
  });

  test("a broken line is tried again, later each time, and nothing overtakes", async () => {
    const { sender, stored, waits, write } = desk([new Problem(0, "", ""), new Problem(503, "", ""), new Problem(502, "", "")]);
    write("first", "second");
    await sender.kick();
    expect([...stored.values()]).toEqual(["first", "second"]);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  test("the server's own waiting time is respected", async () => {
    const { sender, waits, write } = desk([new Problem(429, "limit_reached", "Slow down.", 7_000)]);
    write("first");
    await sender.kick();
    expect(waits).toEqual([7_000]);
  });

  test("a refused message stays with its reason and lets the next one pass", async () => {
    const { sender, outbox, stored, write } = desk([new Problem(422, "too_long", "That is too long.")]);
    write("first", "second");
    await sender.kick();
    expect([...stored.values()]).toEqual(["second"]);
    expect(outbox.list().map(({ text, state, reason }) => ({ text, state, reason }))).toEqual([
      { text: "first", state: "refused", reason: "That is too long." },
    ]);
  });

  test("offline, messages wait; back online, they go", async () => {
    const { sender, stored, world, write } = desk();
    world.online = false;
    write("first");
    await sender.kick();
    expect(stored.size).toBe(0);
    world.online = true;
    await sender.kick();
    expect([...stored.values()]).toEqual(["first"]);
  });
});

describe("the outbox", () => {
  test("survives a reload", () => {
    const keep = inMemory();
    new Outbox(keep, "out:").add({ key: "k1", kind: "message", text: "hello" }, 5);
    expect(new Outbox(keep, "out:").list()).toEqual([{ key: "k1", kind: "message", text: "hello", at: 5, state: "queued", reason: null }]);
  });

  test("keeps the order when the clock jumps back", () => {
    const outbox = new Outbox(inMemory(), "out:");
    outbox.add({ key: "z", kind: "message", text: "first" }, 1_000);
    outbox.add({ key: "a", kind: "message", text: "second" }, 10);
    expect(outbox.list().map(({ text }) => text)).toEqual(["first", "second"]);
  });

  test("what another tab has sent is not marked back to life", () => {
    const outbox = new Outbox(inMemory(), "out:");
    outbox.add({ key: "k1", kind: "message", text: "hello" }, 1);
    outbox.remove("k1");
    outbox.mark("k1", "failed");
    expect(outbox.list()).toEqual([]);
  });

  test("a damaged entry is passed over", () => {
    const keep = inMemory();
    keep.set("out:x", "{not json");
    expect(new Outbox(keep, "out:").list()).toEqual([]);
  });

  test("works when storage is blocked or full", () => {
    const blocked = keepIn(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    const full = keepIn(() => {
      const probe: Record<string, string> = {};
      return {
        getItem: (name: string) => probe[name] ?? null,
        setItem: (name: string) => {
          if (name !== "deskbell:probe") throw new DOMException("full", "QuotaExceededError");
        },
        removeItem: () => {},
      } as unknown as Storage;
    });
    for (const keep of [blocked, full]) {
      const outbox = new Outbox(keep, "out:");
      outbox.add({ key: "k1", kind: "message", text: "hello" }, 1);
      expect(outbox.list().map(({ text }) => text)).toEqual(["hello"]);
    }
  });
});

test("waiting grows to half a minute and is spread by half", () => {
  const tries = [1, 2, 3, 6, 40];
  expect(tries.map((count) => backoffMs(count, () => 1))).toEqual([1_000, 2_000, 4_000, 30_000, 30_000]);
  expect(backoffMs(3, () => 0)).toBe(2_000);
});
