// How sure the agent was and of what, which sentences were held against the passages, and which models were asked.
import { Check, X } from "lucide-react";

import type { Trace } from "../../api/shapes.ts";

export function Sureness({ judged }: { judged: NonNullable<Trace["answerability"]> }) {
  return (
    <>
      <p className="numbers">
        Confidence {judged.confidence.toFixed(2)}. {judged.confidence < judged.least ? `Below ${judged.least.toFixed(2)} it counts as no answer.` : `At least ${judged.least.toFixed(2)} is needed for an answer.`}
      </p>
      {judged.features.length > 0 && (
        <ul className="mt-2 text-small text-ink-2">
          {judged.features.map(({ name, sentence, value }) => (
            <li key={name} className="flex items-baseline justify-between gap-4 border-b border-line py-1 last:border-0">
              <span className="min-w-0" dir="auto">{sentence}</span>
              <span className="numbers shrink-0 text-ink-3">{value.toFixed(2)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Verdicts({ verdicts }: { verdicts: Trace["verdicts"] }) {
  return (
    <ul>
      {verdicts.map(({ sentence, passed, why, support }, index) => (
        <li key={index} className="flex gap-3 border-b border-line py-2 last:border-0">
          <span className="mt-0.5 shrink-0">{passed ? <Check size={16} className="text-green" aria-label="Held" /> : <X size={16} className="text-red" aria-label="Did not hold" />}</span>
          <span className="min-w-0"><span dir="auto">{sentence}</span> <span className="text-small text-ink-2">{why}{support !== null && <span className="numbers"> Support {support.toFixed(2)}.</span>}</span></span>
        </li>
      ))}
    </ul>
  );
}

export function Calls({ trace }: { trace: Trace }) {
  return (
    <>
      {trace.instead && <p className="mb-2 text-ink-2">{trace.instead}</p>}
      <ul className="numbers">
        {trace.calls.map((call, index) => (
          <li key={index} className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-1.5 last:border-0">
            <span className="min-w-0 flex-1 truncate font-medium">{call.model}</span>
            <span className="text-small text-ink-2">{callWords(call)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function callWords({ ended, tokens_in, tokens_out, cost, milliseconds }: Trace["calls"][number]): string {
  const tokens = tokens_in === null && tokens_out === null ? "tokens not told" : `${(tokens_in ?? 0).toLocaleString("en-US")} tokens in, ${(tokens_out ?? 0).toLocaleString("en-US")} out`;
  return [ended, tokens, cost === null ? "price not known" : `$${cost.toFixed(4)}`, `${Math.round(milliseconds).toLocaleString("en-US")} ms`].join(" · ");
}
