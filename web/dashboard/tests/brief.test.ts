import type { Thread } from "@deskbell/shared/live-state";
import { expect, test } from "vitest";

import { briefText } from "../src/pages/inbox/brief/brief-text.ts";
import { flagsOf, languageName } from "../src/pages/inbox/brief/flags.ts";
import { summaryOf } from "../src/pages/inbox/brief/summary.ts";
import { message, row } from "./example.ts";

function said(...texts: string[]) {
  return texts.map((text, index) => message({ id: `m${index}`, seq: index + 1, author: "visitor", text }));
}

const thread: Thread = {
  messages: said("I was billed twice for my visit on March 3. Can you refund one of them?", "ok", "The reference is 88231."),
  notes: [],
  fields: [
    { key: "name", label: "Patient name", value: "Ana Ruiz", original: "ana ruiz", verified: true, edited_by: null, action_id: null, missing: false },
    { key: "ref", label: "Reference", value: "abc", original: "abc", verified: false, edited_by: null, action_id: null, missing: false },
    { key: "dob", label: "Date of birth", value: "", original: "", verified: false, edited_by: null, action_id: null, missing: true },
  ],
  handoffs: [{ id: "h1", conversation_id: "c1", at: "2026-01-05T10:00:00Z", reason: "no_answer", label: "Billing", rule_id: null, rule_version: null, route_id: null, route_version: null, matched: null, score: 0.3, question: "Can you refund one of them?", tried: [{ title: "Billing", path: "Billing › Refunds", score: 0.41 }], language: "es" }],
  visitor: { id: "v1", name: "Ana", email: null, first_seen_at: "2026-01-05T09:00:00Z", page: null, earlier: [] },
  position: 1,
};

test("the summary is at most three of the visitor's own sentences, in their order, without what says nothing", () => {
  expect(summaryOf(thread.messages, 1)).toEqual(["I was billed twice for my visit on March 3.", "Can you refund one of them?", "The reference is 88231."]);
  const long = said("Hello there.", "My card was charged twice in March.", "thanks", "The charge is 80 dollars.", "It rained a lot here.", "Can I get the second charge back?", "Please write me.");
  expect(summaryOf(long, 1)).toEqual(["My card was charged twice in March.", "The charge is 80 dollars.", "Can I get the second charge back?"]);
});

test("what was said before the thread was opened again is not summed up", () => {
  const again = [...said("An old question about hours?"), message({ id: "m9", seq: 9, segment: 2, author: "visitor", text: "Now I need an invoice." })];
  expect(summaryOf(again, 2)).toEqual(["Now I need an invoice."]);
});

test("flags say what to know before writing, and nothing when there is nothing", () => {
  const waiting = row({ state: "waiting", segment: 2, priority: "urgent" });
  expect(flagsOf(waiting, thread)).toEqual(["Words that may mean danger", "Open for the second time", "One detail not given", "One detail unverified", "No way to reach them but this chat"]);
  expect(flagsOf(row(), { ...thread, fields: [] })).toEqual([]);
});

test("the language is named when it is not the reader's own", () => {
  expect([languageName("es", "en-US"), languageName("en", "en-US"), languageName(null, "en-US")]).toEqual(["Spanish", null, null]);
});

test("copied, the brief holds all of it", () => {
  expect(briefText(row({ visitor_name: "Ana Ruiz", contact_known: true }), thread, "The agent found no answer in the content.").split("\n")).toEqual([
    "Ana Ruiz",
    "Why: The agent found no answer in the content.",
    "Note: One detail not given; One detail unverified",
    "Language: Spanish",
    "In the visitor’s words:",
    "- I was billed twice for my visit on March 3.",
    "- Can you refund one of them?",
    "- The reference is 88231.",
    "Patient name: Ana Ruiz",
    "Reference: abc (unverified)",
    "Date of birth: not given",
    "Unanswered: Can you refund one of them?",
    "The agent looked at:",
    "- Billing › Refunds (0.41)",
  ]);
});
