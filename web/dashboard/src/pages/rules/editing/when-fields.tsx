// What a rule waits for, with what that kind needs.
import type { Action, RuleDraft, RuleWhen } from "../../../api/shapes.ts";
import { Select, TextArea, TextField } from "../../../ui/field.tsx";
import { kindWords, languageNames } from "../words.tsx";
import { asKind } from "./drafts.ts";
import { Threshold } from "./threshold.tsx";

interface WhenFieldsProps {
  agentId: string;
  draft: RuleDraft;
  actions: Action[];
  onChange: (draft: RuleDraft) => void;
}

export function WhenFields({ agentId, draft, actions, onChange }: WhenFieldsProps) {
  const kinds = kindWords.filter(([kind]) => kind !== "details_collected" || actions.length > 0);
  return (
    <>
      <Select label="When" value={draft.when.kind} options={kinds} onChange={(event) => onChange(asKind(draft, event.target.value as RuleWhen["kind"], actions))} />
      <KindFields agentId={agentId} when={draft.when} actions={actions} onChange={(when) => onChange({ ...draft, when })} />
    </>
  );
}

interface KindFieldsProps {
  agentId: string;
  when: RuleWhen;
  actions: Action[];
  onChange: (when: RuleWhen) => void;
}

function KindFields({ agentId, when, actions, onChange }: KindFieldsProps) {
  switch (when.kind) {
    case "phrase":
      return <Lines label="Phrases" hint="One a line. Capital letters and accents do not matter." rows={3} placeholder={"disputed charge\nspeak to billing"} lines={when.phrases} onChange={(phrases) => onChange({ ...when, phrases })} />;
    case "topic":
      return (
        <>
          <TextField label="Topic" hint="As you would say it to a colleague." maxLength={120} value={when.topic} placeholder="a disputed charge" onChange={(event) => onChange({ ...when, topic: event.target.value })} />
          <Lines label="Messages about it (optional)" hint="One a line. Three or more make it hear better." rows={3} placeholder={"I was billed twice\nthere is a charge I do not know"} lines={when.examples ?? []} onChange={(examples) => onChange({ ...when, examples })} />
        </>
      );
    case "other_language":
      return <Languages when={when} onChange={onChange} />;
    case "unanswered_in_a_row":
      return <Select label="How many" value={String(when.times)} options={["2", "3", "4", "5"].map((times) => [times, `${times} questions in a row`] as const)} onChange={(event) => onChange({ ...when, times: Number(event.target.value) })} />;
    case "confidence_below":
      return <Threshold agentId={agentId} value={when.threshold} onChange={(threshold) => onChange({ ...when, threshold })} />;
    case "details_collected":
      return <Collected when={when} actions={actions} onChange={onChange} />;
    default:
      return null;
  }
}

function Lines({ label, hint, rows, placeholder, lines, onChange }: { label: string; hint: string; rows: number; placeholder: string; lines: string[]; onChange: (lines: string[]) => void }) {
  return <TextArea label={label} hint={hint} rows={rows} placeholder={placeholder} dir="auto" value={lines.join("\n")} onChange={(event) => onChange(event.target.value.split("\n"))} />;
}

function Languages({ when, onChange }: { when: Extract<RuleWhen, { kind: "other_language" }>; onChange: (when: RuleWhen) => void }) {
  const toggle = (key: (typeof when.served)[number]) => onChange({ ...when, served: when.served.includes(key) ? when.served.filter((served) => served !== key) : [...when.served, key] });
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Your team writes</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {languageNames.map(([key, name]) => (
          <label key={key} className="flex items-center gap-2"><input type="checkbox" checked={when.served.includes(key)} onChange={() => toggle(key)} className="size-4 accent-teal" /> {name}</label>
        ))}
      </div>
    </fieldset>
  );
}

function Collected({ when, actions, onChange }: { when: Extract<RuleWhen, { kind: "details_collected" }>; actions: Action[]; onChange: (when: RuleWhen) => void }) {
  const fields = actions.find(({ id }) => id === when.action_id)?.fields ?? [];
  const field = fields.find(({ key }) => key === when.field);
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Select label="Details" value={when.action_id} options={actions.map(({ id, name }) => [id, name] as const)} onChange={(event) => onChange({ ...when, action_id: event.target.value, field: "", value: "" })} />
      <Select label="Only when" value={when.field ?? ""} options={[["", "Whatever was given"], ...fields.map(({ key, label }) => [key ?? "", label] as const)]} onChange={(event) => onChange({ ...when, field: event.target.value, value: "" })} />
      {field?.type === "choice" ? (
        <Select label={`${field.label} is`} value={when.value ?? ""} options={[["", "Choose"], ...(field.choices ?? []).map((choice) => [choice, choice] as const)]} onChange={(event) => onChange({ ...when, value: event.target.value })} />
      ) : field && <TextField label={`${field.label} is`} maxLength={200} value={when.value ?? ""} onChange={(event) => onChange({ ...when, value: event.target.value })} />}
    </div>
  );
}
