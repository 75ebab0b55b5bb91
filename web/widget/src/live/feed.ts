// Keeps the panel equal to the server: snapshot, then a stream; after two broken streams, long-polls of the same log.
import { type Snapshot, type StreamEvent } from "../wire";
import { type PolledEvents } from "./api";
import { asProblem, backoffMs } from "./problem";
import { FrameReader } from "./sse";

export interface FeedParts {
  snapshot(): Promise<Snapshot>;
  stream(after: number, signal: AbortSignal): Promise<Response>;
  poll(after: number, signal: AbortSignal): Promise<PolledEvents>;
  cursor(): number;
  onSnapshot(snapshot: Snapshot): void;
  onEvent(event: StreamEvent): void;
  onPolled(polled: PolledEvents): void;
  onLink(link: "live" | "broken"): void;
  pause(ms: number): Promise<void>;
  random(): number;
  now(): number;
}

const SILENCE_MS = 40_000; // the server pings every 15 s
const BROKEN_BEFORE_POLLING = 2;
const POLLS_BEFORE_NEXT_STREAM = 12;

export class Feed {
  private connection = new AbortController();
  private stopped = false;
  private heardAt = 0;
  private woken = false;

  constructor(private readonly parts: FeedParts) {}

  /** Runs until `stop`, or until the server no longer knows this visitor (401, 404). */
  async run(): Promise<void> {
    for (let broken = 0, tries = 0; !this.stopped; ) {
      this.connection = new AbortController();
      this.woken = false;
      try {
        this.parts.onSnapshot(await this.parts.snapshot());
        this.heardAt = this.parts.now();
        if (this.stopped) return;
        if (broken < BROKEN_BEFORE_POLLING) await this.follow();
        else await this.pollForAWhile();
        broken = 0;
        tries = 0;
      } catch (error) {
        if (this.stopped) return;
        if (this.woken) continue;
        const problem = asProblem(error);
        if (problem.status === 401 || problem.status === 404) return;
        broken += 1;
        tries += 1;
        if (tries > 1) this.parts.onLink("broken");
        await this.parts.pause(problem.retryAfterMs ?? backoffMs(tries, this.parts.random));
      }
    }
  }

  stop(): void {
    this.stopped = true;
    this.connection.abort();
  }

  /** After sleep or a change of network a stream can be dead without saying so. */
  wake(): void {
    this.woken = this.parts.now() - this.heardAt > SILENCE_MS / 2;
    if (this.woken) this.connection.abort();
  }

  /** Returns when the server asks to come back; throws when the stream breaks. */
  private async follow(): Promise<void> {
    const watchdog = setInterval(() => {
      if (this.parts.now() - this.heardAt > SILENCE_MS) this.connection.abort();
    }, SILENCE_MS / 4);
    try {
      const response = await this.parts.stream(this.parts.cursor(), this.connection.signal);
      this.parts.onLink("live");
      const frames = new FrameReader();
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        this.heardAt = this.parts.now();
        for (const frame of frames.push(piece.value)) {
          if (frame.event === "resume") return;
          this.parts.onEvent({ ...JSON.parse(frame.data), type: frame.event } as StreamEvent);
        }
      }
      throw new Error("the stream ended without a word");
    } finally {
      clearInterval(watchdog);
      this.connection.abort();
    }
  }

  private async pollForAWhile(): Promise<void> {
    this.parts.onLink("live"); // the snapshot has just come; the next answer may take its full wait
    for (let round = 0; round < POLLS_BEFORE_NEXT_STREAM && !this.stopped; round += 1) {
      const polled = await this.parts.poll(this.parts.cursor(), this.connection.signal);
      this.heardAt = this.parts.now();
      this.parts.onPolled(polled);
    }
  }
}
