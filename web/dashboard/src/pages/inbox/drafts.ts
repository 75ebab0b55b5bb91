// Unsent words, kept per member, conversation and mode in this browser: they survive a reload and a lost race.
export type Mode = "reply" | "note";

const slot = (memberId: string, id: string, mode: Mode) => `deskbell.draft.${memberId}.${id}.${mode}`;

export function savedDraft(memberId: string, id: string, mode: Mode): string {
  return localStorage.getItem(slot(memberId, id, mode)) ?? "";
}

export function saveDraft(memberId: string, id: string, mode: Mode, text: string): void {
  try {
    if (text) localStorage.setItem(slot(memberId, id, mode), text);
    else localStorage.removeItem(slot(memberId, id, mode));
  } catch {
    // A full or forbidden storage costs the draft's survival of a reload, nothing more.
  }
}
