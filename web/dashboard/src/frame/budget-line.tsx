import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { budgetsReachedQuery } from "../api/queries.ts";
import type { BudgetReached } from "../api/shapes.ts";

/** One quiet line while an agent does not ask its models because a budget is used up: what it does instead, and until when. */
export function BudgetLine() {
  const reached = useQuery(budgetsReachedQuery).data ?? [];
  const sentence = budgetWords(reached);
  const isTheWorkspaces = reached.some(({ whose }) => whose === "workspace");
  return (
    <div role="status" aria-live="polite">
      {sentence && (
        <p className="border-b border-line bg-sunken px-5 py-1.5 text-small text-ink-2">
          {sentence} <Link to={isTheWorkspaces ? "/settings" : "/agent"} className="quiet-link">See budgets</Link>
        </p>
      )}
    </div>
  );
}

export function budgetWords(reached: BudgetReached[]): string | null {
  const [first, ...others] = reached;
  if (!first) return null;
  const who = others.length === 0 ? first.agent_name : others.length === 1 ? `${first.agent_name} and ${others[0]?.agent_name}` : `${first.agent_name} and ${others.length} other agents`;
  const longest = reached.some(({ period }) => period === "month") ? "the month" : "the day";
  const [have, instead] = others.length === 0 ? ["has", first.quotes ? "It quotes your content" : "It asks a person"] : ["have", reached.every(({ quotes }) => quotes) ? "They quote your content" : reached.some(({ quotes }) => quotes) ? "They quote your content or ask a person" : "They ask a person"];
  return `${who} ${have} used up a budget for language models. ${instead} until ${longest} ends (UTC), or until the budget is raised.`;
}
