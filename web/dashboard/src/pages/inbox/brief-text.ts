// The brief as plain text, for a ticket or a phone call. Pure.
import type { Thread } from "@deskbell/shared/live-state";
import type { Conversation } from "@deskbell/shared/wire";

import { reasonWords } from "./reasons.tsx";

export function briefText(row: Conversation, thread: Thread): string {
  const handoff = thread.handoffs.at(-1);
  const fields = thread.fields.map(({ label, value, verified, missing }) => `${label}: ${missing ? "not given" : value}${verified || missing ? "" : " (unverified)"}`);
  return [
    row.visitor_name,
    handoff && `Why: ${handoff.label || reasonWords(handoff.reason)}`,
    ...fields,
    handoff?.question && `Question: ${handoff.question}`,
    thread.visitor.email && `E-mail: ${thread.visitor.email}`,
  ].filter(Boolean).join("\n");
}
