// The limits of a budget and how much of them is used: of an agent, or of the whole workspace. Days and months are UTC.
import type { Budget, Spending } from "../api/shapes.ts";
import { TextField } from "../ui/field.tsx";

export function BudgetInputs({ budget, disabled, onChange }: { budget: Budget; disabled?: boolean; onChange: (budget: Budget) => void }) {
  const field = (key: keyof Budget, label: string) => (
    <TextField
      label={label} type="number" min={0} step={key.startsWith("tokens") ? 1 : "any"} placeholder="No limit" disabled={disabled} value={budget[key] ?? ""}
      onChange={(event) => onChange({ ...budget, [key]: event.target.value === "" ? null : Math.max(0, Number(event.target.value)) })}
    />
  );
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {field("dollars_a_day", "US dollars a day")}
      {field("dollars_a_month", "US dollars a month")}
      {field("tokens_a_day", "Tokens a day")}
      {field("tokens_a_month", "Tokens a month")}
    </div>
  );
}

export function UsedBars({ spending: { today, month }, budget }: { spending: Spending; budget: Budget }) {
  return (
    <>
      <Bar label="Used today" used={today.tokens} dollars={today.dollars} tokenLimit={budget.tokens_a_day} dollarLimit={budget.dollars_a_day} />
      <Bar label="Used this month" used={month.tokens} dollars={month.dollars} tokenLimit={budget.tokens_a_month} dollarLimit={budget.dollars_a_month} />
    </>
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
