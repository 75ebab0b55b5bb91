// Words and values of what members write themselves: columns of a table, drafts of corrections. Pure.
import type { Original, Pair } from "../../../api/content-shapes.ts";

/** "2: Answer of the team"; a column without a name has its place only. */
export function columnName(label: string, place: number): string {
  return label ? `${place + 1}: ${label}` : `Column ${place + 1}`;
}

/** A correction that is not saved yet. `revision`: what it began from. */
export interface Draft {
  title: string;
  text: string;
  pairs: Pair[] | null;
  revision: string;
}

export function draftOf(original: Original): Draft {
  return { title: original.title, text: original.text ?? "", pairs: original.pairs, revision: original.revision };
}

export function isSame(draft: Draft, original: Original): boolean {
  return JSON.stringify({ ...draft, revision: "" }) === JSON.stringify({ ...draftOf(original), revision: "" });
}

/** Why it cannot be saved yet; null when it can. */
export function missing({ title, text, pairs }: Draft): string | null {
  if (!title.trim()) return "It needs a title.";
  if (pairs === null) return text.trim() ? null : "It needs some text.";
  if (pairs.length === 0) return "Keep at least one question, or remove the whole source.";
  const place = pairs.findIndex(({ question, answer }) => !question.trim() || !answer.trim());
  return place < 0 ? null : `Question ${place + 1} needs both a question and an answer.`;
}
