import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";

import { cutEvents, readStream } from "../src/event-stream.ts";
import { openLine, type LineState } from "../src/live-line.ts";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function serve(answer: (url: string, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => answer(request.url ?? "", response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("whole events are cut off and the rest is kept", () => {
  expect(cutEvents('id: 7\nevent: event\ndata: {"a":1}\n\n: ping\n\ndata: half')).toEqual({
    events: [{ id: "7", event: "event", data: '{"a":1}' }],
    rest: "data: half",
  });
});

test("an event of several lines is one text", () => {
  expect(cutEvents("data: one\ndata: two\r\n\r\n").events).toEqual([{ id: null, event: "message", data: "one\ntwo" }]);
});

test("a stream that falls silent is given up", async () => {
  const url = await serve((_, response) => response.writeHead(200).write(": hello\n\n"));
  const reading = readStream({ url, signal: new AbortController().signal, silenceMs: 30, onOpen: () => {}, onBytes: () => {}, onEvent: () => {} });
  await expect(reading).rejects.toThrow();
});

test("a broken stream is resumed from the last position that was heard", async () => {
  const asked: string[] = [];
  const url = await serve((path, response) => {
    asked.push(path);
    response.writeHead(200);
    const position = asked.length;
    response.end(`id: ${position}\nevent: event\ndata: ${position}\n\n`);
  });
  let position = 0;
  await new Promise<void>((resolve) => {
    const end = openLine({
      streamUrl: () => `${url}/stream?after=${position}`,
      poll: () => Promise.resolve(),
      onEvent: ({ data }) => {
        position = Number(data);
        if (position === 3) resolve(end());
      },
      onState: () => {},
      waitMs: () => 1,
    });
  });
  expect(asked).toEqual(["/stream?after=0", "/stream?after=1", "/stream?after=2"]);
});

test("where streams are refused the line polls", async () => {
  const url = await serve((_, response) => response.writeHead(502).end());
  const states: LineState[] = [];
  await new Promise<void>((resolve) => {
    const end = openLine({
      streamUrl: () => url,
      poll: () => Promise.resolve(),
      onEvent: () => {},
      onState: (state) => {
        states.push(state);
        if (state === "polling") resolve(end());
      },
      waitMs: () => 1,
    });
  });
  expect(states).toEqual(["connecting", "down", "down", "down", "polling"]);
});

test("a line that is refused for want of a sign-in says so and ends", async () => {
  const url = await serve((_, response) => response.writeHead(401).end());
  const state = await new Promise<LineState>((resolve) => {
    openLine({
      streamUrl: () => url,
      poll: () => Promise.resolve(),
      onEvent: () => {},
      onState: (now) => now !== "connecting" && resolve(now),
    });
  });
  expect(state).toBe("signed_out");
});
