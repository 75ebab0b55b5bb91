// Corrections that are not saved yet, kept in this browser: they survive a closed dialog, a reload and a lost race.
import type { Draft } from "./words.ts";

const slot = (sourceId: string) => `deskbell.correction.${sourceId}`;

export function savedCorrection(sourceId: string): Draft | null {
  try {
    const kept = localStorage.getItem(slot(sourceId));
    return kept ? (JSON.parse(kept) as Draft) : null;
  } catch {
    return null;
  }
}

export function saveCorrection(sourceId: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(slot(sourceId), JSON.stringify(draft));
    else localStorage.removeItem(slot(sourceId));
  } catch {
    // A full or forbidden storage costs the draft's survival of a reload, nothing more.
  }
}
