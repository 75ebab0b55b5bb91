// What is different between two answers, word by word.

export interface Stretch {
  text: string;
  is: "same" | "only_before" | "only_now";
}

const LONGEST = 400; // words: an answer has a few dozen; longer ones are shown whole, one after the other

/** Both answers in one line of stretches: the longest common run of words stays, the rest went or came. */
export function wordDiff(before: string, now: string): Stretch[] {
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  if (old.length > LONGEST || fresh.length > LONGEST) return joined([{ text: before, is: "only_before" }, { text: now, is: "only_now" }]);
  const common = lengths(old, fresh);
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      stretches.push({ text: old[i++]!, is: "same" });
      j++;
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!) stretches.push({ text: old[i++]!, is: "only_before" });
    else stretches.push({ text: fresh[j++]!, is: "only_now" });
  }
  return joined([...stretches, ...old.slice(i).map((text) => ({ text, is: "only_before" }) as const), ...fresh.slice(j).map((text) => ({ text, is: "only_now" }) as const)]);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** `lengths[i][j]`: how many words the rests from `i` and `j` have in common, in order. */
function lengths(old: string[], fresh: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      table[i]![j] = old[i] === fresh[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

function joined(stretches: Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { text, is } of stretches.filter(({ text }) => text)) {
    const last = whole.at(-1);
    if (last?.is === is) last.text += ` ${text}`;
    else whole.push({ text, is });
  }
  return whole;
}
