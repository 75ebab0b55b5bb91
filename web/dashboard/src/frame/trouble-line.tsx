import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { agents } from "../api/client.ts";
import { outOfOrderQuery, queryClient } from "../api/queries.ts";
import type { ModelOutOfOrder } from "../api/shapes.ts";
import { say } from "../ui/toast.tsx";
import { useSigned } from "./me.ts";

/** One quiet line for each model that does not answer: since when, why, what visitors get meanwhile. An admin can test it here. */
export function TroubleLine() {
  const broken = useQuery(outOfOrderQuery).data ?? [];
  const { isAdmin } = useSigned();
  return (
    <div role="status" aria-live="polite">
      {broken.map((model) => (
        <p key={model.model_id} className="border-b border-line bg-sunken px-5 py-1.5 text-small text-ink-2">
          {troubleWords(model)} {isAdmin && <TestAgain model={model} />} <Link to="/agent" className="quiet-link ml-1.5">See models</Link>
        </p>
      ))}
    </div>
  );
}

function TestAgain({ model }: { model: ModelOutOfOrder }) {
  const trying = useMutation({
    mutationFn: () => agents.tryKeptModel(model.agent_id, model.model_id),
    onSuccess: async (tried) => {
      say(tried.worked ? `${model.model_name} answers again.` : `Still out of order. ${tried.problem}`);
      await queryClient.invalidateQueries({ queryKey: outOfOrderQuery.queryKey });
    },
    onError: (error) => say(error.message),
  });
  return <button type="button" className="quiet-link" disabled={trying.isPending} onClick={() => trying.mutate()}>{trying.isPending ? "Testing…" : "Test it now"}</button>;
}

const meanwhile: Record<ModelOutOfOrder["meanwhile"], string> = {
  next_model: "Its next model answers meanwhile.",
  quotes: "Visitors get quotes from your content meanwhile.",
  person: "Visitors are passed to a person meanwhile.",
};

export function troubleWords({ agent_name, model_name, since, problem, meanwhile: instead }: ModelOutOfOrder, now = new Date()): string {
  const at = new Date(since);
  const isToday = at.toDateString() === now.toDateString();
  const when = at.toLocaleString(undefined, { ...(isToday ? {} : { month: "short", day: "numeric" }), hour: "numeric", minute: "2-digit" });
  return `${agent_name}’s model ${model_name} has not answered since ${when}. ${problem} ${meanwhile[instead]}`;
}
