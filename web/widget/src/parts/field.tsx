// One field: label above, a native control, its hint or what is wrong below, "Skip" when it is optional.
import { useId } from "preact/hooks";
import { inputOf } from "../text/fields";
import { type FormField } from "../wire";
import { useSpeech } from "../words/words";
import { ChevronDown, CircleAlert } from "./icons";

interface FieldParts {
  field: FormField;
  value: string;
  problem: string | null;
  half: boolean;
  skipped: boolean;
  onChange: (value: string) => void;
  onSkip: (away: boolean) => void;
}

export function Field({ field, value, problem, half, skipped, onChange, onSkip }: FieldParts) {
  const { words } = useSpeech();
  const id = useId();
  const below = problem ?? field.hint;
  const control = {
    id,
    name: field.key,
    value,
    required: field.required,
    "aria-invalid": problem !== null,
    "aria-describedby": below ? `${id}-below` : undefined,
  };
  return (
    <div class={half ? "field field-half" : "field"}>
      <div class="field-label">
        <label for={id}>
          {field.label} {!field.required && <span class="field-optional">{words.optional}</span>}
        </label>
        {!field.required && (
          <button type="button" class="link-button" aria-label={`${skipped ? words.undo : words.skip}: ${field.label}`} onClick={() => onSkip(!skipped)}>
            {skipped ? words.undo : words.skip}
          </button>
        )}
      </div>
      {skipped ? (
        <p class="field-hint">{words.skipped}</p>
      ) : field.type === "choice" ? (
        <div class="select">
          <select {...control} onChange={(event) => onChange(event.currentTarget.value)}>
            <option value="">{words.choose}</option>
            {field.choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
          <ChevronDown size={16} />
        </div>
      ) : (
        <input {...control} {...inputOf(field)} dir="auto" maxLength={500} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {below && !skipped && (
        <p id={`${id}-below`} class={problem ? "field-error" : "field-hint"}>
          {problem && <CircleAlert size={16} class="alert-glyph" />}
          <span dir="auto">{below}</span>
        </p>
      )}
    </div>
  );
}
