// One line to the server that stays up: a stream first, long-polling where networks break streams, back-off between.
import { readStream, StreamRefused, type ServerEvent } from "./event-stream.ts";

export type LineState = "connecting" | "live" | "polling" | "down" | "signed_out";

export interface LineOptions {
  /** Asked before each connection: where to read on from. */
  streamUrl: () => string;
  /** Reads what is new since then by an ordinary request; rejects when the server cannot be reached. */
  poll: (signal: AbortSignal) => Promise<void>;
  headers?: () => Record<string, string>;
  onEvent: (event: ServerEvent) => void;
  onState: (state: LineState) => void;
  silenceMs?: number;
  waitMs?: (failures: number) => number;
}

const STREAM_FAILURES_BEFORE_POLLING = 3;
const POLLS_BEFORE_STREAM_AGAIN = 20;

/** Starts the line and returns how to end it. */
export function openLine(options: LineOptions): () => void {
  const ending = new AbortController();
  void keepUp(options, ending.signal);
  return () => ending.abort();
}

async function keepUp(options: LineOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  options.onState("connecting");
  while (!signal.aborted) {
    try {
      if (failures >= STREAM_FAILURES_BEFORE_POLLING) await pollForAWhile(options, signal);
      else await streamOnce(options, signal, () => (failures = 0));
      failures = 0;
      await pause((options.waitMs ?? backOff)(0), signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof StreamRefused && (error.status === 401 || error.status === 403)) return options.onState("signed_out");
      failures += 1;
      options.onState("down");
      await pause((options.waitMs ?? backOff)(failures), signal);
    }
  }
}

async function streamOnce(options: LineOptions, signal: AbortSignal, heard: () => void): Promise<void> {
  const asked = new AbortController();
  const stop = () => asked.abort();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await readStream({
      url: options.streamUrl(),
      headers: options.headers?.() ?? {},
      signal: asked.signal,
      silenceMs: options.silenceMs ?? 40_000,
      onOpen: () => options.onState("live"),
      onBytes: heard,
      onEvent: options.onEvent,
    });
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function pollForAWhile(options: LineOptions, signal: AbortSignal): Promise<void> {
  for (let round = 0; round < POLLS_BEFORE_STREAM_AGAIN && !signal.aborted; round += 1) {
    await options.poll(signal);
    options.onState("polling");
  }
}

/** 0.25 s after an orderly end, then 0.5 s doubling to 15 s, spread so that a restarted server is not met by everybody at once. */
function backOff(failures: number): number {
  return Math.min(15_000, 250 * 2 ** Math.min(failures, 6)) * (0.7 + Math.random() * 0.6);
}

/** Ends early when the browser says that the network is back or the page is looked at again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      globalThis.removeEventListener?.("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done, { once: true });
    globalThis.addEventListener?.("online", done, { once: true });
  });
}
