import type { QuestionTest } from "../../api/shapes.ts";
import { whenExactly } from "../../ui/times.ts";
import { wordDiff } from "./word-diff.ts";

type Result = NonNullable<QuestionTest["result"]>;

/** What was answered before and what is answered now: marked where they differ. */
export function Answers({ before, now }: { before: Result | null; now: Result }) {
  if (!before) return <Answer title="What it does" result={now} />;
  if (isSame(before, now)) return <><Answer title="What it does" result={now} /><p className="mt-2 text-small text-ink-2">The same as in the run before, {whenExactly(before.at)}.</p></>;
  const isReworded = before.answer && now.answer && before.answer !== now.answer;
  return (
    <div className="flex flex-col gap-4">
      <Answer title="Before" result={before} />
      <Answer title="Now" result={now} />
      {isReworded && (
        <section aria-label="Difference">
          <h3 className="mb-1 font-semibold">Difference</h3>
          <p className="text-ink-2" dir="auto">
            {wordDiff(before.answer, now.answer).map(({ text, is }, index) => (
              <span key={index}>{index > 0 && " "}{is === "same" ? text : is === "only_now" ? <ins className="bg-teal-tint text-ink decoration-teal underline-offset-3">{text}</ins> : <del className="text-ink-3">{text}</del>}</span>
            ))}
          </p>
        </section>
      )}
    </div>
  );
}

function Answer({ title, result }: { title: string; result: Result }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-semibold">{title} <span className="ml-1 text-small font-normal text-ink-2">{whenExactly(result.at)}</span></h3>
      <blockquote className="border-l-2 border-line-strong pl-3 whitespace-pre-line" dir="auto">{result.answer || result.why}</blockquote>
      <p className="numbers mt-1 text-small text-ink-2">{meta(result)}</p>
    </section>
  );
}

export function meta({ sources, confidence, milliseconds, passed, why }: Result): string {
  const from = [...new Set(sources.map(({ title }) => title))];
  return [passed ? "passes" : `fails: ${lowered(why)}`, ...from, confidence === null ? "" : `confidence ${confidence.toFixed(2)}`, `${milliseconds} ms`].filter(Boolean).join(" · ");
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
}

function isSame(before: Result, now: Result): boolean {
  const whole = ({ answer, outcome, reason, sources }: Result) => JSON.stringify([answer, outcome, reason, sources.map(({ source_id }) => source_id)]);
  return whole(before) === whole(now);
}
