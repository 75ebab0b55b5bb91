import type { Emergency, FieldValue, Message } from "@deskbell/shared/wire";
import { ArrowRight, Check, CornerUpLeft, RotateCcw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { Bell } from "../../ui/glyphs.tsx";
import { timeOfDay, whenExactly } from "../../ui/times.ts";
import { dispositionWords, timeToAcknowledge } from "./dispositions.ts";
import { reasonWords } from "./reasons.tsx";
import { WhyButton } from "./why/why-button.tsx";

interface LineWords {
  agent: string;
  visitor: string;
  memberId: string;
  fields: FieldValue[];
  emergency: Emergency | null;
}

/** One quiet line for each change of holder. */
export function DeskLine({ message, words }: { message: Message; words: LineWords }) {
  const isEmergency = message.kind === "emergency";
  return (
    <div className="mt-4 flex items-baseline gap-4 max-md:gap-3">
      <span className={isEmergency ? "flex w-7 shrink-0 justify-center text-red" : "flex w-7 shrink-0 justify-center text-ink-3"}>{sign(message.kind)}</span>
      <p className={isEmergency ? "font-medium text-red" : "text-small text-ink-2"}>
        {sentence(message, words)}{" "}
        <time dateTime={message.at} title={whenExactly(message.at)} className="font-normal whitespace-nowrap text-ink-3">{timeOfDay(message.at)}</time>{" "}
        <WhyButton message={message} />
      </p>
    </div>
  );
}

function sign(kind: Message["kind"]): ReactNode {
  const look = { size: 16, strokeWidth: 1.7, "aria-hidden": true, className: "translate-y-[3px]" } as const;
  switch (kind) {
    case "handed_off":
      return <Bell size={16} className="translate-y-[3px] text-brass" />;
    case "taken_over":
      return <ArrowRight {...look} />;
    case "handed_back":
      return <CornerUpLeft {...look} />;
    case "resolved":
      return <Check {...look} className="translate-y-[3px] text-green" />;
    case "emergency":
    case "text":
      return <TriangleAlert {...look} />;
    default:
      return <RotateCcw {...look} />;
  }
}

function sentence(message: Message, { agent, visitor, memberId, fields, emergency }: LineWords): string {
  const who = message.member_id === memberId ? "You" : (message.member_name ?? "A member");
  switch (message.kind) {
    case "handed_off": {
      if (message.reason === "handed_by_member") return `${message.label ?? "The member has left"}, so this waits for a colleague.`;
      const collected = fields.filter(({ missing }) => !missing).length;
      const details = collected ? `collected ${collected} ${collected === 1 ? "detail" : "details"} and ` : "";
      return `${agent} ${details}handed over: ${message.reason ? reasonWords(message.reason).toLowerCase() : "a person is needed"}.`;
    }
    case "taken_over":
      return `${who} took over. The agent is silent from here.`;
    case "handed_back":
      return `${who} returned this to the agent.`;
    case "resolved":
      return message.disposition ? `${who} closed this emergency: ${dispositionWords(message.disposition)}.` : `${who} closed this conversation.`;
    case "reopened":
      return message.member_id ? `${who} reopened this conversation.` : `${visitor} wrote again, so this conversation is open for people.`;
    case "emergency":
      return `Emergency card shown${message.card ? `: “${message.card.heading.replace(/\.$/, "")}”` : ""}. The agent is silent.${acknowledgedBy(message, emergency)}`;
    case "text":
      return `The visitor was shown: “${message.text}” The agent goes on.`;
    default:
      return message.text;
  }
}

/** Said at the line that rang. */
function acknowledgedBy(message: Message, emergency: Emergency | null): string {
  if (!emergency?.acknowledged_at || message.at !== emergency.raised_at) return "";
  return ` ${emergency.acknowledged_by ?? "A member"} acknowledged it ${timeToAcknowledge(emergency)}.`;
}
