import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import type { Pair } from "../../../api/content-shapes.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { say } from "../../../ui/toast.tsx";
import { counted } from "../words.ts";

const SHOWN = 20;

/** Questions with their answers, one below the other; long lists are searched. */
export function EditPairs({ pairs, onChange }: { pairs: Pair[]; onChange: (pairs: Pair[]) => void }) {
  const [words, setWords] = useState("");
  const [most, setMost] = useState(SHOWN);
  const wanted = words.trim().toLowerCase();
  const fitting = pairs.map((pair, place) => ({ pair, place })).filter(({ pair }) => !wanted || `${pair.question} ${pair.answer}`.toLowerCase().includes(wanted));
  const change = (place: number, changes: Partial<Pair>) => onChange(pairs.map((pair, at) => (at === place ? { ...pair, ...changes } : pair)));
  const latest = useRef({ pairs, onChange });
  useEffect(() => {
    latest.current = { pairs, onChange };
  });
  const takeOut = (place: number) => {
    const gone = pairs[place]!;
    onChange(pairs.filter((_, at) => at !== place));
    // What was typed since then stays: only this pair comes back.
    say("The question was taken out. Save to make it so.", { label: "Undo", act: () => latest.current.onChange(latest.current.pairs.toSpliced(place, 0, gone)) });
  };
  const add = () => {
    setWords("");
    onChange([{ question: "", answer: "" }, ...pairs]);
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">Questions</legend>
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">{pairs.length > 5 && <TextField label={`Find in ${counted(pairs.length, "question")}`} type="search" value={words} onChange={(event) => setWords(event.target.value)} />}</div>
        <Button className="h-9" icon={<Plus size={16} aria-hidden />} onClick={add}>Add a question</Button>
      </div>
      {fitting.length === 0 && <p className="text-ink-2">{pairs.length === 0 ? "No question is left." : "No question fits."}</p>}
      <ul className="flex flex-col gap-3">
        {fitting.slice(0, most).map(({ pair, place }) => (
          <li key={place} className="flex items-start gap-2 rounded-card border border-line p-3">
            <div className="flex min-w-0 flex-1 flex-col gap-2">
              <TextField label={`Question ${place + 1}`} maxLength={300} value={pair.question} onChange={(event) => change(place, { question: event.target.value })} />
              <TextArea label="Answer" hideLabel aria-label={`Answer ${place + 1}`} rows={3} maxLength={20_000} value={pair.answer} onChange={(event) => change(place, { answer: event.target.value })} />
            </div>
            <IconButton label={`Take question ${place + 1} out`} onClick={() => takeOut(place)}><Trash2 size={16} aria-hidden /></IconButton>
          </li>
        ))}
      </ul>
      {fitting.length > most && <Button className="self-start" onClick={() => setMost(most + SHOWN)}>Show more</Button>}
    </fieldset>
  );
}
