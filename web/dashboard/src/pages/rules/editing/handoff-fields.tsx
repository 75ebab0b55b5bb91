// What happens once a rule fires: details first, then the handoff with its label, in which words.
import { ChevronRight, X } from "lucide-react";

import type { Action, RuleDraft } from "../../../api/shapes.ts";
import { IconButton } from "../../../ui/button.tsx";
import { Select, TextArea, TextField } from "../../../ui/field.tsx";

const MOST_ACTIONS = 5;

interface HandoffFieldsProps {
  draft: RuleDraft;
  actions: Action[];
  onChange: (draft: RuleDraft) => void;
}

export function HandoffFields({ draft, actions, onChange }: HandoffFieldsProps) {
  return (
    <>
      <CollectFirst draft={draft} actions={actions} onChange={onChange} />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField label="Hand off as" hint="The label in the inbox." maxLength={60} required value={draft.label} onChange={(event) => onChange({ ...draft, label: event.target.value })} />
        <Select label="Priority" value={draft.priority} onChange={(event) => onChange({ ...draft, priority: event.target.value as RuleDraft["priority"] })} options={[["normal", "Normal"], ["urgent", "Urgent"]]} />
      </div>
      <OwnWords draft={draft} onChange={onChange} />
    </>
  );
}

function CollectFirst({ draft, actions, onChange }: HandoffFieldsProps) {
  const chosen = draft.collect_first.map((id) => actions.find((action) => action.id === id)).filter((action) => action !== undefined);
  const left = actions.filter(({ id }) => !draft.collect_first.includes(id));
  const collect = (collect_first: string[]) => onChange({ ...draft, collect_first });
  return (
    <div className="flex flex-col gap-1.5">
      {chosen.map(({ id, name }, place) => (
        <div key={id} className="flex h-9 items-center gap-2 rounded-control border border-line bg-paper pr-1 pl-3">
          <span className="numbers text-small text-ink-2">{place + 1}</span>
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <IconButton label={`Do not collect ${name}`} onClick={() => collect(draft.collect_first.filter((other) => other !== id))}><X size={14} aria-hidden /></IconButton>
        </div>
      ))}
      {(chosen.length === 0 || (left.length > 0 && chosen.length < MOST_ACTIONS)) && (
        <Select
          label={chosen.length === 0 ? "First collect" : "Then collect"}
          value=""
          onChange={(event) => event.target.value && collect([...draft.collect_first, event.target.value])}
          options={[["", chosen.length === 0 ? "Nothing, hand off at once" : "Nothing more"], ...left.map(({ id, name }) => [id, name] as const)]}
        />
      )}
    </div>
  );
}

const places = [["here", "When somebody is there"], ["away", "When nobody is there"], ["closed", "Outside your hours"]] as const;

function OwnWords({ draft, onChange }: Omit<HandoffFieldsProps, "actions">) {
  const { says } = draft;
  return (
    <details className="group" open={Boolean(says.here || says.away || says.closed)}>
      <summary className="flex cursor-pointer list-none items-center gap-1.5 text-ink-2 hover:text-ink">
        <ChevronRight size={16} className="transition-transform group-open:rotate-90" aria-hidden /> In your own words
      </summary>
      <p className="mt-2 text-small text-ink-2">The visitor reads this instead of “I am passing you to a person from our team”. When somebody can be expected is always added after it, in their language.</p>
      <div className="mt-3 flex flex-col gap-3">
        {places.map(([key, label]) => (
          <TextArea key={key} label={label} rows={2} maxLength={300} dir="auto" value={says[key] ?? ""} onChange={(event) => onChange({ ...draft, says: { ...says, [key]: event.target.value } })} />
        ))}
      </div>
    </details>
  );
}
