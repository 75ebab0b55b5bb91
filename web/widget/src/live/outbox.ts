// What the visitor has sent and the server has not yet confirmed. One stored entry per key, so tabs never overwrite each other.
import { type Keep } from "./keep";

export interface Outgoing {
  key: string;
  kind: "message" | "handoff";
  text: string;
  /** Orders entries across tabs: milliseconds, made to rise within a tab. */
  at: number;
  /** `failed`: tried several times, goes on trying. `refused`: the server said no, with `reason`. */
  state: "queued" | "failed" | "refused";
  reason: string | null;
}

export class Outbox {
  private latest = 0;

  constructor(
    private readonly keep: Keep,
    private readonly prefix: string,
  ) {}

  list(): Outgoing[] {
    return this.keep
      .names()
      .filter((name) => name.startsWith(this.prefix))
      .flatMap((name) => parse(this.keep.get(name)))
      .sort((first, second) => first.at - second.at || first.key.localeCompare(second.key));
  }

  add(entry: Pick<Outgoing, "key" | "kind" | "text">, now: number): Outgoing {
    this.latest = Math.max(now, this.latest + 1, (this.list().at(-1)?.at ?? 0) + 1);
    const outgoing: Outgoing = { ...entry, at: this.latest, state: "queued", reason: null };
    this.put(outgoing);
    return outgoing;
  }

  /** Does nothing when another tab has sent or removed it meanwhile. */
  mark(key: string, state: Outgoing["state"], reason: string | null = null): void {
    const [outgoing] = parse(this.keep.get(this.prefix + key));
    if (outgoing) this.put({ ...outgoing, state, reason });
  }

  remove(key: string): void {
    this.keep.remove(this.prefix + key);
  }

  private put(outgoing: Outgoing): void {
    this.keep.set(this.prefix + outgoing.key, JSON.stringify(outgoing));
  }
}

function parse(stored: string | null): Outgoing[] {
  try {
    const outgoing = stored && (JSON.parse(stored) as Outgoing);
    return outgoing && outgoing.key && outgoing.at ? [outgoing] : [];
  } catch {
    return [];
  }
}
