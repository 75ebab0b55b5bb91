// What the agent's models may use, with a bar of what is used.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { usageQuery } from "../../api/queries.ts";
import type { Agent, Budget, ModelUsage } from "../../api/shapes.ts";
import { BudgetInputs, UsedBars } from "../../parts/budget.tsx";

interface Props {
  agent: Pick<Agent, "id" | "budget">;
  onChange: (budget: Budget) => void;
}

export function BudgetFields({ agent: { id, budget }, onChange }: Props) {
  const usage = useQuery(usageQuery(id));
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="font-medium">Budget</h3>
        <p className="text-small text-ink-2">When it is used up, no model is asked until the day or the month ends (UTC). Emergencies never depend on it. The limits of the whole workspace are in <Link to="/settings" className="quiet-link">Settings</Link>.</p>
      </div>
      <BudgetInputs budget={budget} onChange={onChange} />
      {usage.isPending && <div className="h-16 animate-pulse rounded-control bg-sunken" aria-label="Loading what is used" />}
      {usage.isError && <p role="alert" className="text-small">What was used could not be read. <button type="button" className="quiet-link" onClick={() => void usage.refetch()}>Try again</button></p>}
      {usage.data && <Used usage={usage.data} budget={budget} />}
    </div>
  );
}

function Used({ usage, budget }: { usage: ModelUsage; budget: Budget }) {
  return (
    <div className="flex flex-col gap-3">
      {usage.over_period && (
        <p role="status" className="rounded-card border border-line-strong bg-sunken px-4 py-3">
          The {usage.over_whose === "workspace" ? "workspace’s" : "agent’s"} budget for this {usage.over_period} is used up. No model is asked until it ends.
        </p>
      )}
      <UsedBars spending={usage.agent} budget={budget} />
    </div>
  );
}
