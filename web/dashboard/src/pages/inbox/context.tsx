// Beside the thread: why a person is needed, what was collected, what the agent tried, who is writing.
import type { Thread } from "@deskbell/shared/live-state";
import { isEmergency } from "@deskbell/shared/views";
import type { Conversation, Handoff, Tried } from "@deskbell/shared/wire";
import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";

import { useNow } from "../../live/clock.ts";
import { placeOf } from "../../parts/trace/quoted.tsx";
import { Chip, CopyButton } from "../../ui/small.tsx";
import { shortTime } from "../../ui/times.ts";
import { EmergencyLife } from "./emergency-life.tsx";
import { briefText } from "./brief/brief-text.ts";
import { flagsOf, languageName } from "./brief/flags.ts";
import { summaryOf } from "./brief/summary.ts";
import { Fields } from "./fields.tsx";
import { ownLabel, reasonWords } from "./reasons.tsx";

export function ContextPane({ row, thread, onBack }: { row: Conversation; thread: Thread; onBack: () => void }) {
  const handoff = thread.handoffs.at(-1);
  return (
    <section aria-label="Context" className="flex h-full w-full flex-col bg-paper">
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line pr-3 pl-5 max-md:pl-1">
        <button type="button" aria-label="Back to the conversation" onClick={onBack} className="flex size-11 items-center justify-center rounded-control md:hidden">
          <ChevronLeft size={22} aria-hidden />
        </button>
        <h2 className="flex-1 font-semibold">{!handoff ? "Context" : row.state === "agent" ? "Last handoff" : "Handoff brief"}</h2>
        <CopyButton look="quiet" text={() => briefText(row, thread, reasonSentence(row, handoff))} />
      </header>
      <div className="page-scroll flex-1">
        <Part><p className="text-read">{reasonSentence(row, handoff)}</p><Flags row={row} thread={thread} /></Part>
        {row.emergency && <Part title="Emergency"><EmergencyLife row={row} emergency={row.emergency} /></Part>}
        <Summary row={row} thread={thread} />
        {thread.fields.length > 0 && <Part><Fields conversationId={row.id} fields={thread.fields} /></Part>}
        {handoff?.question && (row.state === "waiting" || row.state === "member") && <Part title="Still unanswered"><p dir="auto">{handoff.question}</p></Part>}
        {handoff && handoff.tried.length > 0 && <TriedPassages tried={handoff.tried} score={handoff.score} />}
        <VisitorPart row={row} thread={thread} />
        <Earlier thread={thread} />
      </div>
    </section>
  );
}

function Part({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-5 py-4 last:border-b-0">
      {title && <h3 className="mb-1.5 text-small text-ink-2">{title}</h3>}
      {children}
    </section>
  );
}

export function reasonSentence(row: Conversation, handoff: Handoff | undefined): string {
  if (isEmergency(row)) return "What the visitor wrote sounds like an emergency. The emergency card was shown and the agent is silent.";
  if (!handoff) return row.state === "agent" ? "The agent is answering this alone. Nobody is needed." : "Nobody has been asked for.";
  const label = ownLabel(handoff);
  const about = label ? ` (${label})` : "";
  switch (handoff.reason) {
    case "no_answer":
      return `The agent found no answer in the content${about}.`;
    case "low_confidence":
      return `The agent was not sure enough of its answer${about}.`;
    case "clinical":
      return `This is a clinical question, which the agent never answers${about}.`;
    case "frustrated":
      return handoff.rule_id && handoff.matched ? `The visitor asked again or was frustrated: “${handoff.matched}”${about}.` : "The visitor said a second time that the agent does not help.";
    case "topic":
      return `The message is about ${handoff.matched ?? "a topic of your rules"}${about}.`;
    case "other_language":
      return `The message is in a language that your team does not serve${about}.`;
    case "unanswered_in_a_row":
      return `The content had no answer to ${handoff.score ?? "several"} questions in a row${about}.`;
    case "phrase":
      return handoff.matched ? `The visitor wrote “${handoff.matched}”${about}.` : `The visitor used a phrase of your rules${about}.`;
    case "agent_unavailable":
      return "The agent could not answer because its model was unavailable.";
    case "left_during_collection":
      return `The visitor left while the agent was asking for details${about}.`;
    default:
      return `${reasonWords(handoff.reason)}${about}.`;
  }
}

function Flags({ row, thread }: { row: Conversation; thread: Thread }) {
  const language = languageName(thread.handoffs.at(-1)?.language);
  const flags = [...flagsOf(row, thread), ...(language ? [`Writes in ${language}`] : [])];
  if (flags.length === 0) return null;
  return <ul aria-label="Good to know" className="mt-2 flex flex-wrap gap-1.5">{flags.map((flag) => <li key={flag}><Chip>{flag}</Chip></li>)}</ul>;
}

/** Only where it saves reading: a thread of one sentence is its own summary. */
function Summary({ row, thread }: { row: Conversation; thread: Thread }) {
  const lines = summaryOf(thread.messages, row.segment);
  if (lines.length < 2) return null;
  return <Part title="In the visitor’s words"><ul className="list-disc pl-4 marker:text-ink-3">{lines.map((line) => <li key={line} dir="auto">{line}</li>)}</ul></Part>;
}

function TriedPassages({ tried, score }: { tried: Tried[]; score: number | null }) {
  return (
    <Part title="The agent looked at">
      <ul>
        {tried.map((passage, index) => (
          <li key={index} className="flex items-baseline gap-3 py-0.5">
            <span className="min-w-0 flex-1 truncate text-ink-2" title={placeOf(passage)}>{placeOf(passage)}</span>
            <span className="numbers text-small text-ink-2">{passage.score.toFixed(2)}</span>
          </li>
        ))}
      </ul>
      {score !== null && <p className="mt-1 text-small text-ink-3">Its best answer had a confidence of {score.toFixed(2)}.</p>}
    </Part>
  );
}

function VisitorPart({ row, thread }: { row: Conversation; thread: Thread }) {
  const now = useNow();
  const { visitor } = thread;
  const page = row.page ?? visitor.page;
  return (
    <Part title="Visitor">
      <dl className="grid grid-cols-[112px_1fr] gap-x-3 gap-y-1">
        <dt className="text-ink-2">First seen</dt>
        <dd><time dateTime={visitor.first_seen_at}>{shortTime(visitor.first_seen_at, now)}</time></dd>
        {visitor.email && <><dt className="text-ink-2">E-mail</dt><dd className="truncate"><a className="quiet-link" href={`mailto:${visitor.email}`}>{visitor.email}</a></dd></>}
        {page && <><dt className="text-ink-2">On page</dt><dd className="truncate" title={page}>{pathOf(page)}</dd></>}
      </dl>
    </Part>
  );
}

function pathOf(page: string): string {
  try {
    const { pathname, search } = new URL(page);
    return pathname + search;
  } catch {
    return page;
  }
}

function Earlier({ thread }: { thread: Thread }) {
  const now = useNow();
  if (thread.visitor.earlier.length === 0) return null;
  return (
    <Part title="Earlier">
      <ul>
        {thread.visitor.earlier.map((earlier) => (
          <li key={earlier.id}>
            <Link to="/inbox/$conversationId" params={{ conversationId: earlier.id }} search={{ view: "open" }} className="-mx-2 flex items-baseline gap-3 rounded-control px-2 py-1 hover:bg-hover">
              <span className="min-w-0 flex-1 truncate">{earlier.last_text ?? "Conversation"}</span>
              <span className="shrink-0 text-small text-ink-3">{shortTime(earlier.opened_at, now)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
