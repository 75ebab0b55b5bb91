// What the agent's models may use, with a bar of what is used. Days and months are UTC.
import { useQuery } from "@tanstack/react-query";

import { usageQuery } from "../../api/queries.ts";
import type { Agent, Budget, ModelUsage } from "../../api/shapes.ts";
import { TextField } from "../../ui/field.tsx";

interface Props {
  agent: Pick<Agent, "id" | "budget">;
  onChange: (budget: Budget) => void;
}

export function BudgetFields({ agent, onChange }: Props) {
  const { budget } = agent;
  const usage = useQuery(usageQuery(agent.id));
  const field = (key: keyof Budget, label: string, aside: string) => (
    <TextField
      label={label} aside={aside} type="number" min={0} step={key.startsWith("tokens") ? 1 : "any"} placeholder="No limit" value={budget[key] ?? ""}
      onChange={(event) => onChange({ ...budget, [key]: event.target.value === "" ? null : Math.max(0, Number(event.target.value)) })}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="font-medium">Budget</h3>
        <p className="text-small text-ink-2">When it is used up, no model is asked until the day or the month ends (UTC). Emergencies never depend on it.</p>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        {field("dollars_a_day", "A day", "US dollars")}
        {field("dollars_a_month", "A month", "US dollars")}
        {field("tokens_a_day", "A day", "tokens")}
        {field("tokens_a_month", "A month", "tokens")}
      </div>
      {usage.isPending && <div className="h-16 animate-pulse rounded-control bg-sunken" aria-label="Loading what is used" />}
      {usage.isError && <p role="alert" className="text-small">What was used could not be read. <button type="button" className="quiet-link" onClick={() => void usage.refetch()}>Try again</button></p>}
      {usage.data && <Used usage={usage.data} budget={budget} />}
    </div>
  );
}

function Used({ usage, budget }: { usage: ModelUsage; budget: Budget }) {
  const { today, month } = usage.agent;
  return (
    <div className="flex flex-col gap-3">
      {usage.over_period && (
        <p role="status" className="rounded-card border border-line-strong bg-sunken px-4 py-3">
          The {usage.over_whose === "workspace" ? "workspace’s" : "agent’s"} budget for this {usage.over_period} is used up. No model is asked until it ends.
        </p>
      )}
      <Bar label="Used today" used={today.tokens} dollars={today.dollars} tokenLimit={budget.tokens_a_day} dollarLimit={budget.dollars_a_day} />
      <Bar label="Used this month" used={month.tokens} dollars={month.dollars} tokenLimit={budget.tokens_a_month} dollarLimit={budget.dollars_a_month} />
    </div>
  );
}

interface BarProps {
  label: string;
  used: number;
  dollars: number;
  tokenLimit?: number | null;
  dollarLimit?: number | null;
}

/** The share of the limit that is nearer. */
export function shareUsed({ used, dollars, tokenLimit, dollarLimit }: Omit<BarProps, "label">): number | null {
  const shares = [tokenLimit != null ? ratio(used, tokenLimit) : null, dollarLimit != null ? ratio(dollars, dollarLimit) : null].filter((share) => share !== null);
  return shares.length ? Math.min(1, Math.max(...shares)) : null;
}

const ratio = (used: number, limit: number) => (limit === 0 ? 1 : used / limit);

function Bar({ label, ...amounts }: BarProps) {
  const share = shareUsed(amounts);
  const words = `${amounts.used.toLocaleString()} tokens, $${amounts.dollars.toFixed(2)}`;
  return (
    <div>
      <p className="flex justify-between gap-3 text-small"><span>{label}</span><span className="numbers text-ink-2">{words}{share !== null && ` · ${Math.round(share * 100)} % of the limit`}</span></p>
      {share !== null && (
        <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
          <div className={share >= 1 ? "h-full bg-red" : "h-full bg-teal"} style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  );
}
