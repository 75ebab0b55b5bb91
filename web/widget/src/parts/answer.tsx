// What the agent says: typeset on paper, its sources opening in place, and whether it helped.
import { useState } from "preact/hooks";
import { webAddress } from "../text/blocks";
import { Typeset } from "../text/typeset";
import { type Citation, type VisitorMessage } from "../wire";
import { dayOf, timeOf, useSpeech } from "../words/words";
import { useReach } from "./context";
import { AgentGlyph, ArrowUpRight, Check, ChevronDown, FileText, ThumbsDown, ThumbsUp } from "./icons";

export function Answer({ message, lead }: { message: VisitorMessage; lead: boolean }) {
  return (
    <div class="agent-row" data-kind={message.kind}>
      {lead && <AgentLine at={message.at} />}
      <Typeset text={message.text} sources={message.sources} />
      {message.sources.map((source) => (
        <Source key={source.passage_id + source.number} source={source} numbered={message.sources.length > 1} />
      ))}
      {message.kind === "answer" && <Thumbs message={message} />}
    </div>
  );
}

export function AgentLine({ at }: { at?: string }) {
  const { words, locale } = useSpeech();
  return (
    <p class="author">
      <AgentGlyph />
      <strong class="agent-name">{words.assistant}</strong>
      {at && <time dateTime={at}>{timeOf(at, locale, new Date())}</time>}
    </p>
  );
}

/** Closed: one quiet line. Open: the passage as it was read, the used words marked. Esc closes it. */
function Source({ source, numbered }: { source: Citation; numbered: boolean }) {
  const { words, locale } = useSpeech();
  const [open, setOpen] = useState(false);
  const address = source.url ? webAddress(source.url) : null;
  return (
    <div
      class="source"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        setOpen(false);
        event.currentTarget.querySelector("button")?.focus();
      }}
    >
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {numbered ? <span class="source-number">{source.number}</span> : <FileText size={16} />}
        <span class="source-name" dir="auto">
          {words.from} <strong>{nameOf(source)}</strong>
        </span>
        <ChevronDown size={16} class={open ? "turned" : ""} />
      </button>
      {open && (
        <div class="source-open">
          <Passage source={source} />
          <p class="source-foot">
            <span>{source.read_at && words.sourceAsOf(dayOf(source.read_at, locale))}</span>
            {address && (
              <a href={address} target="_blank" rel="noopener noreferrer">
                {words.openPage} <ArrowUpRight size={14} />
              </a>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

function Passage({ source }: { source: Citation }) {
  const at = source.passage.indexOf(source.quote);
  if (at < 0 || !source.quote) return <blockquote dir="auto">{source.quote || source.passage}</blockquote>;
  return (
    <blockquote dir="auto">
      {source.passage.slice(0, at)}
      <mark>{source.quote}</mark>
      {source.passage.slice(at + source.quote.length)}
    </blockquote>
  );
}

/** "Billing › Late cancellation": where it stands, without saying the title twice. */
function nameOf(source: Citation): string {
  if (!source.path || source.path === source.title) return source.title || source.path;
  return source.path.startsWith(source.title) ? source.path : `${source.title} › ${source.path}`;
}

function Thumbs({ message }: { message: VisitorMessage }) {
  const { words } = useSpeech();
  const { desk } = useReach();
  const thumb = (rating: "up" | "down") => ({
    type: "button" as const,
    "aria-pressed": message.rating === rating,
    onClick: () => void desk.rate(message.id, message.rating === rating ? null : rating),
  });
  return (
    <div class="thumbs" role="group" aria-label={words.helped}>
      <span>{words.helped}</span>
      <button {...thumb("up")}>
        <ThumbsUp size={18} /> {words.yes}
      </button>
      <button {...thumb("down")}>
        <ThumbsDown size={18} /> {words.no}
      </button>
      {message.rating && (
        <span class="thumbs-thanks" role="status">
          <Check size={14} /> {words.thanks}
        </span>
      )}
    </div>
  );
}

/** The answer while it is being written. Not spoken: the finished answer is. */
export function Draft({ text }: { text: string | null }) {
  const { words } = useSpeech();
  return (
    <div class="agent-row agent-draft" aria-hidden="true">
      <AgentLine />
      {text ? (
        <Typeset text={text.replace(/\*\*([^*]*)$/, "$1")} />
      ) : (
        <div class="looking-up">
          <p>{words.lookingUp}</p>
          <span class="bone" />
          <span class="bone bone-short" />
        </div>
      )}
    </div>
  );
}
