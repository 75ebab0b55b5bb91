import { useSyncExternalStore } from "react";

import { useDesk } from "../live/store.ts";

function onNetworkChange(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(onNetworkChange, () => navigator.onLine);
}

/** One quiet line while this page is not live; nothing when all is well. */
export function ConnectionLine() {
  const line = useDesk((desk) => desk.line);
  const isOnline = useIsOnline();
  const sentence = !isOnline
    ? "You are offline. What you write is kept and can be sent when the connection is back."
    : line === "down"
      ? "Not live right now. Connecting again; what you write is kept."
      : line === "polling"
        ? "Your network breaks live connections, so news may come a few seconds late."
        : null;
  return (
    <div role="status" aria-live="polite">
      {sentence && <p className="late-appear border-b border-line bg-sunken px-5 py-1.5 text-small text-ink-2">{sentence}</p>}
    </div>
  );
}
