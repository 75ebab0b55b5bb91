// One model: where it is, what it costs, and whether it answers.
import { useMutation } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";

import { agents } from "../../api/client.ts";
import type { ModelTried } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Select, TextField } from "../../ui/field.tsx";
import { entryOf, type EditedModel } from "./agent-form.tsx";

const providers = [["openai", "OpenAI, or compatible"], ["anthropic", "Anthropic"]] as const;
const examples = { openai: "https://api.openai.com/v1", anthropic: "https://api.anthropic.com" };

interface Props {
  agentId: string;
  model: EditedModel;
  place: number;
  count: number;
  isAdmin: boolean;
  onChange: (model: EditedModel) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

export function ModelCard({ agentId, model, place, count, isAdmin, onChange, onMove, onRemove }: Props) {
  const change = (more: Partial<EditedModel>) => onChange({ ...model, ...more });
  const title = place === 0 ? "First" : `Fallback ${place}`;
  const provider = model.provider ?? "openai";
  return (
    <section aria-label={`${title} model`} className="rounded-card border border-line-strong bg-surface px-4 py-4">
      <div className="mb-3 flex items-center justify-between gap-2">
        <h4 className="font-medium">{title}{model.name && <span className="ml-2 font-normal text-ink-2">{model.name}</span>}</h4>
        {isAdmin && (
          <span className="flex">
            <Button look="quiet" aria-label={`Ask ${title.toLowerCase()} model earlier`} disabled={place === 0} icon={<ArrowUp size={16} aria-hidden />} onClick={() => onMove(-1)} />
            <Button look="quiet" aria-label={`Ask ${title.toLowerCase()} model later`} disabled={place === count - 1} icon={<ArrowDown size={16} aria-hidden />} onClick={() => onMove(1)} />
            <Button look="quiet" aria-label={`Remove ${title.toLowerCase()} model`} icon={<Trash2 size={16} aria-hidden />} onClick={onRemove} />
          </span>
        )}
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Select label="Protocol" options={providers} value={provider} onChange={(event) => change({ provider: event.target.value as EditedModel["provider"] })} />
        <TextField label="Name of the model" value={model.name} onChange={(event) => change({ name: event.target.value })} />
        <TextField label="Address" type="url" placeholder={examples[provider]} value={model.url} onChange={(event) => change({ url: event.target.value })} />
        <TextField label="Key" type="password" autoComplete="off" value={model.key ?? ""} placeholder={model.has_key ? "A key is kept. Write a new one to replace it." : "None"} onChange={(event) => change({ key: event.target.value || undefined })} />
        <Price label="Price of a million tokens read" value={model.input_price} onChange={(input_price) => change({ input_price })} />
        <Price label="Price of a million tokens written" value={model.output_price} onChange={(output_price) => change({ output_price })} />
      </div>
      {isAdmin && <Trial agentId={agentId} model={model} />}
    </section>
  );
}

function Price({ label, value, onChange }: { label: string; value?: number; onChange: (dollars: number) => void }) {
  return <TextField label={label} aside="US dollars" type="number" min={0} step="any" placeholder="0" value={value || ""} onChange={(event) => onChange(Math.max(0, Number(event.target.value) || 0))} />;
}

function Trial({ agentId, model }: { agentId: string; model: EditedModel }) {
  const trying = useMutation({
    mutationFn: () => agents.tryModel(agentId, entryOf(model)),
  });
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <Button busy={trying.isPending} disabled={!model.url || !model.name} onClick={() => trying.mutate()}>Test the model</Button>
      <p role="status" className="min-w-0 flex-1 text-small">
        {trying.isPending && "Asking it for one sentence…"}
        {trying.error && trying.error.message}
        {trying.data && <TrialResult tried={trying.data} />}
      </p>
    </div>
  );
}

function TrialResult({ tried }: { tried: ModelTried }) {
  const seconds = (tried.milliseconds / 1000).toFixed(1);
  if (!tried.worked) return <>{tried.problem} <span className="text-ink-2">({seconds} s)</span></>;
  const cost = tried.dollars > 0 ? `, $${tried.dollars.toPrecision(2)}` : "";
  return <>It answers: “{tried.said}” <span className="numbers text-ink-2">{seconds} s, {tried.input_tokens + tried.output_tokens} tokens{cost}</span></>;
}
