import type { Message } from "@deskbell/shared/wire";

import { askWhy } from "./asked.ts";

/** Answers, handoffs and alarms can be asked why; what people wrote cannot. */
export function canBeAsked(message: Message): boolean {
  return message.kind === "handed_off" || message.kind === "emergency" || (message.author === "agent" && message.turn_id !== null);
}

export function WhyButton({ message }: { message: Message }) {
  if (!canBeAsked(message)) return null;
  return (
    <button type="button" className="quiet-link text-small" onClick={() => askWhy({ conversationId: message.conversation_id, messageId: message.id })}>
      {whyWords(message)}
    </button>
  );
}

/** Also the heading of what opens. */
export function whyWords(message: Message): string {
  if (message.kind === "emergency") return "Why this alarm";
  return message.kind === "handed_off" ? "Why this handoff" : "Why this answer";
}
