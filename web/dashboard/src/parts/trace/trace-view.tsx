import type { Trace, TurnWithTrace } from "../../api/shapes.ts";
import { Calls, Sureness, Verdicts } from "./checks.tsx";
import { Passages } from "./passages.tsx";
import { Decisions, Details, Part, Times } from "./trace-parts.tsx";

/** What a story rests on, step by step; a step that did not happen is not shown. */
export function TraceView({ trace, now }: { trace: Trace; now?: TurnWithTrace["passages_now"] }) {
  const { drafted, came } = trace;
  const isUnsaid = drafted && came?.text !== drafted.text;
  return (
    <>
      {trace.passages.length > 0 && <Part title="What was found"><Passages passages={trace.passages} now={now} /></Part>}
      {trace.answerability && <Part title="How sure it was"><Sureness judged={trace.answerability} /></Part>}
      {isUnsaid && <Part title="What it would have said"><blockquote className="border-l-2 border-line-strong pl-3 whitespace-pre-line text-ink-2" dir="auto">{drafted.text}</blockquote></Part>}
      {trace.verdicts.length > 0 && <Part title="Each sentence, held against its passage"><Verdicts verdicts={trace.verdicts} /></Part>}
      {trace.decisions.length > 0 && <Part title="Rules, in the order they were looked at"><Decisions decisions={trace.decisions} /></Part>}
      {(trace.calls.length > 0 || trace.instead) && <Part title="Language model"><Calls trace={trace} /></Part>}
      <Part title="Time"><Times milliseconds={trace.milliseconds} /></Part>
      <Details trace={trace} />
    </>
  );
}
