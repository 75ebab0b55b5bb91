// What the visitor wants, in at most three of their own sentences: nothing is written that they did not write. Pure.
import type { Message } from "@deskbell/shared/wire";

const MOST = 3;
const LONGEST = 160;
const FEW_WORDS = 3;

interface Sentence {
  text: string;
  words: string[];
  place: number;
}

/** The sentences that say most: those whose words the visitor comes back to, questions, numbers, the first and the last. */
export function summaryOf(messages: Message[], segment: number): string[] {
  const own = messages.filter(({ author, segment: of }) => author === "visitor" && of === segment);
  const sentences = distinct(own.flatMap(({ text }) => sentencesIn(text)).map((text, place) => ({ text, words: wordsIn(text), place })));
  const telling = sentences.filter(({ words }) => words.length >= FEW_WORDS);
  const among = telling.length > 0 ? telling : sentences;
  const counts = new Map<string, number>();
  for (const word of among.flatMap(({ words }) => [...new Set(words)])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const last = among.at(-1)?.place;
  const weight = ({ text, words, place }: Sentence) =>
    words.filter((word) => word.length > 3 && (counts.get(word) ?? 0) > 1).length / Math.max(words.length, 1)
    + Number(/[?？]/.test(text)) + 0.5 * Number(/\d/.test(text)) + 0.7 * Number(place === among[0]?.place) + 0.4 * Number(place === last)
    + Math.min(words.length, 12) / 12;
  const chosen = [...among].sort((one, other) => weight(other) - weight(one) || one.place - other.place).slice(0, MOST);
  return chosen.sort((one, other) => one.place - other.place).map(({ text }) => shortened(text));
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?。！？])\s+|(?<=[。！？])|\n+/).map((part) => part.trim()).filter(Boolean);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function distinct(sentences: Sentence[]): Sentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ words }) => {
    const key = words.join(" ");
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`;
}
