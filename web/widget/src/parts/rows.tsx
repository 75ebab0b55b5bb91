// The visitor's own bubbles with their fate, a person's bubbles, and the quiet lines between them.
import { useState } from "preact/hooks";
import { Typeset } from "../text/typeset";
import { type Row } from "../panel/transcript";
import { type VisitorMessage } from "../wire";
import { timeOf, useSpeech, type Words } from "../words/words";
import { useReach } from "./context";
import { telephone } from "./greeting";
import { Face } from "./header";
import { Check, CircleAlert, Clock, RotateCw } from "./icons";

export function VisitorRow({ row }: { row: Extract<Row, { type: "visitor" }> }) {
  const { words } = useSpeech();
  return (
    <div class="visitor-row">
      <span class="unseen">{words.visitor}: </span>
      <p class={`bubble bubble-own bubble-${row.delivery}`} dir="auto">
        <OwnWords text={row.text} />
      </p>
      {(row.last || row.delivery !== "sent") && <Fate row={row} />}
    </div>
  );
}

const SHOWN_WHOLE = 1_500;
const SHOWN_OF_LONG = 700;

/** A very long message keeps the thread readable: its beginning, until the visitor wants all of it. */
function OwnWords({ text }: { text: string }) {
  const { words } = useSpeech();
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= SHOWN_WHOLE) return <>{text}</>;
  return (
    <>
      {text.slice(0, SHOWN_OF_LONG)}…
      <button type="button" class="link-button folded" onClick={() => setWhole(true)}>
        {words.showAll}
      </button>
    </>
  );
}

function Fate({ row }: { row: Extract<Row, { type: "visitor" }> }) {
  const { words, locale } = useSpeech();
  const { desk } = useReach();
  switch (row.delivery) {
    case "sent":
      return (
        <p class="fate">
          <Check size={14} /> {words.sent(timeOf(row.at, locale, new Date()))}
        </p>
      );
    case "sending":
      return <p class="fate">{words.sending}</p>;
    case "waiting":
      return (
        <p class="fate">
          <Clock size={14} /> {words.waitingForConnection}
        </p>
      );
    case "failed":
    case "refused":
      return (
        <div class="fate fate-failed">
          <CircleAlert size={16} class="alert-glyph" />
          <span>{row.delivery === "refused" && row.reason ? row.reason : words.notSent}</span>
          <button type="button" class="link-button" onClick={() => desk.retry(row.id)}>
            <RotateCw size={14} /> {words.tryAgain}
          </button>
          {row.delivery === "refused" && (
            <button type="button" class="link-button" onClick={() => desk.discard(row.id)}>
              {words.remove}
            </button>
          )}
        </div>
      );
  }
}

export function PersonBubble({ row, initials }: { row: Extract<Row, { type: "person" }>; initials: string }) {
  const { words, locale } = useSpeech();
  const { message, lead, last } = row;
  return (
    <div class="person-bubble-row">
      {lead && (
        <p class="author author-person">
          <strong>{message.person_name ?? words.person}</strong>
          <time dateTime={message.at}>{timeOf(message.at, locale, new Date())}</time>
        </p>
      )}
      <div class="person-bubble">
        {last ? <Face initials={initials} small /> : <span class="face-gap" />}
        <div class="bubble bubble-person">
          <Typeset text={message.text} sources={ownLinks(message.text)} />
        </div>
      </div>
    </div>
  );
}

/** A member may send an address; only the agent is held to its sources. */
function ownLinks(text: string): VisitorMessage["sources"] {
  return [...text.matchAll(/https?:\/\/[^\s<>"')]+/g)].map(([url]) => ({ url: url.replace(/[.,;:!?]+$/, "") }) as VisitorMessage["sources"][number]);
}

export function DeskLine({ message }: { message: VisitorMessage }) {
  const { words, locale } = useSpeech();
  return (
    <p class="line">
      <span>
        <Dialed text={sentenceOf(message, words)} /> · <time dateTime={message.at}>{timeOf(message.at, locale, new Date())}</time>
      </span>
    </p>
  );
}

/** A number that is told is a number that can be called. */
function Dialed({ text }: { text: string }) {
  return <>{text.split(/(\d[\d ]+\d)/).map((part, at) => (at % 2 ? <a href={telephone(part)}>{part}</a> : part))}</>;
}

function sentenceOf(message: VisitorMessage, words: Words): string {
  switch (message.kind) {
    case "handed_off":
      return words.handedOff;
    case "taken_over":
      return words.joined(message.person_name ?? words.person);
    case "handed_back":
      return words.handedBack;
    case "resolved":
      return message.person_name ? words.closedBy(message.person_name) : words.closed;
    case "reopened":
      return words.reopened;
    default:
      return message.text;
  }
}
