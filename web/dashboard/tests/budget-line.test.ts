import { expect, test } from "vitest";

import type { BudgetReached } from "../src/api/shapes.ts";
import { budgetWords } from "../src/frame/budget-line.tsx";

const lumi: BudgetReached = { agent_id: "a1", agent_name: "Lumi", whose: "agent", period: "day", quotes: true };

test("nothing is said while every budget lasts", () => {
  expect(budgetWords([])).toBeNull();
});

test("one agent: what it does instead, and until when", () => {
  expect(budgetWords([lumi])).toBe("Lumi has used up a budget for language models. It quotes your content until the day ends (UTC), or until the budget is raised.");
  expect(budgetWords([{ ...lumi, quotes: false, period: "month" }])).toBe("Lumi has used up a budget for language models. It asks a person until the month ends (UTC), or until the budget is raised.");
});

test("several agents share one line", () => {
  const others = ["Nova", "Iris"].map((agent_name) => ({ ...lumi, agent_name }));
  expect(budgetWords([lumi, { ...lumi, agent_name: "Nova", quotes: false }])).toBe("Lumi and Nova have used up a budget for language models. They quote your content or ask a person until the day ends (UTC), or until the budget is raised.");
  expect(budgetWords([lumi, ...others])).toContain("Lumi and 2 other agents have");
});
