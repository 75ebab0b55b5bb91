// The brief as plain text, for a ticket or a phone call. Pure.
import type { Thread } from "@deskbell/shared/live-state";
import type { Conversation } from "@deskbell/shared/wire";

import { placeOf } from "../../../parts/trace/quoted.tsx";
import { flagsOf, languageName } from "./flags.ts";
import { summaryOf } from "./summary.ts";

export function briefText(row: Conversation, thread: Thread, reason: string): string {
  const handoff = thread.handoffs.at(-1);
  const fields = thread.fields.map(({ label, value, verified, missing }) => `${label}: ${missing ? "not given" : value}${verified || missing ? "" : " (unverified)"}`);
  const summary = summaryOf(thread.messages, row.segment).map((line) => `- ${line}`);
  const tried = handoff?.tried.map((passage) => `- ${placeOf(passage)} (${passage.score.toFixed(2)})`) ?? [];
  const flags = flagsOf(row, thread);
  const language = languageName(handoff?.language);
  return [
    row.visitor_name,
    `Why: ${reason}`,
    flags.length > 0 && `Note: ${flags.join("; ")}`,
    language && `Language: ${language}`,
    ...(summary.length > 0 ? ["In the visitor’s words:", ...summary] : []),
    ...fields,
    handoff?.question && `Unanswered: ${handoff.question}`,
    ...(tried.length > 0 ? ["The agent looked at:", ...tried] : []),
    thread.visitor.email && `E-mail: ${thread.visitor.email}`,
  ].filter(Boolean).join("\n");
}
