// Several tabs of one visitor: one of them holds the stream and tells the others. Without Web Locks each holds its own.

export interface Tabs {
  /** Runs `work` in one tab at a time; the next tab starts when it ends. Without locks: at once. */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined>;
  tell(news: unknown): void;
  onNews(listen: (news: unknown) => void): void;
  close(): void;
}

export function tabsOf(scope: string): Tabs {
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(scope) : null;
  return {
    alone: async (name, work) => {
      let locks: LockManager | undefined;
      try {
        locks = navigator.locks;
      } catch {
        locks = undefined; // blocked together with storage
      }
      if (!locks) return work();
      let ran = false;
      try {
        return (await locks.request(`${scope}:${name}`, () => {
          ran = true;
          return work();
        })) as Awaited<ReturnType<typeof work>>;
      } catch (error) {
        if (ran) throw error;
        return work(); // an opaque origin may not lock
      }
    },
    tell: (news) => channel?.postMessage(news),
    onNews: (listen) => channel?.addEventListener("message", (event) => listen(event.data)),
    close: () => channel?.close(),
  };
}

/** A lone tab: the preview in the dashboard starts afresh each time and speaks to nobody. */
export function aloneTab(): Tabs {
  return { alone: (_name, work) => work(), tell: () => {}, onNews: () => {}, close: () => {} };
}
