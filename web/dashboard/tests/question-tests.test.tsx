import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { questionTests } from "../src/api/client.ts";
import { queryClient } from "../src/api/queries.ts";
import type { QuestionTest, QuestionTests, Trace } from "../src/api/shapes.ts";
import { expectationOf } from "../src/parts/question-test/expectations.ts";
import { TestDialog } from "../src/parts/question-test/test-dialog.tsx";
import { callWords } from "../src/parts/trace/checks.tsx";
import { testsWords } from "../src/pages/content/tests-line.tsx";
import { Answers } from "../src/pages/tests/answers.tsx";
import { fits, needsFirst, type Filter } from "../src/pages/tests/filters.ts";
import { ImportDialog } from "../src/pages/tests/import-dialog.tsx";
import { wordDiff } from "../src/pages/tests/word-diff.ts";

beforeEach(() => queryClient.clear());
afterEach(() => (cleanup(), vi.restoreAllMocks()));

type Result = NonNullable<QuestionTest["result"]>;

const result = (changes: Partial<Result> = {}): Result => ({
  run_id: "r1", passed: true, why: "The answer says it.", answer: "We open at 8.", sources: [], outcome: "reply", reason: null, confidence: 0.9, milliseconds: 40, change: null, at: "2026-01-05T10:00:00Z", ...changes,
});
const written = (id: string, changes: Partial<QuestionTest> = {}): QuestionTest => ({
  id, question: `Question ${id}?`, expectation: { kind: "quotes", words: "8" }, expects: "Must say “8”", note: "", created_at: "2026-01-05T09:00:00Z", changed_at: "2026-01-05T09:00:00Z", result: result(), ...changes,
});
const show = (element: React.ReactElement) => render(<QueryClientProvider client={queryClient}>{element}</QueryClientProvider>);

const four = [
  written("passes"),
  written("reworded", { result: result({ change: "changed" }) }),
  written("new", { result: null, expectation: { kind: "hands_off", reason: null } }),
  written("fails", { result: result({ passed: false, change: "newly_failing" }) }),
];

test("what needs somebody comes first: failing, never run, reworded, and then the rest", () => {
  expect(needsFirst(four).map(({ id }) => id)).toEqual(["fails", "new", "reworded", "passes"]);
});

test.each([
  ["all", ["passes", "reworded", "new", "fails"]],
  ["failing", ["fails"]],
  ["changed", ["reworded", "fails"]],
  ["person", ["new"]],
] as [Filter, string[]][])("the filter “%s”", (filter, ids) => {
  expect(four.filter((each) => fits(each, filter)).map(({ id }) => id)).toEqual(ids);
});

test("two answers are compared word by word", () => {
  expect(wordDiff("We open at 8 on Monday.", "We open at 9 on Monday. Call us.")).toEqual([
    { text: "We open at", is: "same" },
    { text: "8", is: "only_before" },
    { text: "9", is: "only_now" },
    { text: "on Monday.", is: "same" },
    { text: "Call us.", is: "only_now" },
  ]);
  expect(wordDiff("Same words.", "Same words.")).toEqual([{ text: "Same words.", is: "same" }]);
  expect(wordDiff("a ".repeat(401), "b").map(({ is }) => is)).toEqual(["only_before", "only_now"]);
});

test("a result that is different stands under the one before; the same one is shown once", () => {
  render(<Answers before={result({ at: "2026-01-04T10:00:00Z" })} now={result({ answer: "We open at 9.", passed: false, why: "The answer does not say “8”." })} />);
  expect(screen.getAllByRole("region").map((part) => part.getAttribute("aria-label"))).toEqual(["Before", "Now", "Difference"]);
  expect([document.querySelector("del")!.textContent, document.querySelector("ins")!.textContent]).toEqual(["8.", "9."]);
  expect(screen.getByText(/^fails: the answer does not say “8”/)).toBeTruthy();
  cleanup();
  render(<Answers before={result()} now={result({ milliseconds: 55, confidence: 0.91 })} />);
  expect(screen.getAllByRole("region").map((part) => part.getAttribute("aria-label"))).toEqual(["What it does"]);
});

