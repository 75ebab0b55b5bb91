import type { SourceRow } from "@deskbell/shared/wire";
import { expect, test } from "vitest";

import { aboutSource, crawlWords, handOffWords, missingPages, needsYou, patternsIn, readingWords, shortAddress, whySilent } from "../src/pages/content/words.ts";

test("a website says how often it is read, a file how long it is", () => {
  expect(aboutSource({ kind: "website", refresh: "daily", words: 900 })).toBe("Website, read every night");
  expect(aboutSource({ kind: "page", refresh: "never", words: 900 })).toBe("Page");
  expect(aboutSource({ kind: "file", refresh: "never", words: 1 })).toBe("File, 1 word");
});

test("a site being read says which page, and how much is done", () => {
  expect(readingWords({ kind: "website", progress: { found: 7, read: 2, failed: 0 } })).toEqual({ words: "Reading page 3 of 7", share: 2 / 7 });
  expect(readingWords({ kind: "website", progress: { found: 7, read: 5, failed: 2 } })).toEqual({ words: "Reading page 7 of 7", share: 1 });
  expect(readingWords({ kind: "website", progress: { found: 0, read: 0, failed: 0 } })).toEqual({ words: "Reading", share: null });
  expect(readingWords({ kind: "file", progress: null })).toEqual({ words: "Reading", share: null });
});

test("a ready site with pages that failed needs somebody, one without does not", () => {
  const site = { kind: "website", status: "trained", warnings: [] as string[] } satisfies Partial<SourceRow>;
  expect(missingPages({ ...site, progress: { found: 18, read: 16, failed: 2 } })).toBe("2 of 18 pages could not be read.");
  expect(needsYou({ ...site, progress: { found: 18, read: 16, failed: 2 } })).toBe(true);
  expect(needsYou({ ...site, progress: { found: 18, read: 18, failed: 0 } })).toBe(false);
});

test("a reading says what it changed, or that nothing did", () => {
  const nothing = { added: 0, changed: 0, removed: 0, failed: 0, ended_at: "2026-01-05T12:00:00Z" };
  expect(crawlWords({ ...nothing, added: 3, changed: 1 })).toBe("3 pages added, 1 changed");
  expect(crawlWords({ ...nothing, removed: 1 })).toBe("1 page removed");
  expect(crawlWords(nothing)).toBe("Nothing changed");
  expect(crawlWords({ ...nothing, ended_at: null })).toBe("Under way");
});

test("addresses are said without what nobody says, and odd ones as they are", () => {
  expect(shortAddress("https://help.clinic.example/billing?page=2")).toBe("help.clinic.example/billing?page=2");
  expect(shortAddress("https://clinic.example/")).toBe("clinic.example");
  expect(shortAddress("not an address")).toBe("not an address");
});

test("patterns are one a line", () => {
  expect(patternsIn(" /help/* \n\n/faq")).toEqual(["/help/*", "/faq"]);
});

test("a source without passages says why it cannot be asked; one that is read again can be", () => {
  expect(whySilent({ passages: 0, status: "processing", failure: null })).toBe("This source is still being read. It can be asked in a moment.");
  expect(whySilent({ passages: 3, status: "processing", failure: null })).toBeNull();
  expect(whySilent({ passages: 0, status: "failed", failure: "This file is empty." })).toBe("Nothing was read from this source, so it cannot answer. This file is empty.");
  expect(whySilent({ passages: 0, status: "trained", failure: null })).toBe("No text was found in this source, so it cannot answer.");
});

test("one source alone does not tell what a visitor would get", () => {
  expect(handOffWords("No answer", false)).toBe("It would hand over to a person: no answer.");
  expect(handOffWords("No answer", true)).toBe("From this source alone it would hand over to a person: no answer.");
  expect(handOffWords(null, true)).toBe("From this source alone it would hand over to a person.");
});
