// Rings on this page while an emergency has nobody who answers for it: tone, title of the tab, notification. One tab per browser rings.
import { isEmergency } from "@deskbell/shared/views";
import type { Conversation } from "@deskbell/shared/wire";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";

import { useDesk } from "../../live/store.ts";
import { notify, sound, unlock } from "./device.ts";

const RING_MS = 6_000;
const NOTIFY_EVERY = 10; // rings: once a minute
const BLINK_MS = 1_000;

/** What members try out as visitors is shown, and alarms nobody. */
export function isRinging(row: Conversation): boolean {
  return isEmergency(row) && !row.emergency?.acknowledged_at && !row.is_test;
}

export function useRinging(): Conversation | undefined {
  return useDesk((desk) => Object.values(desk.live.rows).find(isRinging));
}

export function useAlarm(): void {
  const ringing = useRinging();
  const navigate = useNavigate();
  const id = ringing?.id;
  const since = ringing?.emergency?.raised_at;
  useEffect(() => {
    const touched = () => void unlock();
    window.addEventListener("pointerdown", touched);
    window.addEventListener("keydown", touched);
    return () => {
      window.removeEventListener("pointerdown", touched);
      window.removeEventListener("keydown", touched);
    };
  }, []);
  useEffect(() => {
    if (!id || !since) return;
    return whileAlone(() => ring(() => void navigate({ to: "/inbox/$conversationId", params: { conversationId: id }, search: { view: "needs_person" } })));
  }, [id, since, navigate]);
}

/** Rings at once, then again and again; returns how to stop. */
function ring(onOpen: () => void): () => void {
  let rings = 0;
  let shown: Notification | null = null;
  const once = () => {
    sound();
    const isWatched = document.visibilityState === "visible" && document.hasFocus();
    if (rings % NOTIFY_EVERY === 0 && !isWatched) shown = notify(onOpen) ?? shown;
    rings += 1;
  };
  once();
  const timer = setInterval(once, RING_MS);
  return () => {
    clearInterval(timer);
    shown?.close();
  };
}

/** Runs in one tab of the browser at a time; the next takes over when that one is closed. */
function whileAlone(run: () => () => void): () => void {
  if (!navigator.locks) return run();
  const ended = new AbortController();
  let finish = () => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  navigator.locks
    .request("deskbell-alarm", { signal: ended.signal }, async () => {
      const stop = run();
      await held;
      stop();
    })
    .catch(() => undefined); // it ended before this tab's turn came
  return () => {
    finish();
    ended.abort();
  };
}

/** The browser's tab says how many need a person, and cries out while an emergency rings. */
export function useTitle(place: string, count: number): void {
  const rings = useRinging() !== undefined;
  useEffect(() => {
    const usual = `${count > 0 ? `(${count}) ` : ""}${place} · Deskbell`;
    document.title = rings ? "EMERGENCY · Deskbell" : usual;
    if (!rings) return;
    let isUsual = false;
    const timer = setInterval(() => {
      isUsual = !isUsual;
      document.title = isUsual ? usual : "EMERGENCY · Deskbell";
    }, BLINK_MS);
    return () => clearInterval(timer);
  }, [place, count, rings]);
}
