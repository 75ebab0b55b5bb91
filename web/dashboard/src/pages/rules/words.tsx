// How a rule is said in a sentence. Pure.
import type { FieldType } from "@deskbell/shared/wire";

import type { Action, RuleLanguage, RuleWhen } from "../../api/shapes.ts";

export const languageNames: readonly (readonly [RuleLanguage, string])[] = [
  ["en", "English"], ["es", "Spanish"], ["fr", "French"], ["pt", "Portuguese"], ["vi", "Vietnamese"], ["tl", "Tagalog"], ["zh", "Chinese"],
];

/** “the visitor asks for a person”: what comes after “When”. `actions`: for the names of those it waits for. */
export function whenWords(when: RuleWhen, actions: readonly Action[] = []): string {
  switch (when.kind) {
    case "asks_for_person":
      return "the visitor asks for a person";
    case "phrase":
      return `the message contains ${listed(when.phrases.map((phrase) => `“${phrase}”`), "or")}`;
    case "topic":
      return `the message is about ${when.topic}`;
    case "other_language":
      return `the message is not in ${listed(languageNames.filter(([key]) => when.served.includes(key)).map(([, name]) => name), "or")}`;
    case "stuck":
      return "the visitor asks again or is frustrated";
    case "clinical":
      return "the question is clinical";
    case "no_answer":
      return "the agent finds no answer";
    case "unanswered_in_a_row":
      return `${when.times} questions in a row have no answer`;
    case "confidence_below":
      return `the confidence is below ${when.threshold.toFixed(2)}`;
    case "agent_unavailable":
      return "the agent is unavailable or over budget";
    case "details_collected":
      return collectedWords(when, actions);
  }
}

function collectedWords(when: Extract<RuleWhen, { kind: "details_collected" }>, actions: readonly Action[]): string {
  const action = actions.find(({ id }) => id === when.action_id);
  const field = action?.fields.find(({ key }) => key === when.field)?.label ?? when.field;
  return `${action ? `${action.name} was` : "the details were"} collected${when.field ? ` and ${field} is “${when.value}”` : ""}`;
}

export function listed(names: string[], last: "and" | "or"): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

export const kindWords: readonly (readonly [RuleWhen["kind"], string])[] = [
  ["asks_for_person", "the visitor asks for a person, in any wording"],
  ["phrase", "the message contains one of these phrases"],
  ["topic", "the message is about a topic, in plain words"],
  ["stuck", "the visitor asks again or is frustrated"],
  ["other_language", "the message is in a language that is not served"],
  ["no_answer", "the agent finds no answer in the content"],
  ["unanswered_in_a_row", "several questions in a row have no answer"],
  ["confidence_below", "the agent is less sure than this"],
  ["details_collected", "details were collected"],
  ["clinical", "the question is clinical (always handed off: this says how)"],
  ["agent_unavailable", "the agent is unavailable or over budget (always handed off: this says how)"],
];

export const fieldTypes: readonly (readonly [FieldType, string])[] = [
  ["text", "Text"], ["choice", "Choice"], ["email", "E-mail"], ["phone", "Phone number"], ["date", "Date"], ["reference", "Reference number"],
];
