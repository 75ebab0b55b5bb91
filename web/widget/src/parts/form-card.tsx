// What the agent asks for before it passes the visitor on. Nothing typed is lost; "Just connect me" is always there.
import { useEffect, useRef, useState } from "preact/hooks";
import { asProblem, type Problem } from "../live/problem";
import { filled, halves, problemsOf, startingValues, type Values } from "../text/fields";
import { type Form } from "../wire";
import { useSpeech } from "../words/words";
import { failureOf } from "./cards";
import { useReach } from "./context";
import { Field } from "./field";
import { Check, CircleAlert } from "./icons";

export function FormCard({ form, onSent }: { form: Form; onSent: (values: Values) => void }) {
  const speech = useSpeech();
  const { words } = speech;
  const { desk, session } = useReach();
  const place = `form:${form.action_id}`;
  const [typed, setTyped] = useState<Values>(() => readValues(session.get(place)));
  const [local, setLocal] = useState(new Map<string, string>());
  const [skipped, setSkipped] = useState(new Set<string>());
  const [failure, setFailure] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const card = useRef<HTMLFormElement>(null);
  const values = startingValues(form, typed);
  const problems = new Map([...form.problems.map(({ key, sentence }) => [key, sentence] as const), ...local]);
  const paired = halves(form.fields);
  const asked = new Set(form.fields.map((field) => field.key));
  const known = Object.entries(form.values).flatMap(([key, value]) => (asked.has(key) ? [] : [value]));

  useEffect(() => {
    if (problems.size > 0) card.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form.problems, local]);

  const change = (key: string, value: string) => {
    const next = { ...typed, [key]: value };
    setTyped(next);
    session.set(place, JSON.stringify(next));
    if (local.has(key)) setLocal(new Map([...local].filter(([other]) => other !== key)));
  };
  const skip = (key: string, away: boolean) => {
    const next = new Set(skipped);
    if (away) next.add(key);
    else next.delete(key);
    setSkipped(next);
    if (away) change(key, "");
  };
  const submit = async (justConnectMe: boolean) => {
    if (busy) return;
    const missing = justConnectMe ? new Map<string, string>() : problemsOf(form, values, words);
    setLocal(missing);
    if (missing.size > 0) return;
    setBusy(true);
    const problem = await desk.fill(filled(values), justConnectMe).catch(asProblem);
    setBusy(false);
    setFailure(problem);
    if (problem) return;
    onSent({ ...form.values, ...filled(values) });
    if (!desk.store.value.conversation?.form) session.remove(place);
  };

  return (
    <form
      ref={card}
      class="card form-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      {known.length > 0 && (
        <p class="tick-line">
          <Check size={16} />
          <span dir="auto">{known.join(", ")}</span>
        </p>
      )}
      <div class="fields">
        {form.fields.map((field) => (
          <Field
            key={field.key}
            field={field}
            value={values[field.key]!}
            problem={problems.get(field.key) ?? null}
            half={paired.has(field.key)}
            skipped={skipped.has(field.key)}
            onChange={(value) => change(field.key, value)}
            onSkip={(away) => skip(field.key, away)}
          />
        ))}
      </div>
      {failure && (
        <p class="field-error" role="alert">
          <CircleAlert size={16} class="alert-glyph" />
          {failureOf(failure, speech)}
        </p>
      )}
      <p class="unseen" role="status">{problems.size > 0 ? words.moreToFix(problems.size) : ""}</p>
      <button class="button" type="submit" aria-disabled={busy}>
        {busy ? words.sending : words.sendAndConnect}
      </button>
      <button class="link-button link-button-wide" type="button" aria-disabled={busy} onClick={() => void submit(true)}>
        {words.justConnect}
      </button>
    </form>
  );
}

function readValues(stored: string | null): Values {
  try {
    return (stored && (JSON.parse(stored) as Values)) || {};
  } catch {
    return {};
  }
}
