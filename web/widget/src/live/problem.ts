// One error type for everything that can go wrong between the panel and the server.

export class Problem extends Error {
  constructor(
    /** 0 when nothing came back. */
    readonly status: number,
    readonly code: string,
    readonly sentence: string,
    readonly retryAfterMs: number | null = null,
  ) {
    super(`${status} ${code}`);
  }

  /** Worth another try without a change by the visitor. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 425 || this.status === 429 || this.status >= 500;
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, "unreachable", "");
}

/** Grows from 1 s to 30 s; jitter keeps a thousand visitors from coming back in the same instant. */
export function backoffMs(tries: number, random: () => number): number {
  const ceiling = Math.min(30_000, 1_000 * 2 ** Math.max(0, tries - 1));
  return Math.round(ceiling * (0.5 + random() / 2));
}
