// What the content page says about a source, in words. Pure.
import type { SourceRow } from "@deskbell/shared/wire";

import type { Crawl, PageStatus } from "../../api/content-shapes.ts";

type Refresh = SourceRow["refresh"];

export const refreshOptions: readonly (readonly [Refresh, string])[] = [
  ["never", "Only when I ask"], ["daily", "Every night"], ["weekly", "Every week"], ["monthly", "Every month"],
];

const cadence: Record<Refresh, string> = { never: "", daily: "read every night", weekly: "read every week", monthly: "read every month" };
const kindWords: Record<SourceRow["kind"], string> = { file: "File", text: "Text", qa: "Question and answer", website: "Website", page: "Page" };

export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}

/** "Website, read every night", "File, 310 words". */
export function aboutSource({ kind, refresh, words }: Pick<SourceRow, "kind" | "refresh" | "words">): string {
  const more = kind === "website" || kind === "page" ? cadence[refresh] : words > 0 ? counted(words, "word") : "";
  return more ? `${kindWords[kind]}, ${more}` : kindWords[kind];
}

export function isWeb({ kind }: Pick<SourceRow, "kind">): boolean {
  return kind === "website" || kind === "page";
}

/** What members wrote here, and correct here. */
export function isWritten({ kind }: Pick<SourceRow, "kind">): boolean {
  return kind === "text" || kind === "qa";
}

/** "Reading page 3 of 7", and how much of it is done (null: nobody knows yet). */
export function readingWords({ kind, progress }: Pick<SourceRow, "kind" | "progress">): { words: string; share: number | null } {
  if (kind !== "website" || !progress || progress.found === 0) return { words: "Reading", share: null };
  const done = Math.min(progress.read + progress.failed, progress.found);
  return { words: `Reading page ${Math.min(done + 1, progress.found)} of ${progress.found.toLocaleString()}`, share: done / progress.found };
}

/** What a ready website still has to say: "2 of 18 pages could not be read." */
export function missingPages({ kind, status, progress }: Pick<SourceRow, "kind" | "status" | "progress">): string | null {
  if (kind !== "website" || status !== "trained" || !progress?.failed) return null;
  return `${progress.failed.toLocaleString()} of ${counted(progress.found, "page")} could not be read.`;
}

export function needsYou(source: Pick<SourceRow, "kind" | "status" | "progress" | "warnings">): boolean {
  return source.status === "failed" || missingPages(source) !== null;
}

/** Why a source cannot be asked; null when it can. While it is read again, what it said before answers. */
export function whySilent({ passages, status, failure }: Pick<SourceRow, "passages" | "status" | "failure">): string | null {
  if (passages > 0) return null;
  switch (status) {
    case "pending":
    case "processing":
      return "This source is still being read. It can be asked in a moment.";
    case "failed":
      return `Nothing was read from this source, so it cannot answer. ${failure ?? ""}`.trim();
    case "trained":
      return "No text was found in this source, so it cannot answer.";
  }
}

/** What a visitor would have got instead of an answer; one source alone cannot tell what all of them would. */
export function handOffWords(label: string | null | undefined, isOfOne: boolean): string {
  const reason = label ? `: ${label.toLowerCase()}` : "";
  return isOfOne ? `From this source alone it would hand over to a person${reason}.` : `It would hand over to a person${reason}.`;
}

export const pageWords: Record<PageStatus, string> = { waiting: "Waiting", read: "Read", skipped: "Left out", failed: "Could not be read", removed: "Gone from the site" };

const causes: Record<Crawl["cause"], string> = { added: "First reading", again: "Read again", failed_pages: "Failed pages read again", scheduled: "Read as planned" };

export function crawlTitle({ cause }: Pick<Crawl, "cause">): string {
  return causes[cause];
}

/** "3 pages added, 1 changed", "Nothing changed". */
export function crawlWords({ added, changed, removed, failed, ended_at }: Pick<Crawl, "added" | "changed" | "removed" | "failed" | "ended_at">): string {
  const parts: [number, string][] = [[added, "added"], [changed, "changed"], [removed, "removed"], [failed, "could not be read"]];
  const said = parts.filter(([number]) => number > 0).map(([number, what], place) => (place === 0 ? `${counted(number, "page")} ${what}` : `${number.toLocaleString()} ${what}`));
  return said.length > 0 ? said.join(", ") : ended_at ? "Nothing changed" : "Under way";
}

/** "help.clinic.example/billing", as people say an address. */
export function shortAddress(url: string): string {
  try {
    const { host, pathname, search } = new URL(url);
    return `${host}${pathname === "/" ? "" : pathname}${search}`;
  } catch {
    return url;
  }
}

/** One pattern a line; empty lines count for nothing. */
export function patternsIn(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
