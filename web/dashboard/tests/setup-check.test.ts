import { expect, test } from "vitest";

import type { CheckLine, SetupCheck } from "../src/api/shapes.ts";
import { asText, headline } from "../src/pages/check/words.ts";

const line = (changes: Partial<CheckLine>): CheckLine => ({ key: "database", group: "ground", title: "The database answers", state: "passed", sentence: "In 2 ms.", fix: null, milliseconds: 2, ...changes });
const check = (changes: Partial<SetupCheck>, ...lines: CheckLine[]): SetupCheck => ({
  id: "s1", agent_id: "a1", member_name: "Ada Lin", cause: "by_hand", state: "done", summary: "1 of 2 are fine, 1 failed.", begun_at: "2026-01-05T10:00:00Z", ended_at: "2026-01-05T10:00:09Z", lines, ...changes,
});
const failed = line({ key: "answer", group: "story", title: "A question is answered", state: "failed", sentence: "“When?” was not answered." });

test("the headline says what matters: failures, then what to look at, then that all is well", () => {
  expect(headline(check({}, line({}), failed))).toBe("One thing does not work yet");
  expect(headline(check({}, failed, failed))).toBe("2 things do not work yet");
  expect(headline(check({}, line({}), line({ state: "attention" })))).toBe("Everything works. A few things are worth a look");
  expect(headline(check({}, line({}), line({ state: "skipped" })))).toBe("Everything works");
});

test("a check under way says how far it is, and one that was stopped never says that all is well", () => {
  expect(headline(check({ state: "running" }, line({}), line({ state: "running" })))).toBe("Checking: 1 of 2");
  expect(headline(check({ state: "stopped" }, line({})))).toBe("The check was stopped before its end. Run it again.");
});

test("copied, it is a text that says what was found without a picture", () => {
  expect(asText(check({}, line({}), failed), "Lumi", "Monday")).toBe(
    `Set-up check of Lumi, run by Ada Lin, Monday
1 of 2 are fine, 1 failed.

The story of one conversation:
- A question is answered: failed. “When?” was not answered.

What it stands on:
- The database answers: fine. In 2 ms.

People and places around it:`,
  );
});
