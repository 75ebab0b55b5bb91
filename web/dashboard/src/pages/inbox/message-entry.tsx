import type { Message, Note } from "@deskbell/shared/wire";
import { CircleAlert, ListChecks, Lock, ThumbsDown, ThumbsUp } from "lucide-react";
import { useState, type ReactNode } from "react";

import { dropUnsent, type Unsent } from "../../live/store.ts";
import { AddTestButton } from "../../parts/question-test/add-test-button.tsx";
import { cx } from "../../ui/cx.ts";
import { AgentGlyph, Face } from "../../ui/glyphs.tsx";
import { timeOfDay, whenExactly } from "../../ui/times.ts";
import { firstName } from "./names.ts";
import { FoldedText } from "./folded-text.tsx";
import { RichText } from "./rich-text.tsx";
import { Sources } from "./sources.tsx";
import { WhyButton } from "./why/why-button.tsx";

interface Names {
  visitor: string;
  agent: string;
  agentId: string;
  memberId: string;
  me: string;
}

interface BlockProps {
  face: ReactNode;
  name: string;
  about?: ReactNode;
  at?: string;
  tone?: "mine" | "note";
  hideHead?: boolean;
  children: ReactNode;
}

function Block({ face, name, about, at, tone, hideHead = false, children }: BlockProps) {
  return (
    <div className={cx("flex gap-4 max-md:gap-3", hideHead ? "mt-1" : "mt-4")}>
      <div className={cx("w-7 shrink-0", tone && "pt-2")}>{!hideHead && face}</div>
      <div
        className={cx(
          "min-w-0 flex-1 text-read",
          tone === "mine" && "-mx-2 rounded-card bg-teal-tint px-3 py-2",
          tone === "note" && "-mx-2 rounded-card border border-dashed border-control bg-paper px-3 py-2",
        )}
      >
        {!hideHead && (
          <div className="flex items-baseline gap-2">
            <span className="truncate font-semibold">{name}</span>
            <span className="min-w-0 truncate text-small text-ink-2">{about}</span>
            {at && <time dateTime={at} title={whenExactly(at)} className="ml-auto shrink-0 text-small text-ink-3">{timeOfDay(at)}</time>}
          </div>
        )}
        <div className="max-w-[68ch]">{children}</div>
      </div>
    </div>
  );
}

export function MessageEntry({ message, isContinued, names }: { message: Message; isContinued: boolean; names: Names }) {
  const shared = { at: message.at, hideHead: isContinued };
  if (message.author === "agent") return <AgentMessage message={message} isContinued={isContinued} agent={names.agent} />;
  if (message.author === "member") {
    const isMine = message.member_id === names.memberId;
    const name = message.member_name ?? "A former member";
    return (
      <Block {...shared} tone={isMine ? "mine" : undefined} face={<Face name={name} />} name={isMine ? "You" : name} about={isMine ? `visitor sees “${firstName(name)}”` : "your team"}>
        <RichText text={message.text} />
      </Block>
    );
  }
  return (
    <Block {...shared} face={<Face name={names.visitor} outlined />} name={names.visitor}>
      <div className="group relative">
        <FoldedText text={message.text} />
        <AddTestButton agentId={names.agentId} question={message.text} label="Add as question test" className={SHY}><ListChecks size={16} aria-hidden /></AddTestButton>
      </div>
    </Block>
  );
}

/** Seen under the pointer and in focus; where nothing can hover, always. */
const SHY = "absolute -top-1.5 right-0 inline-flex size-8 items-center justify-center rounded-control bg-surface text-ink-3 opacity-0 transition-opacity group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 [@media(hover:none)]:static [@media(hover:none)]:-ml-2 [@media(hover:none)]:opacity-100";

function AgentMessage({ message, isContinued, agent }: { message: Message; isContinued: boolean; agent: string }) {
  const [open, setOpen] = useState<number | null>(null);
  const toggle = (number: number) => setOpen((now) => (now === number ? null : number));
  return (
    <Block at={message.at} hideHead={isContinued} face={<AgentGlyph />} name={agent} about={<span className="font-medium text-agent">AI agent</span>}>
      <RichText text={message.text} onReference={message.sources.length ? toggle : undefined} />
      {message.sources.length > 0 && <Sources sources={message.sources} confidence={message.confidence} open={open} onToggle={toggle} />}
      <p className="mt-1"><WhyButton message={message} /></p>
      {message.rating && (
        <p className="mt-1.5 flex items-center gap-1.5 text-small text-ink-2">
          {message.rating === "up" ? <ThumbsUp size={14} aria-hidden /> : <ThumbsDown size={14} aria-hidden />}
          {message.rating === "up" ? "The visitor found this helpful" : "The visitor did not find this helpful"}
        </p>
      )}
    </Block>
  );
}

/** What the agent is writing at this moment. It is withdrawn when somebody takes over. */
export function DraftEntry({ text, agent }: { text: string; agent: string }) {
  return (
    <Block face={<AgentGlyph />} name={agent} about={<span className="text-agent">AI agent is writing</span>}>
      <div className="text-ink-2" aria-busy><RichText text={text || "…"} /></div>
    </Block>
  );
}

export function NoteEntry({ note, memberId }: { note: Note; memberId: string }) {
  return (
    <Block tone="note" at={note.at} face={<Face name={note.member_name} />} name={note.member_id === memberId ? "You" : note.member_name} about={<OnlyTeam />}>
      <RichText text={note.text} />
    </Block>
  );
}

function OnlyTeam() {
  return <span className="inline-flex items-center gap-1"><Lock size={12} aria-hidden /> only your team sees this</span>;
}

interface UnsentProps {
  conversationId: string;
  unsent: Unsent;
  me: string;
  onRetry: (unsent: Unsent) => void;
  onEdit: (unsent: Unsent) => void;
}

export function UnsentEntry({ conversationId, unsent, me, onRetry, onEdit }: UnsentProps) {
  const isFailed = unsent.state === "failed";
  const takeBack = () => {
    dropUnsent(conversationId, unsent.key);
    onEdit(unsent);
  };
  return (
    <Block tone={unsent.kind === "note" ? "note" : "mine"} face={<Face name={me} />} name="You" about={unsent.kind === "note" ? <OnlyTeam /> : isFailed ? null : "sending"}>
      <div className={cx(!isFailed && "opacity-60")}><RichText text={unsent.text} /></div>
      {isFailed && (
        <p role="alert" className="mt-1 flex flex-wrap items-center gap-x-2 text-small">
          <CircleAlert size={14} className="text-red" aria-hidden />
          <span>Not sent. {unsent.problem}</span>
          <button type="button" className="quiet-link" onClick={() => onRetry(unsent)}>Try again</button>
          <button type="button" className="quiet-link" onClick={takeBack}>Edit</button>
        </p>
      )}
    </Block>
  );
}
