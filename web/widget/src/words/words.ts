// Which language the panel speaks, and how it says times. English is built in; the others load when they are needed.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en, type Words } from "./en";

export type { Words };

export interface Speech {
  words: Words;
  /** For dates and numbers: the reader's own locale when it is the same language. */
  locale: string;
  direction: "ltr" | "rtl";
}

const OTHERS: Record<string, () => Promise<Words>> = {
  es: () => import("./es").then((module) => module.es),
  ar: () => import("./ar").then((module) => module.ar),
};
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "yi"]);

/** `wanted` is the agent's language, or "auto" for the visitor's own. Unknown languages read English. */
export async function speechFor(wanted: string, browser: readonly string[]): Promise<Speech> {
  const asked = wanted === "auto" || !wanted ? browser : [wanted, ...browser.filter((tag) => base(tag) === base(wanted))];
  const spoken = asked.find((tag) => base(tag) === "en" || base(tag) in OTHERS) ?? "en";
  const locale = browser.find((tag) => base(tag) === base(spoken)) ?? spoken;
  const load = OTHERS[base(spoken)];
  const words = load ? await load().catch(() => null) : en;
  if (!words) return { words: en, locale: "en", direction: "ltr" };
  return { words, locale, direction: RIGHT_TO_LEFT.has(base(spoken)) ? "rtl" : "ltr" };
}

function base(tag: string): string {
  return tag.split("-")[0]!.toLowerCase();
}

export const SpeechContext = createContext<Speech>({ words: en, locale: "en", direction: "ltr" });

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

export function timeOf(at: string, locale: string, now: Date): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });
  if (date.toDateString() === now.toDateString()) return time;
  const days = (now.getTime() - date.getTime()) / 86_400_000;
  const day = date.toLocaleDateString(locale, days < 6 ? { weekday: "long" } : { day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${time}`;
}

/** "Mon 8:00 AM", or with the long weekday; today is said in a sentence only, and next week needs its date. */
export function openingOf(at: string, locale: string, now: Date, weekday: "short" | "long"): string {
  const date = new Date(at);
  const time: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
  if (date.toDateString() === now.toDateString()) {
    const today = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "day");
    return weekday === "long" ? `${today}, ${date.toLocaleTimeString(locale, time)}` : date.toLocaleTimeString(locale, time);
  }
  const far = date.getTime() - now.getTime() > 6 * 86_400_000;
  return date.toLocaleString(locale, far ? { day: "numeric", month: weekday, ...time } : { weekday, ...time });
}

export function dayOf(at: string, locale: string): string {
  return new Date(at).toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });
}
