import { useState, type FormEvent } from "react";

import type { Action, Rule, RuleDraft } from "../../../api/shapes.ts";
import { Button } from "../../../ui/button.tsx";
import { Drawer } from "../../../ui/drawer.tsx";
import { draftOf, useRuleChanges } from "../use-rule-changes.ts";
import { freshDraft, isWhole, tidied } from "./drafts.ts";
import { HandoffFields } from "./handoff-fields.tsx";
import { WhenFields } from "./when-fields.tsx";

export type Editing = { kind: "new"; draft?: RuleDraft } | { kind: "change"; rule: Rule; draft?: RuleDraft };

interface RuleDrawerProps {
  agentId: string;
  actions: Action[];
  editing: Editing;
  onClose: () => void;
}

/** A rule is written, tried on past conversations, and only then saved. */
export function RuleDrawer({ agentId, actions, editing, onClose }: RuleDrawerProps) {
  const { add, change } = useRuleChanges(agentId);
  const [draft, setDraft] = useState<RuleDraft>(() => editing.draft ?? (editing.kind === "change" ? draftOf(editing.rule) : freshDraft));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const whole = tidied(draft);
    const saved = editing.kind === "new" ? add.mutateAsync(whole) : change.mutateAsync({ id: editing.rule.id, changes: whole });
    await saved.then(onClose, () => undefined);
  };
  return (
    <Drawer title={editing.kind === "new" ? "New rule" : "Change the rule"} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <WhenFields agentId={agentId} draft={draft} actions={actions} onChange={setDraft} />
        <HandoffFields draft={draft} actions={actions} onChange={setDraft} />
        <div className="flex items-center gap-2">
          <Button type="submit" look="primary" busy={add.isPending || change.isPending} disabled={!isWhole(draft)}>{editing.kind === "new" ? "Add rule" : "Save"}</Button>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <span className="ml-auto text-small text-ink-2">Counts from the next message on</span>
        </div>
      </form>
    </Drawer>
  );
}
