// What whoever takes over should know at a glance, as short sentences. Pure.
import type { Thread } from "@deskbell/shared/live-state";
import { isEmergency } from "@deskbell/shared/views";
import type { Conversation } from "@deskbell/shared/wire";

export function flagsOf(row: Conversation, thread: Thread): string[] {
  const open = thread.fields.filter(({ missing }) => missing).length;
  const unverified = thread.fields.filter(({ missing, verified }) => !missing && !verified).length;
  const earlier = thread.visitor.earlier.length;
  const flags: [boolean, string][] = [
    [isEmergency(row), "Emergency"],
    [row.priority === "urgent", "Words that may mean danger"],
    [row.is_test, "A member’s test"],
    [row.segment > 1, `Open for the ${ordinal(row.segment)} time`],
    [earlier > 0, earlier === 1 ? "Wrote once before" : `Wrote ${earlier} times before`],
    [open > 0, open === 1 ? "One detail not given" : `${open} details not given`],
    [unverified > 0, unverified === 1 ? "One detail unverified" : `${unverified} details unverified`],
    [row.state === "waiting" && !row.contact_known && !thread.visitor.email, "No way to reach them but this chat"],
  ];
  return flags.filter(([holds]) => holds).map(([, words]) => words);
}

function ordinal(count: number): string {
  return ["second", "third", "fourth", "fifth"][count - 2] ?? `${count}th`;
}

/** "Spanish", in the reader's language; null for the reader's own, which goes without saying. */
export function languageName(tag: string | null | undefined, reader: string = navigator.language): string | null {
  if (!tag || reader.toLowerCase().startsWith(tag.toLowerCase())) return null;
  try {
    return new Intl.DisplayNames([reader], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