test("editing keeps the reason of a handoff, and another reason can be chosen", async () => {
  const change = vi.spyOn(questionTests, "change").mockResolvedValue(written("t1"));
  const clinical = written("t1", { expectation: { kind: "hands_off", reason: "clinical" } });
  show(<TestDialog agentId="a1" editing={{ test: clinical }} onClose={() => {}} />);
  const because = screen.getByLabelText("Because of") as HTMLSelectElement;
  expect(because.value).toBe("clinical");
  fireEvent.change(screen.getByLabelText("Note (optional)"), { target: { value: "asked often" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(change).toHaveBeenCalledWith("t1", { question: "Question t1?", expectation: { kind: "hands_off", reason: "clinical" }, note: "asked often" }));
  fireEvent.change(because, { target: { value: "" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(change.mock.lastCall![1].expectation).toEqual({ kind: "hands_off", reason: null }));
});

test("a test without its words cannot be added, and a refusal keeps what was written", async () => {
  vi.spyOn(questionTests, "add").mockRejectedValue(new Error("An agent has at most 500 question tests. Remove one first."));
  show(<TestDialog agentId="a1" editing={{ question: "Open on Friday?" }} onClose={() => {}} />);
  const add = screen.getByRole("button", { name: "Add test" }) as HTMLButtonElement;
  expect(add.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText("Words of the answer"), { target: { value: "8 am" } });
  expect(add.disabled).toBe(false);
  fireEvent.click(add);
  expect((await screen.findByRole("alert")).textContent).toBe("An agent has at most 500 question tests. Remove one first.");
  expect((screen.getByLabelText("When a visitor asks") as HTMLInputElement).value).toBe("Open on Friday?");
});

test("a sheet is looked at before anything is written, and its problems are named by line", async () => {
  const write = vi.spyOn(questionTests, "importSheet").mockResolvedValue({ added: 1, replaced: 1, wrong: [{ number: 3, sentence: "“guesses” is no expectation." }] });
  vi.spyOn(questionTests, "lookAtSheet").mockResolvedValue({
    lines: [{ question: "Horses?", expects: "Must find nothing", replaces: false }, { question: "Hours?", expects: "Must say “8”", replaces: true }],
    wrong: [{ number: 3, sentence: "“guesses” is no expectation." }],
  });
  show(<ImportDialog agentId="a1" onClose={() => {}} />);
  fireEvent.change(screen.getByLabelText("Sheet"), { target: { files: [new File(["Horses?,nothing_found,,"], "tests.csv")] } });
  const add = await screen.findByRole("button", { name: "Add 1, replace 1" });
  expect(screen.getByRole("region", { name: "Problems" }).textContent).toBe(" 1 line is left outLine 3. “guesses” is no expectation.");
  expect(write).not.toHaveBeenCalled();
  fireEvent.click(add);
  await vi.waitFor(() => expect(write).toHaveBeenCalledWith("a1", "Horses?,nothing_found,,"));
});

test("a sheet that is too large is not sent at all", async () => {
  const look = vi.spyOn(questionTests, "lookAtSheet");
  show(<ImportDialog agentId="a1" onClose={() => {}} />);
  fireEvent.change(screen.getByLabelText("Sheet"), { target: { files: [new File(["x".repeat(1_000_001)], "tests.csv")] } });
  expect((await screen.findByRole("alert")).textContent).toBe("This sheet is larger than 1 MB. Split it into several.");
  expect(look).not.toHaveBeenCalled();
});

const run = { id: "r1", agent_id: "a1", cause: "content_changed", state: "done", total: 4, done: 4, passed: 3, failed: 1, newly_failing: 1, fixed: 0, changed: 0, summary: "", begun_at: "2026-01-05T10:00:00Z", ended_at: "2026-01-05T10:00:05Z" } as const;
const pageOf = (tests: QuestionTest[], ...runs: QuestionTests["runs"]): QuestionTests => ({ tests, runs, choices: { after_content: true, after_settings: true }, most: 500 });

test("the content page speaks of tests while they run and when they fail, and is silent otherwise", () => {
  expect(testsWords(pageOf(four, { ...run, state: "running", done: 1 }))).toBe("Question tests are running after this change: 1 of 4.");
  expect(testsWords(pageOf(four, run))).toBe("1 of 4 question tests now fails, 1 of them since the last change of the content.");
  expect(testsWords(pageOf(four, { ...run, cause: "by_hand" }))).toBe("1 of 4 question tests now fails.");
  expect(testsWords(pageOf(four.slice(0, 2), run))).toBeNull();
  expect(testsWords(pageOf([]))).toBeNull();
});

const trace = (came: Partial<Trace["came"]> | null, changes: Partial<Trace> = {}) => ({ came, passages: [], milliseconds: {}, ...changes }) as unknown as Trace;

test("what the agent did is offered as what it must go on doing", () => {
  const passages = [{ used: false, source_id: "s0", title: "Prices" }, { used: true, source_id: "s1", title: "Hours" }] as Trace["passages"];
  expect(expectationOf(trace({ outcome: "reply" }, { passages }))).toEqual({ kind: "from_source", source_id: "s1", title: "Hours" });
  expect(expectationOf(trace({ outcome: "hand_off", reason: "clinical" }))).toEqual({ kind: "hands_off", reason: "clinical" });
  expect(expectationOf(trace({ outcome: "hand_off", reason: "agent_unavailable" }))).toEqual({ kind: "hands_off", reason: null });
  expect(expectationOf(trace({ outcome: "say" }))).toEqual({ kind: "small_talk" });
  expect(expectationOf(trace({ outcome: "say" }, { milliseconds: { find: 2 } }))).toEqual({ kind: "nothing_found" });
  expect(expectationOf(trace(null))).toBeUndefined();
});

test("a call of a language model says what it cost, or that this is not known", () => {
  const call = { provider: "openai", model: "m", ended: "done", milliseconds: 1234.4, tokens_in: 1200, tokens_out: 80, cost: 0.00123 };
  expect(callWords(call)).toBe("done · 1,200 tokens in, 80 out · $0.0012 · 1,234 ms");
  expect(callWords({ ...call, ended: "timed out", tokens_in: null, tokens_out: null, cost: null })).toBe("timed out · tokens not told · price not known · 1,234 ms");
});
