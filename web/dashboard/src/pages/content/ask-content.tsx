import type { SourceRow } from "@deskbell/shared/wire";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { rehearsals, why } from "../../api/client.ts";
import type { Agent, Rehearsal } from "../../api/shapes.ts";
import { Passages } from "../../parts/trace/passages.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { Skeleton } from "../../ui/states.tsx";
import { handOffWords, whySilent } from "./words.ts";

interface AskProps {
  agent: Agent;
  source: SourceRow | null;
  onOpen: (sourceId: string) => void;
  onClose: () => void;
}

/** What the agent would say to a visitor, from all content or from one source alone. Nobody is told, nothing is kept in the inbox. */
export function AskContent({ agent, source, onOpen, onClose }: AskProps) {
  const [question, setQuestion] = useState("");
  const asking = useMutation({
    mutationFn: async (words: string) => {
      const asked = await (source ? rehearsals.askSource(source.id, words) : rehearsals.ask(agent.id, words));
      return why.rehearsal(asked.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.mutate(question.trim());
  };
  const silent = source && whySilent(source);
  const about = source ? `${agent.name} answers from “${source.title}” alone.` : `${agent.name} answers as it would answer a visitor.`;
  return (
    <Dialog open wide title={source ? "Ask this source" : "Ask a question"} description={`${about} No conversation is started.`} onClose={onClose}>
      {silent ? (
        <p role="status">{silent}</p>
      ) : (
        <form onSubmit={submit} className="flex items-end gap-2">
          <div className="min-w-0 flex-1"><TextField label="Question" autoFocus required maxLength={4000} placeholder="What are your clinic hours?" value={question} onChange={(event) => setQuestion(event.target.value)} problem={asking.error?.message} /></div>
          <Button type="submit" look="primary" className="h-9" busy={asking.isPending} disabled={!question.trim()}>Ask</Button>
        </form>
      )}
      <div aria-live="polite" className="mt-4">
        {asking.isPending && <div className="flex flex-col gap-2"><Skeleton className="w-4/5" /><Skeleton className="w-3/5" /></div>}
        {asking.data && !asking.isPending && <Answer asked={asking.data} isOfOne={source !== null} onOpen={onOpen} />}
      </div>
    </Dialog>
  );
}

function Answer({ asked, isOfOne, onOpen }: { asked: Rehearsal; isOfOne: boolean; onOpen: (sourceId: string) => void }) {
  const trace = asked.trace;
  if (asked.state !== "done" || !trace?.came) return <p className="text-ink-2">The agent is busy and has not answered yet. Ask again in a moment.</p>;
  const { came } = trace;
  return (
    <div className="appear flex flex-col gap-3">
      {came.text && <p className="whitespace-pre-wrap rounded-card border border-line bg-surface px-4 py-3 text-read" dir="auto">{came.text}</p>}
      {came.outcome === "hand_off" && <p className="font-medium">{handOffWords(came.label, isOfOne)}</p>}
      <ul className="text-ink-2">{asked.story.map((line) => <li key={line} className="py-0.5">{line}</li>)}</ul>
      {trace.passages.length > 0 && (
        <section>
          <h3 className="mb-2 text-small font-medium text-ink-2">Looked at</h3>
          <Passages passages={trace.passages} onOpen={onOpen} />
        </section>
      )}
    </div>
  );
}
