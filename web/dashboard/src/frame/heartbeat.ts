// Visitors are promised only people who were seen in the last 90 seconds and have touched a page in the last ten minutes.
import { useEffect } from "react";

import { people } from "../api/client.ts";

const HEARTBEAT_MS = 40_000;
const TOUCHED_KEY = "deskbell:touched-at";
const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focus"] as const;
const AGAIN_MS = 5_000; // a moving mouse is one touch

/** One for all tabs of the browser: who works in one of them is there. */
export function touchedAt(): number {
  return Number(localStorage.getItem(TOUCHED_KEY) ?? 0);
}

export function useHeartbeat(): void {
  useEffect(() => {
    const beat = () => void people.stillHere(Date.now() - touchedAt() < HEARTBEAT_MS + AGAIN_MS).catch(() => undefined);
    const touch = () => {
      const [now, before] = [Date.now(), touchedAt()];
      if (now - before < AGAIN_MS) return;
      localStorage.setItem(TOUCHED_KEY, String(now));
      if (now - before > HEARTBEAT_MS + AGAIN_MS) beat(); // back: visitors may count on them at once
    };
    touch();
    beat();
    const timer = setInterval(beat, HEARTBEAT_MS);
    for (const name of TOUCHES) window.addEventListener(name, touch, { passive: true });
    return () => {
      clearInterval(timer);
      for (const name of TOUCHES) window.removeEventListener(name, touch);
    };
  }, []);
}
