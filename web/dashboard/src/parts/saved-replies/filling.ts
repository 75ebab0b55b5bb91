// Saved replies as words: found by what is typed after "/", filled in, and put where the "/" stood. Pure.
import type { SavedReply } from "../../api/shapes.ts";

/** First names. A visitor known only by a number (null) is greeted with "there". */
export interface Names {
  visitor: string | null;
  me: string;
  workspace: string;
}

export const PLACEHOLDERS = ["visitor", "my name", "workspace"] as const;

export function filled(text: string, names: Names): string {
  const words: Record<string, string> = { visitor: names.visitor ?? "there", "my name": names.me, workspace: names.workspace };
  return text.replace(/\{([^{}\n]{0,40})\}/g, (whole, name: string) => words[name.trim()] ?? whole);
}

export function unknownPlaceholder(text: string): string | null {
  const known: readonly string[] = PLACEHOLDERS;
  for (const [whole, name] of text.matchAll(/\{([^{}\n]{0,40})\}/g)) if (!known.includes((name ?? "").trim())) return whole;
  return null;
}

/** Where the "/" before the cursor stands that begins a line or follows a space; -1 when nobody asks for a saved reply. */
export function slashAt(text: string, cursor: number): number {
  const found = /(?:^|\s)\/\S*$/.exec(text.slice(0, cursor));
  return found ? text.lastIndexOf("/", cursor - 1) : -1;
}

/** Those that hold all of `words`: in the name at its start, in the name, in the text; as ranked by use within each. */
export function matching(replies: readonly SavedReply[], words: string): SavedReply[] {
  const wanted = words.toLowerCase();
  const rank = ({ name, text }: SavedReply) => {
    const at = name.toLowerCase().indexOf(wanted);
    return at === 0 ? 0 : at > 0 ? 1 : text.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return [0, 1, 2].flatMap((place) => replies.filter((reply) => rank(reply) === place));
}

export function putIn(text: string, slash: number, cursor: number, reply: string): { text: string; cursor: number } {
  return { text: text.slice(0, slash) + reply + text.slice(cursor), cursor: slash + reply.length };
}
