// How a rule is said in a sentence. Pure.
import type { FieldType } from "@deskbell/shared/wire";

import type { RuleWhen } from "../../api/shapes.ts";

/** Rules on the message are judged before the agent answers, the others on its answer. */
export function judgesMessage(when: RuleWhen): boolean {
  return when.kind === "asks_for_person" || when.kind === "phrase";
}

export function whenWords(when: RuleWhen): string {
  switch (when.kind) {
    case "asks_for_person":
      return "the visitor asks for a person";
    case "no_answer":
      return "the agent finds no answer";
    case "confidence_below":
      return `the confidence is below ${when.threshold.toFixed(2)}`;
    case "phrase":
      return `the message contains ${when.phrases.map((phrase) => `“${phrase}”`).join(" or ")}`;
  }
}

export const kindWords: Record<RuleWhen["kind"], string> = {
  asks_for_person: "the visitor asks for a person, in any wording",
  phrase: "the message contains one of these phrases",
  no_answer: "the agent finds no answer in the content",
  confidence_below: "the agent is less sure than this",
};

export const fieldTypes: readonly (readonly [FieldType, string])[] = [
  ["text", "Text"], ["choice", "Choice"], ["email", "E-mail"], ["phone", "Phone number"], ["date", "Date"], ["reference", "Reference number"],
];
