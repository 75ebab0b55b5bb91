// A rule while it is written: how each kind begins, and whether it can be saved. Pure.
import type { Action, Preset, RuleDraft, RuleWhen } from "../../../api/shapes.ts";

const ownWords: RuleDraft["says"] = { here: "", away: "", closed: "" };

const starts: Record<RuleWhen["kind"], { when: (actions: readonly Action[]) => RuleWhen; label: string }> = {
  phrase: { when: () => ({ kind: "phrase", phrases: [] }), label: "" },
  topic: { when: () => ({ kind: "topic", topic: "", examples: [] }), label: "" },
  asks_for_person: { when: () => ({ kind: "asks_for_person" }), label: "Asked for a person" },
  stuck: { when: () => ({ kind: "stuck" }), label: "Needs more help" },
  other_language: { when: () => ({ kind: "other_language", served: ["en"] }), label: "Other language" },
  no_answer: { when: () => ({ kind: "no_answer" }), label: "No answer" },
  unanswered_in_a_row: { when: () => ({ kind: "unanswered_in_a_row", times: 2 }), label: "Unanswered questions" },
  confidence_below: { when: () => ({ kind: "confidence_below", threshold: 0.55 }), label: "Low confidence" },
  clinical: { when: () => ({ kind: "clinical" }), label: "Clinical question" },
  agent_unavailable: { when: () => ({ kind: "agent_unavailable" }), label: "Agent unavailable" },
  details_collected: { when: ([first]) => ({ kind: "details_collected", action_id: first?.id ?? "", field: "", value: "" }), label: "" },
};

export const freshDraft: RuleDraft = {
  when: { kind: "phrase", phrases: [] }, collect_first: [], label: "", priority: "normal", enabled: true, says: ownWords,
};

export function ofPreset({ when, label }: Preset): RuleDraft {
  return { ...freshDraft, when, label };
}

/** Another kind: what it needs begins anew, and the label too, unless somebody wrote their own. */
export function asKind(draft: RuleDraft, kind: RuleWhen["kind"], actions: readonly Action[]): RuleDraft {
  const isOwn = draft.label !== "" && draft.label !== starts[draft.when.kind].label;
  return { ...draft, when: starts[kind].when(actions), label: isOwn ? draft.label : starts[kind].label };
}

/** Without the empty lines that somebody is still writing. */
export function tidied(draft: RuleDraft): RuleDraft {
  const { when } = draft;
  const label = draft.label.trim();
  if (when.kind === "phrase") return { ...draft, label, when: { ...when, phrases: written(when.phrases) } };
  if (when.kind === "topic") return { ...draft, label, when: { ...when, topic: when.topic.trim(), examples: written(when.examples) } };
  return { ...draft, label };
}

export function isWhole(draft: RuleDraft): boolean {
  const { when } = tidied(draft);
  return draft.label.trim() !== "" && canBeJudged(draft) && (when.kind !== "details_collected" || when.action_id !== "");
}

/** Whether it says what it waits for. */
export function canBeJudged(draft: RuleDraft): boolean {
  const { when } = tidied(draft);
  switch (when.kind) {
    case "phrase":
      return when.phrases.length > 0;
    case "topic":
      return when.topic.length > 2;
    case "other_language":
      return when.served.length > 0;
    case "details_collected":
      return when.action_id !== "" && (when.field === "" || when.value !== "");
    default:
      return true;
  }
}

function written(lines: readonly string[] | undefined): string[] {
  return (lines ?? []).map((line) => line.trim()).filter(Boolean);
}
