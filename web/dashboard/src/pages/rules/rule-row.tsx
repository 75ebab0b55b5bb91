import { ArrowDown, ArrowUp, EllipsisVertical, Flag, ListPlus, Pencil, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";

import type { Action, Rule, RuleWhen } from "../../api/shapes.ts";
import { Menu, MenuChoice, MenuLine, MenuTitle } from "../../ui/menu.tsx";
import { cx } from "../../ui/cx.ts";
import { Chip } from "../../ui/small.tsx";
import { Switch } from "../../ui/switch.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import type { RuleChanges } from "./use-rule-changes.ts";
import { listed, whenWords } from "./words.tsx";

interface RuleRowProps {
  rule: Rule;
  actions: Action[];
  all: Rule[];
  before: Rule | undefined;
  after: Rule | undefined;
  agentId: string;
  isAdmin: boolean;
  changes: RuleChanges;
  onEdit: () => void;
}

const part = "rounded-[3px] font-medium underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-teal hover:text-teal";

export function RuleRow({ rule, actions, all, before, after, agentId, isAdmin, changes, onEdit }: RuleRowProps) {
  const swap = (other: Rule) => {
    const ids = all.map(({ id }) => (id === rule.id ? other.id : id === other.id ? rule.id : id));
    changes.order.mutate(ids);
  };
  return (
    <div className={cx("flex items-start gap-2 py-3 pr-3.5 pl-2 transition-opacity", !rule.enabled && "[&>p]:opacity-60")}>
      {isAdmin ? (
        <Menu trigger={<button type="button" aria-label={`Change the rule: ${whenWords(rule.when, actions)}`} className="rounded-control p-1.5 text-ink-3 hover:bg-hover hover:text-ink"><EllipsisVertical size={16} aria-hidden /></button>}>
          <MenuChoice icon={<Pencil size={16} aria-hidden />} onSelect={onEdit}>Edit</MenuChoice>
          {before && <MenuChoice icon={<ArrowUp size={16} aria-hidden />} onSelect={() => swap(before)}>Try it earlier</MenuChoice>}
          {after && <MenuChoice icon={<ArrowDown size={16} aria-hidden />} onSelect={() => swap(after)}>Try it later</MenuChoice>}
          <MenuLine />
          <MenuChoice danger icon={<Trash2 size={16} aria-hidden />} onSelect={() => changes.remove.mutate(rule)}>Remove</MenuChoice>
        </Menu>
      ) : <span className="w-3" />}
      <p className="min-w-0 flex-1 py-0.5 text-read leading-[26px]">
        When <When when={rule.when} actions={actions} isAdmin={isAdmin} onEdit={onEdit} />,<br />
        <CollectFirst rule={rule} actions={actions} isAdmin={isAdmin} changes={changes} agentId={agentId} />
        hand off as <Editable isAdmin={isAdmin} onEdit={onEdit}>{rule.label}</Editable>
        {rule.priority === "urgent" && <Chip className="ml-2 align-middle"><Flag size={12} aria-hidden /> urgent</Chip>}
      </p>
      <span className="numbers w-14 shrink-0 py-1.5 text-right text-ink-2" title="Handoffs by this rule in the last 30 days">{rule.fired_30_days ?? 0}</span>
      <span className="py-2 pl-1"><Switch label={`Rule is on: when ${whenWords(rule.when, actions)}`} on={rule.enabled} disabled={!isAdmin} onChange={(enabled) => changes.change.mutate({ id: rule.id, changes: { enabled } })} /></span>
    </div>
  );
}

function Editable({ isAdmin, onEdit, children }: { isAdmin: boolean; onEdit: () => void; children: ReactNode }) {
  return isAdmin ? <button type="button" className={cx(part, "text-left")} onClick={onEdit}>{children}</button> : <b className="font-medium">{children}</b>;
}

function When({ when, actions, isAdmin, onEdit }: { when: RuleWhen; actions: Action[]; isAdmin: boolean; onEdit: () => void }) {
  const edit = (children: ReactNode) => <Editable isAdmin={isAdmin} onEdit={onEdit}>{children}</Editable>;
  switch (when.kind) {
    case "asks_for_person":
      return <>the visitor <b className="font-medium">asks for a person</b></>;
    case "no_answer":
      return <>the agent <b className="font-medium">finds no answer</b></>;
    case "confidence_below":
      return <>the confidence is below {edit(<span className="numbers">{when.threshold.toFixed(2)}</span>)}</>;
    case "phrase":
      return <>the message contains {edit(when.phrases.map((phrase) => `“${phrase}”`).join(" or "))}</>;
    case "topic":
      return <>the message is about {edit(when.topic)}</>;
    default:
      return edit(whenWords(when, actions));
  }
}

function CollectFirst({ rule, actions, isAdmin, changes, agentId }: Pick<RuleRowProps, "rule" | "actions" | "isAdmin" | "changes" | "agentId">) {
  const [isCreating, setCreating] = useState(false);
  const names = rule.collect_first.map((id) => actions.find((action) => action.id === id)?.name ?? "details");
  const collect = (collect_first: string[]) => changes.change.mutate({ id: rule.id, changes: { collect_first } });
  const toggle = (id: string) => collect(rule.collect_first.includes(id) ? rule.collect_first.filter((other) => other !== id) : [...rule.collect_first, id]);
  if (!isAdmin) return names.length > 0 ? <>first collect <b className="font-medium">{listed(names, "and")}</b>, then </> : null;
  return (
    <>
      first collect{" "}
      <Menu trigger={<button type="button" className={cx(part, names.length === 0 && "font-medium text-ink-2")}>{names.length > 0 ? listed(names, "and") : "nothing"}</button>}>
        <MenuTitle>Before handing off, collect</MenuTitle>
        <MenuChoice chosen={names.length === 0} onSelect={() => collect([])}>Nothing, hand off at once</MenuChoice>
        {actions.map(({ id, name }) => <MenuChoice key={id} chosen={rule.collect_first.includes(id)} onSelect={() => toggle(id)}>{name}</MenuChoice>)}
        <MenuLine />
        <MenuChoice icon={<ListPlus size={16} aria-hidden />} onSelect={() => setCreating(true)}>New details to collect</MenuChoice>
      </Menu>
      , then{" "}
      {isCreating && <ActionDialog agentId={agentId} action={null} onClose={() => setCreating(false)} onSaved={({ id }) => collect([...rule.collect_first, id])} />}
    </>
  );
}
