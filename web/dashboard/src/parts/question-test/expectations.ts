// What a question test may expect, in words for the dialog, and what a trace suggests.
import type { Reason } from "@deskbell/shared/wire";

import type { Expectation, Trace } from "../../api/shapes.ts";

export const KINDS: [Expectation["kind"], string][] = [
  ["quotes", "say these words"],
  ["from_source", "use this source"],
  ["hands_off", "hand over to a person"],
  ["nothing_found", "find nothing in the content"],
  ["small_talk", "reply with small talk"],
];

/** The reasons for which an agent itself hands over; people and forms have others. */
export const REASONS: ["" | Reason, string][] = [
  ["", "Any reason"],
  ["asked_for_person", "The visitor asks for a person"],
  ["no_answer", "No answer in the content"],
  ["low_confidence", "Not sure enough"],
  ["phrase", "A phrase of a rule"],
  ["clinical", "A clinical question"],
  ["emergency", "An emergency"],
];

export function fresh(kind: Expectation["kind"]): Expectation {
  switch (kind) {
    case "quotes":
      return { kind, words: "" };
    case "from_source":
      return { kind, source_id: null, title: "" };
    case "hands_off":
      return { kind, reason: null };
    default:
      return { kind };
  }
}

export function isComplete(expectation: Expectation): boolean {
  switch (expectation.kind) {
    case "quotes":
      return expectation.words.trim() !== "";
    case "from_source":
      return expectation.title !== "";
    default:
      return true;
  }
}

/** What the agent did, as what it must go on doing. */
export function expectationOf({ came, passages, milliseconds }: Trace): Expectation | undefined {
  if (!came) return undefined;
  switch (came.outcome) {
    case "reply": {
      const used = passages.find((passage) => passage.used);
      return used && { kind: "from_source", source_id: used.source_id, title: used.title };
    }
    case "hand_off":
      return { kind: "hands_off", reason: REASONS.find(([reason]) => reason && reason === came.reason)?.[0] || null };
    case "say":
      return { kind: milliseconds.find === undefined ? "small_talk" : "nothing_found" };
  }
}
