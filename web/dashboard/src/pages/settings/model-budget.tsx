// What the language models of all agents together may use. Saved by itself: it holds from the next message on.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { agents } from "../../api/client.ts";
import { budgetsReachedQuery, modelPolicyQuery, queryClient, usageOfAllQuery } from "../../api/queries.ts";
import type { Budget, ModelPolicy } from "../../api/shapes.ts";
import { BudgetInputs, UsedBars } from "../../parts/budget.tsx";
import { Button } from "../../ui/button.tsx";
import { say } from "../../ui/toast.tsx";

export function ModelBudget() {
  const policy = useQuery(modelPolicyQuery);
  return (
    <section aria-labelledby="model-budget" className="mt-10 border-t border-line pt-6">
      <h2 id="model-budget" className="text-title font-semibold">Budget for language models</h2>
      <p className="mt-0.5 text-ink-2">For all agents together. Each agent can have a lower one of its own.</p>
      {policy.isPending && <div className="mt-4 h-32 animate-pulse rounded-control bg-sunken" aria-label="Loading the budget" />}
      {policy.isError && <p role="alert" className="mt-4">The budget could not be read. <button type="button" className="quiet-link" onClick={() => void policy.refetch()}>Try again</button></p>}
      {policy.data && <BudgetForm policy={policy.data} />}
    </section>
  );
}

function BudgetForm({ policy }: { policy: ModelPolicy }) {
  const [changed, setChanged] = useState<Budget | null>(null);
  const budget = changed ?? policy.budget;
  const saving = useMutation({
    mutationFn: () => agents.setPolicy({ ...policy, budget }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(modelPolicyQuery.queryKey, saved);
      await Promise.all([["model usage"], budgetsReachedQuery.queryKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      setChanged(null);
      say("Saved. It counts from the next message on.");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      <BudgetInputs budget={budget} onChange={setChanged} />
      <UsedByAll budget={policy.budget} />
      <div className="text-small text-ink-2">
        <p>When a limit is reached, no agent asks a model until the day or the month ends (UTC). What visitors get meanwhile:</p>
        <ul className="mt-1 list-disc pl-5">
          <li>quotes from your content, or a person where the agent is set to that;</li>
          <li>emergencies, requests for a person and forms work as always: they never ask a model.</li>
        </ul>
        <p className="mt-1">Every member is told at the top of the page.</p>
      </div>
      {saving.error && <p role="alert">{saving.error.message}</p>}
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={saving.isPending} disabled={changed === null}>Save budget</Button>
        {changed && <Button look="quiet" onClick={() => setChanged(null)}>Discard</Button>}
      </div>
    </form>
  );
}

function UsedByAll({ budget }: { budget: Budget }) {
  const usage = useQuery(usageOfAllQuery);
  if (usage.isPending) return <div className="h-16 animate-pulse rounded-control bg-sunken" aria-label="Loading what is used" />;
  if (usage.isError) return <p role="alert" className="text-small">What was used could not be read. <button type="button" className="quiet-link" onClick={() => void usage.refetch()}>Try again</button></p>;
  const { spending, over_period } = usage.data;
  return (
    <div className="flex flex-col gap-3">
      {over_period && <p role="status" className="rounded-card border border-line-strong bg-sunken px-4 py-3">The budget for this {over_period} is used up. No model is asked until it ends, or until you raise it.</p>}
      <UsedBars spending={spending} budget={budget} />
    </div>
  );
}
