import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";

import type { Trace } from "../../api/shapes.ts";

const STEPS: Record<string, [string, string]> = {
  understand: ["Understand", "bg-ink-3"],
  embed: ["Embed", "bg-agent-fill"],
  find: ["Find", "bg-teal"],
  compose: ["Compose", "bg-agent"],
  verify: ["Verify", "bg-green"],
  decide: ["Decide", "bg-ink-2"],
};

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h3 className="mb-2 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

export function Story({ sentences }: { sentences: string[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {sentences.map((sentence, index) => (
        <li key={index} className="flex gap-3 text-read">
          <span className="numbers w-4 shrink-0 text-right text-ink-3" aria-hidden>{index + 1}</span>
          <span dir="auto">{sentence}</span>
        </li>
      ))}
    </ol>
  );
}

export function Decisions({ decisions }: { decisions: Trace["decisions"] }) {
  return (
    <ul className="flex flex-col">
      {decisions.map((decision, index) => (
        <li key={index} className="flex gap-3 border-b border-line py-2 last:border-0">
          <span className="mt-0.5 shrink-0 text-ink-3">{decision.fired ? <Check size={16} className="text-teal" aria-label="Fired" /> : <Minus size={16} aria-label="Did not fire" />}</span>
          <span className="min-w-0"><span className="font-medium">{decision.name}</span> <span className="text-ink-2">{decision.why}</span></span>
        </li>
      ))}
    </ul>
  );
}

/** One bar for the whole turn, each step in its share. */
export function Times({ milliseconds }: { milliseconds: Trace["milliseconds"] }) {
  const steps = Object.keys(STEPS).filter((step) => milliseconds[step] !== undefined).map((step) => ({ step, ms: milliseconds[step]! }));
  const whole = steps.reduce((sum, { ms }) => sum + ms, 0);
  if (!steps.length) return <p className="text-ink-2">No times were kept.</p>;
  return (
    <>
      <div className="flex h-2 overflow-hidden rounded-full bg-chosen" aria-hidden>
        {steps.map(({ step, ms }) => <span key={step} className={STEPS[step]![1]} style={{ width: `${(ms / (whole || 1)) * 100}%` }} />)}
      </div>
      <ul className="numbers mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-2">
        {steps.map(({ step, ms }) => (
          <li key={step} className="flex items-center gap-1.5"><span className={`size-2 rounded-full ${STEPS[step]![1]}`} aria-hidden /> {STEPS[step]![0]} {ms.toFixed(ms < 10 ? 1 : 0)} ms</li>
        ))}
        <li className="ml-auto text-ink">{whole.toFixed(0)} ms</li>
      </ul>
    </>
  );
}

export function Details({ trace }: { trace: Trace }) {
  return (
    <details className="mt-6 border-t border-line pt-4">
      <summary className="cursor-pointer font-semibold">Raw details</summary>
      <pre className="page-scroll mt-2 overflow-x-auto rounded-card bg-sunken p-3 text-meta" tabIndex={0}>{JSON.stringify(trace, null, 2)}</pre>
    </details>
  );
}
