// Empties the outbox: one at a time, in order, again until the server has it. The key makes a repeat harmless.
import { type Outcome } from "../wire";
import { type Outbox, type Outgoing } from "./outbox";
import { asProblem, backoffMs } from "./problem";

export interface SenderParts {
  outbox: Outbox;
  post(outgoing: Outgoing): Promise<Outcome>;
  /** One tab sends at a time; without Web Locks all may, and the key still keeps it single. */
  alone<Result>(work: () => Promise<Result>): Promise<Result | undefined>;
  online(): boolean;
  /** Resolves after the time, or early when somebody kicks. */
  pause(ms: number): Promise<void>;
  random(): number;
  sent(outgoing: Outgoing, outcome: Outcome): void;
  changed(): void;
}

const TRIES_BEFORE_TELLING = 3;

export class Sender {
  private running = false;
  private again = false;

  constructor(private readonly parts: SenderParts) {}

  async kick(): Promise<void> {
    this.again = true;
    if (this.running) return;
    this.running = true;
    try {
      while (this.again) {
        this.again = false;
        await this.parts.alone(() => this.empty());
      }
    } finally {
      this.running = false;
    }
  }

  private async empty(): Promise<void> {
    let tries = 0;
    for (let next = this.next(); next && this.parts.online(); next = this.next()) {
      const wait = await this.send(next, tries);
      tries = wait === null ? 0 : tries + 1;
      if (wait !== null) await this.parts.pause(wait);
    }
  }

  private next(): Outgoing | undefined {
    return this.parts.outbox.list().find((outgoing) => outgoing.state !== "refused");
  }

  /** Milliseconds to wait before trying the same one again; null when it is settled. */
  private async send(outgoing: Outgoing, tries: number): Promise<number | null> {
    const { outbox, random } = this.parts;
    try {
      const outcome = await this.parts.post(outgoing);
      outbox.remove(outgoing.key);
      this.parts.sent(outgoing, outcome);
      return null;
    } catch (error) {
      const problem = asProblem(error);
      if (!problem.passing) outbox.mark(outgoing.key, "refused", problem.sentence);
      else if (tries + 1 >= TRIES_BEFORE_TELLING) outbox.mark(outgoing.key, "failed", problem.sentence);
      this.parts.changed();
      return problem.passing ? (problem.retryAfterMs ?? backoffMs(tries + 1, random)) : null;
    }
  }
}
