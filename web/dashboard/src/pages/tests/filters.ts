// Which tests are shown, and in which order.
import type { QuestionTest } from "../../api/shapes.ts";

export const FILTERS = ["all", "failing", "changed", "person"] as const;
export type Filter = (typeof FILTERS)[number];

export const FILTER_WORDS: Record<Filter, string> = { all: "All", failing: "Failing", changed: "Changed", person: "Must hand off" };

export function fits({ result, expectation }: QuestionTest, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "failing":
      return result?.passed === false;
    case "changed":
      return Boolean(result?.change);
    case "person":
      return expectation.kind === "hands_off";
  }
}

/** What needs somebody first: failing, then never run, then changed; otherwise as they were added. */
export function needsFirst(tests: QuestionTest[]): QuestionTest[] {
  const weight = ({ result }: QuestionTest) => (result ? (result.passed ? (result.change ? 2 : 3) : 0) : 1);
  return [...tests].sort((one, other) => weight(one) - weight(other));
}
