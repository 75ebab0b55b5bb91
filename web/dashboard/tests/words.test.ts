import { expect, test } from "vitest";

import { asStart, firstName } from "../src/pages/inbox/names.ts";
import { problemWith } from "../src/pages/agent/agent-page.tsx";
import { addressesIn } from "../src/parts/addresses.ts";
import { snippetOf } from "../src/parts/snippet-card.tsx";
import { initials } from "../src/ui/glyphs.tsx";
import { ago, daysLeft, duration } from "../src/ui/times.ts";
import { whenWords } from "../src/pages/rules/words.tsx";

const now = Date.parse("2026-01-05T12:00:00Z");

test.each([[48_000, "48 s"], [14 * 60_000, "14 min"], [65 * 60_000, "1 h 05"], [50 * 3_600_000, "2 d"]])("%d ms is said as %s", (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

test("a clock that is a little behind never says a negative time", () => {
  expect(duration(-2_000)).toBe("0 s");
  expect(ago("2026-01-05T12:00:01Z", now)).toBe("just now");
});

test("an invitation says how many days are left", () => {
  expect(daysLeft("2026-01-12T12:00:00Z", now)).toBe("7 days left");
  expect(daysLeft("2026-01-05T18:00:00Z", now)).toBe("less than a day left");
});

test("addresses are found in whatever is pasted, once each", () => {
  expect(addressesIn("Ada <ada@clinic.example>, ben@clinic.example;\nBEN@clinic.example cleo@clinic.example")).toEqual([
    "ada@clinic.example", "ben@clinic.example", "cleo@clinic.example",
  ]);
});

test("a mistyped address is not dropped in silence: the server names it", () => {
  expect(addressesIn("ada@clinic.example, ben@, cleo.clinic.example")).toEqual(["ada@clinic.example", "ben@", "cleo.clinic.example"]);
});

test("somebody known only by a number is called the visitor", () => {
  expect([firstName("Marisol Vega"), firstName("Visitor 4821"), asStart(firstName("Visitor 4821"))]).toEqual(["Marisol", "the visitor", "The visitor"]);
});

test("initials are letters", () => {
  expect([initials("Harold Nyström"), initials("Visitor 4821"), initials("Inês"), initials("42")]).toEqual(["HN", "V", "I", "?"]);
});

test("a rule is said in a sentence", () => {
  expect(whenWords({ kind: "phrase", phrases: ["billing", "refund"] })).toBe("the message contains “billing” or “refund”");
  expect(whenWords({ kind: "confidence_below", threshold: 0.5 })).toBe("the confidence is below 0.50");
  expect(whenWords({ kind: "other_language", served: ["en", "es", "zh"] })).toBe("the message is not in English, Spanish or Chinese");
  expect(whenWords({ kind: "unanswered_in_a_row", times: 3 })).toBe("3 questions in a row have no answer");
  expect(whenWords({ kind: "details_collected", action_id: "gone", field: "", value: "" })).toBe("the details were collected");
});

test("the line for a site names a color of its own, made readable, and leaves out ours", () => {
  const src = `${window.location.origin}/widget.js`;
  expect([snippetOf({ widget_key: "wk_a", brand_color: "#0B6E69" }), snippetOf({ widget_key: "wk_a", brand_color: "#7A1FA2" })]).toEqual([
    `<script async src="${src}" data-deskbell="wk_a"></script>`,
    `<script async src="${src}" data-deskbell="wk_a" data-color="#7a1fa2"></script>`,
  ]);
});

test("what cannot be published is said in words before it is sent", () => {
  expect([problemWith({ name: " ", brand_color: "#0b6e69" }), problemWith({ name: "Lumi", brand_color: "red" }), problemWith({ name: "Lumi", brand_color: "#0B6E69" })]).toEqual([
    "Not published: the agent needs a name.",
    "Not published: the brand color is written like #0b6e69, a # and six digits or letters from a to f.",
    null,
  ]);
});
