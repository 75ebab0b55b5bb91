// The models in the order in which they are asked: the first one answers, the others take over when it is down.
import { Plus } from "lucide-react";

import { Button } from "../../ui/button.tsx";
import type { EditedModel } from "./agent-form.tsx";
import { newModel } from "./answer-section.tsx";
import { ModelCard } from "./model-card.tsx";

const MOST_MODELS = 5;

interface Props {
  agentId: string;
  models: EditedModel[];
  isAdmin: boolean;
  onChange: (models: EditedModel[]) => void;
}

export function ModelList({ agentId, models, isAdmin, onChange }: Props) {
  const replace = (place: number, model: EditedModel) => onChange(models.map((known, at) => (at === place ? model : known)));
  const move = (place: number, by: number) => {
    const moved = [...models];
    const [model] = moved.splice(place, 1);
    moved.splice(place + by, 0, model!);
    onChange(moved);
  };
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h3 className="font-medium">Models</h3>
        <p className="text-small text-ink-2">Asked from top to bottom. One that fails is left alone for a while, so that visitors do not wait for it.</p>
      </div>
      <ol className="flex flex-col gap-3">
        {models.map((model, place) => (
          <li key={model.id ?? `new-${place}`}>
            <ModelCard
              agentId={agentId} model={model} place={place} count={models.length} isAdmin={isAdmin}
              onChange={(changed) => replace(place, changed)} onMove={(by) => move(place, by)}
              onRemove={() => onChange(models.filter((_, at) => at !== place))}
            />
          </li>
        ))}
      </ol>
      {isAdmin && models.length < MOST_MODELS && (
        <div><Button icon={<Plus size={16} aria-hidden />} onClick={() => onChange([...models, newModel()])}>{models.length ? "Add a fallback model" : "Add a model"}</Button></div>
      )}
    </div>
  );
}
