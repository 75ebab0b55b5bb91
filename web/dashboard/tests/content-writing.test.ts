import { beforeEach, expect, test } from "vitest";

import { saveCorrection, savedCorrection } from "../src/pages/content/writing/drafts.ts";
import { columnName, draftOf, isSame, missing } from "../src/pages/content/writing/words.ts";

const original = { title: "Hours", text: "Open daily.", pairs: null, revision: "a1" };
const list = { title: "FAQ", text: null, pairs: [{ question: "Is it far?", answer: "No." }], revision: "b2" };

beforeEach(() => localStorage.clear());

test("a column is called by its place and its name, or by its place alone", () => {
  expect([columnName("Answer", 1), columnName("", 0)]).toEqual(["2: Answer", "Column 1"]);
});

test("a draft is the same as what it began from until a word changes, whoever saved meanwhile", () => {
  const draft = draftOf(original);
  expect(isSame(draft, original)).toBe(true);
  expect(isSame(draft, { ...original, revision: "later" })).toBe(true);
  expect(isSame({ ...draft, text: "Closed." }, original)).toBe(false);
});

test("what cannot be saved yet says what it lacks", () => {
  expect(missing(draftOf(original))).toBeNull();
  expect(missing({ ...draftOf(original), title: " " })).toBe("It needs a title.");
  expect(missing({ ...draftOf(original), text: "" })).toBe("It needs some text.");
  expect(missing(draftOf(list))).toBeNull();
  expect(missing({ ...draftOf(list), pairs: [] })).toBe("Keep at least one question, or remove the whole source.");
  expect(missing({ ...draftOf(list), pairs: [...list.pairs, { question: "Why?", answer: "" }] })).toBe("Question 2 needs both a question and an answer.");
});

test("a correction is kept in the browser until it is saved, for its source only", () => {
  saveCorrection("one", draftOf(list));
  expect(savedCorrection("one")).toEqual(draftOf(list));
  expect(savedCorrection("two")).toBeNull();
  saveCorrection("one", null);
  expect(savedCorrection("one")).toBeNull();
});

test("a draft that cannot be read counts as none", () => {
  localStorage.setItem("deskbell.correction.one", "{");
  expect(savedCorrection("one")).toBeNull();
});
