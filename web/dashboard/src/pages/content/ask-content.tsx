import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { rehearsals, why } from "../../api/client.ts";
import type { Rehearsal } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { Skeleton } from "../../ui/states.tsx";

/** What the agent would say to a visitor, and from where. Nobody is told, nothing is kept in the inbox. */
export function AskContent({ agentId, agentName, onOpen, onClose }: { agentId: string; agentName: string; onOpen: (sourceId: string) => void; onClose: () => void }) {
  const [question, setQuestion] = useState("");
  const asking = useMutation({
    mutationFn: async (words: string) => {
      const asked = await rehearsals.ask(agentId, words);
      return why.rehearsal(asked.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.mutate(question.trim());
  };
  return (
    <Dialog open wide title="Ask a question" description={`${agentName} answers as it would answer a visitor. No conversation is started.`} onClose={onClose}>
      <form onSubmit={submit} className="flex items-end gap-2">
        <div className="min-w-0 flex-1"><TextField label="Question" autoFocus required maxLength={4000} placeholder="What are your clinic hours?" value={question} onChange={(event) => setQuestion(event.target.value)} problem={asking.error?.message} /></div>
        <Button type="submit" look="primary" className="h-9" busy={asking.isPending} disabled={!question.trim()}>Ask</Button>
      </form>
      <div aria-live="polite" className="mt-4">
        {asking.isPending && <div className="flex flex-col gap-2"><Skeleton className="w-4/5" /><Skeleton className="w-3/5" /></div>}
        {asking.data && <Answer asked={asking.data} onOpen={onOpen} />}
      </div>
    </Dialog>
  );
}

function Answer({ asked, onOpen }: { asked: Rehearsal; onOpen: (sourceId: string) => void }) {
  const trace = asked.trace;
  if (asked.state !== "done" || !trace?.came) return <p className="text-ink-2">The agent is busy and has not answered yet. Ask again in a moment.</p>;
  const { came } = trace;
  return (
    <div className="appear flex flex-col gap-3">
      {came.text && <p className="whitespace-pre-wrap rounded-card border border-line bg-surface px-4 py-3 text-read" dir="auto">{came.text}</p>}
      {came.outcome === "hand_off" && <p className="font-medium">It would hand over to a person{came.label ? `: ${came.label.toLowerCase()}` : ""}.</p>}
      <ul className="text-ink-2">{asked.story.map((line) => <li key={line} className="py-0.5">{line}</li>)}</ul>
      {trace.passages.length > 0 && (
        <div>
          <h3 className="mb-1 text-small font-medium text-ink-2">Looked at</h3>
          <ul>
            {trace.passages.slice(0, 5).map((passage) => (
              <li key={passage.passage_id} className="border-t border-line py-2">
                <button type="button" className="quiet-link block max-w-full truncate text-left" onClick={() => onOpen(passage.source_id)}>{passage.path || passage.title}{passage.used ? " · quoted" : ""}</button>
                <p className="line-clamp-2 text-small text-ink-2" dir="auto">{passage.text}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
