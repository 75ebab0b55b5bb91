import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";

import { why } from "../../../api/client.ts";
import type { Rehearsal, TurnWithTrace } from "../../../api/shapes.ts";
import { Button } from "../../../ui/button.tsx";
import { Story } from "../../../parts/trace/trace-parts.tsx";

/** The same question with today's settings and content. Nobody but this member sees what comes of it. */
export function Replay({ turn }: { turn: TurnWithTrace }) {
  const running = useMutation({ mutationFn: () => replay(turn.turn.id) });
  return (
    <div className="flex min-w-0 basis-full flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={running.isPending} icon={<RotateCw size={16} aria-hidden />} onClick={() => running.mutate()}>
          {running.isPending ? "Running" : "Run again with today’s settings"}
        </Button>
        <span className="text-small text-ink-2">{turn.costs_tokens ? "Calls the language model, which costs tokens. " : ""}Nothing is sent to the visitor.</span>
      </div>
      {running.error && <p role="alert" className="text-small">{running.error.message}</p>}
      {running.data && (
        <section aria-label="With today’s settings" aria-live="polite" className="rounded-card border border-line bg-paper px-4 py-3">
          <h3 className="mb-2 font-semibold">With today’s settings</h3>
          <ul className="mb-3 list-disc pl-5">{running.data.changes.map((change) => <li key={change} dir="auto">{change}</li>)}</ul>
          <Story sentences={running.data.story} />
          {running.data.trace?.came?.text && <blockquote className="mt-3 border-l-2 border-line-strong pl-3 text-ink-2" dir="auto">{running.data.trace.came.text}</blockquote>}
        </section>
      )}
    </div>
  );
}

async function replay(turnId: string): Promise<Rehearsal> {
  const asked = await why.replay(turnId);
  const done = await why.rehearsal(asked.id);
  if (done.state !== "done") throw new Error("The worker has not answered yet. Try again in a moment.");
  return done;
}
