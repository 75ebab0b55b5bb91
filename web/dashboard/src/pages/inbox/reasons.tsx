// The words and signs for why a conversation needs a person.
import type { Conversation, Reason } from "@deskbell/shared/wire";
import {
  Ambulance, CircleDashed, CircleHelp, Frown, Hand, Languages, ListChecks, MessageSquareText, RotateCcw, ShieldAlert, Tags, TextQuote, Unplug, UserRound, type LucideIcon,
} from "lucide-react";

const reasons: Record<Reason, { words: string; icon: LucideIcon }> = {
  asked_for_person: { words: "Asked for a person", icon: Hand },
  no_answer: { words: "No answer in content", icon: CircleHelp },
  low_confidence: { words: "Low confidence", icon: CircleDashed },
  phrase: { words: "Used a phrase", icon: TextQuote },
  topic: { words: "Wrote about a topic", icon: Tags },
  other_language: { words: "Wrote in another language", icon: Languages },
  unanswered_in_a_row: { words: "Several questions unanswered", icon: CircleHelp },
  details_collected: { words: "Details collected", icon: ListChecks },
  clinical: { words: "Clinical question", icon: ShieldAlert },
  frustrated: { words: "Frustrated visitor", icon: Frown },
  emergency: { words: "Emergency", icon: Ambulance },
  agent_unavailable: { words: "Agent unavailable", icon: Unplug },
  left_during_collection: { words: "Left during collection", icon: MessageSquareText },
  reopened: { words: "Reopened", icon: RotateCcw },
  handed_by_member: { words: "Passed on by a member", icon: UserRound },
};

export function reasonWords(reason: Reason): string {
  return reasons[reason]?.words ?? "Handed over";
}

export function ReasonChip({ reason }: { reason: Reason }) {
  const Icon = reasons[reason]?.icon ?? CircleHelp;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-small text-ink-2">
      <Icon size={14} strokeWidth={1.7} className="shrink-0" aria-hidden />
      <span className="truncate">{reasonWords(reason)}</span>
    </span>
  );
}

/** A rule's own label, when it says more than the reason does. */
export function ownLabel(row: Pick<Conversation, "label" | "reason">): string | null {
  if (!row.label || !row.reason) return row.label;
  return row.label.toLowerCase() === reasonWords(row.reason).toLowerCase() ? null : row.label;
}
