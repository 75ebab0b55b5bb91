import { useMutation, useQuery } from "@tanstack/react-query";

import { questionTests } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { Agent, Suggestion } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";

/** From the headings of the content: one click each. */
export function Suggestions({ agent }: { agent: Agent }) {
  const found = useQuery({ queryKey: ["question-tests", agent.id, "suggestions"], queryFn: () => questionTests.suggestions(agent.id) });
  const adding = useMutation({
    mutationFn: async (lines: Suggestion[]) => {
      for (const { question, expectation } of lines) await questionTests.add(agent.id, { question, expectation, note: "" });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["question-tests", agent.id] }),
  });
  if (!found.data?.length) return null;
  return (
    <section aria-label="Suggested tests" className="mt-8">
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="font-semibold">Suggested from your content</h2>
        <Button look="quiet" busy={adding.isPending} onClick={() => adding.mutate(found.data)}>Add all {found.data.length}</Button>
      </div>
      {adding.error && <p role="alert" className="mb-2 text-small">{adding.error.message}</p>}
      <ul className="border-t border-line">
        {found.data.map((line) => (
          <li key={line.question} className="flex items-center gap-3 border-b border-line py-2">
            <span className="min-w-0 flex-1"><span className="block truncate" dir="auto">{line.question}</span><span className="text-small text-ink-2">{line.expects}</span></span>
            <Button look="quiet" disabled={adding.isPending} onClick={() => adding.mutate([line])}>Add</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
