// What can be said about a form before the server has seen it. Pure.
import { type Form, type FormField } from "../wire";
import { type Words } from "../words/words";

export type Values = Record<string, string>;

/** Only what is certain here; patterns and references are the server's to judge. */
export function problemsOf(form: Form, values: Values, words: Words): Map<string, string> {
  const problems = new Map<string, string>();
  for (const field of form.fields) {
    const value = (values[field.key] ?? "").trim();
    if (!value && field.required) problems.set(field.key, words.fieldMissing(field.label));
    else if (value && field.type === "email" && !/^\S+@\S+\.\S+$/.test(value)) problems.set(field.key, words.emailWrong);
  }
  return problems;
}

/** What was understood from the chat fills the fields that the visitor has not touched. */
export function startingValues(form: Form, typed: Values): Values {
  return Object.fromEntries(form.fields.map(({ key }) => [key, typed[key] ?? form.values[key] ?? ""]));
}

export function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])));
}

/** Two choices next to each other share a row. */
export function halves(fields: readonly FormField[]): Set<string> {
  const paired = new Set<string>();
  fields.forEach((field, index) => {
    const before = fields[index - 1];
    if (!before || paired.has(before.key)) return;
    if (isHalf(field) && isHalf(before)) paired.add(before.key).add(field.key);
  });
  return paired;
}

function isHalf(field: FormField): boolean {
  return field.type === "choice" && field.required && !field.hint && field.label.length <= 18;
}

export function inputOf(field: FormField): { type: string; autoComplete?: string; inputMode?: "text" | "email" | "tel" } {
  switch (field.type) {
    case "email":
      return { type: "email", autoComplete: "email", inputMode: "email" };
    case "phone":
      return { type: "tel", autoComplete: "tel", inputMode: "tel" };
    case "date":
      return { type: "date" };
    default:
      return { type: "text", autoComplete: "off", inputMode: "text" };
  }
}
