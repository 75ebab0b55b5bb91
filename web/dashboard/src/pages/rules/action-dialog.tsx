// What the agent asks for before it hands off: fields in an order, each with its type.
import { useMutation } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";

import { agents } from "../../api/client.ts";
import { actionsQuery, queryClient } from "../../api/queries.ts";
import type { Action, ActionChanges, ActionField } from "../../api/shapes.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Select, TextField } from "../../ui/field.tsx";
import { fieldTypes } from "./words.tsx";

const MOST_FIELDS = 12;
const blank: ActionField = { key: "", label: "", type: "text", required: true, choices: [], pattern: "", hint: "" };

interface ActionDialogProps {
  agentId: string;
  action: Action | null;
  onClose: () => void;
  onSaved?: (action: Action) => void;
}

export function ActionDialog({ agentId, action, onClose, onSaved }: ActionDialogProps) {
  const [form, setForm] = useState<ActionChanges>(() => action ?? { name: "", intro: "", fields: [{ ...blank, label: "Full name" }] });
  const saving = useMutation({
    mutationFn: () => {
      const { name, intro, fields } = form;
      const whole = { name: name.trim(), intro: intro.trim(), fields };
      return action ? agents.changeAction(action.id, whole) : agents.addAction(agentId, whole);
    },
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: actionsQuery(agentId).queryKey });
      await queryClient.invalidateQueries({ queryKey: ["rules", agentId] });
      onSaved?.(saved);
      onClose();
    },
  });
  const setField = (index: number, changes: Partial<ActionField>) => setForm({ ...form, fields: form.fields.map((field, at) => (at === index ? { ...field, ...changes } : field)) });
  const move = (index: number, step: 1 | -1) => {
    const fields = [...form.fields];
    const [field] = fields.splice(index, 1);
    fields.splice(index + step, 0, field!);
    setForm({ ...form, fields });
  };
  const isWhole = form.name.trim() !== "" && form.fields.length > 0 && form.fields.every(({ label, type, choices }) => label.trim() && (type !== "choice" || choices.length > 1));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate();
  };
  return (
    <Dialog open wide title={action ? "Details to collect" : "New details to collect"} description="The agent asks for these in the chat before it hands off. A visitor can always say “just connect me”." onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Name" hint="How your team calls this." required maxLength={60} value={form.name} placeholder="Contact details" onChange={(event) => setForm({ ...form, name: event.target.value })} />
        <TextField label="What the agent says first" maxLength={500} value={form.intro} placeholder="So the right person can pick this up:" onChange={(event) => setForm({ ...form, intro: event.target.value })} />
        <div>
          <h3 className="mb-1.5 font-medium">Fields</h3>
          <ul className="flex flex-col gap-2">
            {form.fields.map((field, index) => (
              <li key={index} className="rounded-card border border-line bg-paper p-3">
                <FieldForm field={field} onChange={(changes) => setField(index, changes)} />
                <div className="mt-2 flex items-center gap-1">
                  <label className="mr-auto flex items-center gap-2"><input type="checkbox" checked={field.required} onChange={(event) => setField(index, { required: event.target.checked })} className="size-4 accent-teal" /> Required</label>
                  <IconButton label={`Move ${field.label} up`} disabled={index === 0} onClick={() => move(index, -1)}><ArrowUp size={16} aria-hidden /></IconButton>
                  <IconButton label={`Move ${field.label} down`} disabled={index === form.fields.length - 1} onClick={() => move(index, 1)}><ArrowDown size={16} aria-hidden /></IconButton>
                  <IconButton label={`Remove ${field.label}`} disabled={form.fields.length === 1} onClick={() => setForm({ ...form, fields: form.fields.filter((_, at) => at !== index) })}><Trash2 size={16} aria-hidden /></IconButton>
                </div>
              </li>
            ))}
          </ul>
          {form.fields.length < MOST_FIELDS && <Button look="quiet" className="mt-2" icon={<Plus size={16} aria-hidden />} onClick={() => setForm({ ...form, fields: [...form.fields, blank] })}>Add a field</Button>}
        </div>
        {saving.error && <p role="alert">{saving.error.message}</p>}
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={saving.isPending} disabled={!isWhole}>Save</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function FieldForm({ field, onChange }: { field: ActionField; onChange: (changes: Partial<ActionField>) => void }) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <TextField label="Label" required maxLength={60} value={field.label} onChange={(event) => onChange({ label: event.target.value })} />
      <Select label="Type" value={field.type} options={fieldTypes} onChange={(event) => onChange({ type: event.target.value as ActionField["type"] })} />
      {field.type === "choice" && <ChoicesField choices={field.choices} onChange={(choices) => onChange({ choices })} />}
      {field.type === "reference" && <TextField label="Pattern" placeholder="\d{4,}" hint="A regular expression; empty accepts anything." value={field.pattern} spellCheck={false} onChange={(event) => onChange({ pattern: event.target.value })} />}
      <TextField label="Hint" maxLength={200} value={field.hint} onChange={(event) => onChange({ hint: event.target.value })} />
    </div>
  );
}

function ChoicesField({ choices, onChange }: { choices: string[]; onChange: (choices: string[]) => void }) {
  const [text, setText] = useState(choices.join(", "));
  const change = (words: string) => {
    setText(words);
    onChange(words.split(",").map((choice) => choice.trim()).filter(Boolean));
  };
  return <TextField label="Choices" hint="Separated by commas, at least two." value={text} onChange={(event) => change(event.target.value)} />;
}
