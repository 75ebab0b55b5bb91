import { describe, expect, test } from "vitest";
import { Feed, type FeedParts } from "../src/live/feed";
import { Problem } from "../src/live/problem";
import { FrameReader } from "../src/live/sse";
import { EMPTY, type PanelState, withEvent, withPolled, withSnapshot } from "../src/panel/state";
import { type VisitorMessage } from "../src/wire";
import { conversation, HERE, message } from "./cast";

const frame = (event: string, payload: object, id?: number) => `${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`;
const talk = (messages: VisitorMessage[]) => conversation({ last_seq: messages.length });

/** A server with a log; each stream sends what is told, then breaks or resumes. The feed stops after `rounds` snapshots. */
function server(streams: ((log: VisitorMessage[]) => string)[], rounds: number) {
  const log: VisitorMessage[] = [message(1)];
  const seen: string[] = [];
  let state: PanelState = EMPTY;
  let snapshots = 0;
  const parts: FeedParts = {
    snapshot: async () => {
      snapshots += 1;
      if (snapshots > rounds) feed.stop();
      seen.push("snapshot");
      return { conversation: talk(log), messages: [...log], last_seq: log.length, availability: HERE };
    },
    stream: async (after) => {
      seen.push(`stream after ${after}`);
      const text = streams.shift();
      if (!text) throw new Problem(0, "", "");
      return new Response(text(log));
    },
    poll: async (after) => {
      seen.push(`poll after ${after}`);
      log.push(message(log.length + 1));
      if (log.length > 4) throw new Problem(401, "", "");
      return { messages: log.slice(after), conversation: talk(log), last_seq: log.length };
    },
    cursor: () => state.cursor,
    onSnapshot: (snapshot) => (state = withSnapshot(state, snapshot)),
    onEvent: (event) => (state = withEvent(state, event)),
    onPolled: (polled) => (state = withPolled(state, polled)),
    onLink: () => {},
    pause: () => Promise.resolve(),
    random: () => 0,
    now: () => 0,
  };
  const feed = new Feed(parts);
  return { feed, log, seen, read: () => state.messages.map(({ seq }) => seq) };
}

describe("the feed", () => {
  test("takes the snapshot, then the stream from there", async () => {
    const { feed, seen, read } = server(
      [(log) => frame("message", { conversation: talk([...log, message(2)]), message: message(2) }, 2) + frame("resume", {})],
      1,
    );
    await feed.run();
    expect(seen).toEqual(["snapshot", "stream after 1", "snapshot"]);
    expect(read()).toEqual([1, 2]);
  });

  test("after a break it is equal to the server, without a gap or a duplicate", async () => {
    const { feed, log, read } = server(
      [
        (log) => {
          log.push(message(2), message(3));
          return frame("message", { conversation: talk(log), message: message(2) }, 2); // the third is lost with the line
        },
        (log) => frame("message", { conversation: talk(log), message: message(3) }, 3) + frame("resume", {}),
      ],
      2,
    );
    await feed.run();
    expect(read()).toEqual([1, 2, 3]);
    expect(log.length).toBe(3);
  });

  test("after two broken streams it polls the same log", async () => {
    const { feed, seen, read } = server([], 9);
    await feed.run();
    expect(seen).toEqual([
      "snapshot",
      "stream after 1",
      "snapshot",
      "stream after 1",
      "snapshot",
      "poll after 1",
      "poll after 2",
      "poll after 3",
      "poll after 4",
    ]);
    expect(read()).toEqual([1, 2, 3, 4]);
  });
});

describe("frames of a stream", () => {
  test("come whole however the bytes are cut", () => {
    const text = ": ping\n\n" + frame("message", { a: 1 }, 7) + "event: resume\n\n";
    const reader = new FrameReader();
    const frames = [...text].flatMap((letter) => reader.push(letter));
    expect(frames).toEqual([
      { event: "message", data: '{"a":1}', id: "7" },
      { event: "resume", data: "", id: null },
    ]);
  });

  test("may end their lines with a carriage return, and spread data over lines", () => {
    expect(new FrameReader().push("event: draft\r\ndata: one\r\ndata: two\r\n\r\n")).toEqual([{ event: "draft", data: "one\ntwo", id: null }]);
  });
});
