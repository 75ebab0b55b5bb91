// The first thing a visitor reads: who is speaking, what it can do, what others ask.
import { type Settings } from "../wire";
import { useSpeech } from "../words/words";
import { useReach } from "./context";
import { AgentGlyph, ArrowRight } from "./icons";

export function Greeting({ settings }: { settings: Settings }) {
  const { words } = useSpeech();
  const { desk } = useReach();
  const [heading, rest] = greetingOf(settings.greeting);
  return (
    <section class="greeting">
      <p class="author">
        <AgentGlyph />
        <strong class="agent-name">{words.assistant}</strong>
      </p>
      <h2 dir="auto">{heading || words.greetingHeading}</h2>
      <p class="greeting-rest" dir="auto">{rest || words.greetingRest(settings.workspace_name)}</p>
      {settings.suggested_questions.length > 0 && (
        <div class="questions">
          <h3>{words.oftenAsked}</h3>
          <ul>
            {settings.suggested_questions.map((question) => (
              <li key={question}>
                <button type="button" dir="auto" onClick={() => desk.say(question)}>
                  {question}
                  <ArrowRight size={16} class="mirrored" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** An owner writes one text; its first line, or its first short sentences, become the heading. */
export function greetingOf(greeting: string): [heading: string, rest: string] {
  const text = greeting.trim();
  const line = text.indexOf("\n");
  if (line > 0) return [text.slice(0, line).trim(), text.slice(line).trim()];
  if (text.length <= LONGEST_HEADING) return [text, ""];
  const ends = [...text.matchAll(/[.!?؟。]\s+/g)].map((end) => end.index + 1).filter((end) => end <= LONGEST_HEADING);
  const end = ends.at(-1) ?? 0;
  return end ? [text.slice(0, end), text.slice(end).trim()] : ["", text];
}

const LONGEST_HEADING = 48;

export function EmergencyLine({ settings }: { settings: Settings }) {
  const { words } = useSpeech();
  const first = settings.emergency.numbers[0];
  if (!first) return null;
  return (
    <p class="emergency-line">
      {words.emergencyAsk} <a href={telephone(first.number)}>{words.call(first.number)}</a>
    </p>
  );
}

export function telephone(number: string, scheme: "tel" | "sms" = "tel"): string {
  return `${scheme}:${number.replace(/[^\d+*#]/g, "")}`;
}
