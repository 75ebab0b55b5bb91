import { useState, type FormEvent } from "react";

import type { Action, NewRule, Rule, RuleWhen } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Select, TextArea, TextField } from "../../ui/field.tsx";
import { Threshold } from "./threshold.tsx";
import { useRuleChanges } from "./use-rule-changes.ts";
import { kindWords } from "./words.tsx";

export type Editing = { kind: "new" } | { kind: "change"; rule: Rule };

const STARTS: Record<RuleWhen["kind"], { when: RuleWhen; label: string }> = {
  phrase: { when: { kind: "phrase", phrases: [] }, label: "" },
  asks_for_person: { when: { kind: "asks_for_person" }, label: "Asked for a person" },
  no_answer: { when: { kind: "no_answer" }, label: "No answer" },
  confidence_below: { when: { kind: "confidence_below", threshold: 0.5 }, label: "Low confidence" },
};

interface RuleDialogProps {
  agentId: string;
  actions: Action[];
  editing: Editing;
  onClose: () => void;
}

export function RuleDialog({ agentId, actions, editing, onClose }: RuleDialogProps) {
  const { add, change } = useRuleChanges(agentId);
  const [rule, setRule] = useState<NewRule>(() => (editing.kind === "change" ? pick(editing.rule) : { ...STARTS.phrase, collect_first: null, priority: "normal", enabled: true }));
  const [phrases, setPhrases] = useState(() => (rule.when.kind === "phrase" ? rule.when.phrases.join("\n") : ""));
  const written = phrases.split("\n").map((phrase) => phrase.trim()).filter(Boolean);
  const when: RuleWhen = rule.when.kind === "phrase" ? { kind: "phrase", phrases: written } : rule.when;
  const isWhole = rule.label.trim() !== "" && (when.kind !== "phrase" || written.length > 0);
  const saving = add.isPending || change.isPending;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const whole = { ...rule, when, label: rule.label.trim() };
    if (editing.kind === "new") await add.mutateAsync(whole).then(onClose, () => undefined);
    else await change.mutateAsync({ id: editing.rule.id, changes: whole }).then(onClose, () => undefined);
  };
  const kind = (name: RuleWhen["kind"]) => setRule({ ...rule, when: STARTS[name].when, label: rule.label || STARTS[name].label });
  return (
    <Dialog open title={editing.kind === "new" ? "New rule" : "Change the rule"} description="It counts from the next message on." onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Select label="When" value={rule.when.kind} onChange={(event) => kind(event.target.value as RuleWhen["kind"])} options={Object.entries(kindWords)} />
        {rule.when.kind === "phrase" && <TextArea label="Phrases" rows={3} hint="One a line. Capital letters and accents do not matter." value={phrases} onChange={(event) => setPhrases(event.target.value)} placeholder={"disputed charge\nspeak to billing"} />}
        {rule.when.kind === "confidence_below" && <Threshold value={rule.when.threshold} onChange={(threshold) => setRule({ ...rule, when: { kind: "confidence_below", threshold } })} />}
        <Select
          label="First collect"
          value={rule.collect_first ?? ""}
          onChange={(event) => setRule({ ...rule, collect_first: event.target.value || null })}
          options={[["", "Nothing, hand off at once"], ...actions.map(({ id, name }): [string, string] => [id, name])]}
        />
        <TextField label="Hand off as" hint="The label your team sees in the inbox." maxLength={60} required value={rule.label} onChange={(event) => setRule({ ...rule, label: event.target.value })} />
        <Select label="Priority" value={rule.priority} onChange={(event) => setRule({ ...rule, priority: event.target.value as NewRule["priority"] })} options={[["normal", "Normal"], ["urgent", "Urgent"]]} />
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={saving} disabled={!isWhole}>{editing.kind === "new" ? "Add rule" : "Save"}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function pick({ when, collect_first, label, priority, enabled }: Rule): NewRule {
  return { when, collect_first, label, priority, enabled };
}
