// How people are called in a sentence. Pure.

/** "Marisol Vega" → "Marisol"; somebody known only by a number → "the visitor". */
export function firstName(name: string): string {
  const [first] = name.trim().split(/\s+/);
  return !first || /^visitor$/i.test(first) ? "the visitor" : first;
}

export function asStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
