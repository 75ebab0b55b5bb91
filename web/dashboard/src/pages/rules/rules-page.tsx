// Rules read as sentences, drawn inside the fixed order in which every visitor message is judged.
import { useQuery } from "@tanstack/react-query";
import { Lock, Plus } from "lucide-react";
import { useState, type ReactNode } from "react";

import { actionsQuery, rulesQuery } from "../../api/queries.ts";
import type { Action, Agent, Rule, Rules, Step } from "../../api/shapes.ts";
import { useSigned } from "../../frame/me.ts";
import { WithAgent } from "../../parts/which-agent.tsx";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Page } from "../../ui/page.tsx";
import { Failed, SkeletonRows } from "../../ui/states.tsx";
import { ActionsSection } from "./actions-section.tsx";
import { Findings } from "./findings.tsx";
import { ofPreset } from "./editing/drafts.ts";
import { RuleDrawer, type Editing } from "./editing/rule-drawer.tsx";
import { RuleRow } from "./rule-row.tsx";
import { useRuleChanges } from "./use-rule-changes.ts";
import { whenWords } from "./words.tsx";

export default function RulesPage() {
  return <WithAgent>{(agent, picker) => <RulesOf agent={agent} picker={picker} />}</WithAgent>;
}

function RulesOf({ agent, picker }: { agent: Agent; picker: ReactNode }) {
  const { isAdmin } = useSigned();
  const rules = useQuery(rulesQuery(agent.id));
  const actions = useQuery(actionsQuery(agent.id));
  const [editing, setEditing] = useState<Editing | null>(null);
  const failed = rules.error ?? actions.error;
  const retry = () => void Promise.all([rules.refetch(), actions.refetch()]);
  return (
    <Page
      title="Rules"
      about="when the agent hands a conversation to a person"
      actions={<>{picker}{isAdmin && <Button icon={<Plus size={16} aria-hidden />} onClick={() => setEditing({ kind: "new" })}>New rule</Button>}</>}
    >
      {failed ? <Failed error={failed} what="The rules" onRetry={retry} /> : rules.data && actions.data ? (
        <Order agent={agent} rules={rules.data} actions={actions.data} isAdmin={isAdmin} onEdit={(rule) => setEditing({ kind: "change", rule })} />
      ) : <SkeletonRows rows={8} />}
      {editing && actions.data && <RuleDrawer agentId={agent.id} actions={actions.data} editing={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface OrderProps {
  agent: Agent;
  rules: Rules;
  actions: Action[];
  isAdmin: boolean;
  onEdit: (rule: Rule) => void;
}

function Order({ agent, rules, actions, isAdmin, onEdit }: OrderProps) {
  return (
    <div className="max-w-[1040px] px-8 pt-7 pb-16 max-md:px-4">
      <div className="mb-3 flex items-baseline justify-between gap-4 text-ink-2">
        <p>Every visitor message goes down these {rules.order.length} steps, always in this order.</p>
        <span className="pr-[58px] text-small max-md:hidden">Fired in 30 days</span>
      </div>
      {!isAdmin && <p className="mb-4 text-small text-ink-2">You can read the rules. An admin of your workspace can change them.</p>}
      <ol>
        {rules.order.map((step, index) => (
          <StepLine key={step.number} step={step} isLast={index === rules.order.length - 1}>
            <StepBody step={step} agent={agent} rules={rules} actions={actions} isAdmin={isAdmin} onEdit={onEdit} />
          </StepLine>
        ))}
      </ol>
      <Findings agentId={agent.id} rules={rules} findings={rules.warnings.filter(({ rule_id }) => rule_id === null)} isAdmin={isAdmin} />
      <ActionsSection agentId={agent.id} actions={actions} rules={rules.rules} isAdmin={isAdmin} />
    </div>
  );
}

function StepLine({ step, isLast, children }: { step: Step; isLast: boolean; children: ReactNode }) {
  const isQuiet = step.judge === "nobody";
  return (
    <li className="relative grid grid-cols-[26px_180px_minmax(0,1fr)] gap-x-3.5 max-md:grid-cols-[26px_minmax(0,1fr)]">
      {!isLast && <span aria-hidden className="absolute top-[34px] -bottom-2 left-[12.5px] w-px bg-line-strong" />}
      <span className={cx("numbers relative mt-2 flex size-[26px] items-center justify-center rounded-full text-meta font-medium", isQuiet ? "border border-line-strong bg-paper text-ink-2" : "bg-ink text-on-ink")}>{step.number}</span>
      <h2 className="pt-[11px] pb-2 font-medium">{step.name}</h2>
      <div className="min-w-0 pb-2 max-md:col-start-2">{children}</div>
    </li>
  );
}

function StepBody({ step, agent, rules, actions, isAdmin, onEdit }: OrderProps & { step: Step }) {
  if (step.judge === "nobody") return <p className="pt-[11px] text-ink-2 max-md:pt-0">{step.sentence}</p>;
  const here = rules.rules.filter(({ when }) => step.kinds.includes(when.kind));
  const isOwn = step.judge !== "product";
  return (
    <div className="flex flex-col gap-2">
      {!isOwn && (
        <div className="flex items-start gap-3 rounded-card border border-line bg-surface px-4 py-3.5">
          <Lock size={16} strokeWidth={1.6} className="mt-[3px] shrink-0 text-ink-2" aria-label="Always on" />
          <p className="text-read">{step.sentence}</p>
        </div>
      )}
      {(isOwn || here.length > 0) && <RuleCard here={here} {...{ step, agent, rules, actions, isAdmin, onEdit }} />}
    </div>
  );
}

function RuleCard({ here, step, agent, rules, actions, isAdmin, onEdit }: OrderProps & { step: Step; here: Rule[] }) {
  const changes = useRuleChanges(agent.id);
  const missing = rules.presets.filter(({ when }) => step.kinds.includes(when.kind) && !rules.rules.some((rule) => rule.when.kind === when.kind));
  return (
    <div className="rounded-card border border-line bg-surface">
      {here.map((rule, index) => (
        <div key={rule.id} className={cx(index > 0 && "border-t border-line")}>
          <RuleRow rule={rule} actions={actions} isAdmin={isAdmin} changes={changes} before={here[index - 1]} after={here[index + 1]} all={rules.rules} onEdit={() => onEdit(rule)} agentId={agent.id} />
          <Findings agentId={agent.id} rules={rules} findings={rules.warnings.filter(({ rule_id }) => rule_id === rule.id)} isAdmin={isAdmin} />
        </div>
      ))}
      {here.length === 0 && <p className="px-4 py-3.5 text-ink-2">{step.judge === "rules_on_details" ? step.sentence : "No rule here, so this step never hands off."}</p>}
      {isAdmin && missing.map((preset) => (
        <button key={preset.key} type="button" onClick={() => changes.add.mutate(ofPreset(preset))} className="flex w-full items-center gap-3 border-t border-line px-4 py-2.5 text-left text-ink-2 hover:bg-hover hover:text-ink">
          <Plus size={16} aria-hidden /> <span>Add: when {whenWords(preset.when)}, hand off as <b className="font-medium">{preset.label}</b></span>
        </button>
      ))}
    </div>
  );
}
