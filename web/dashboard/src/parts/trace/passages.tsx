import { Link } from "@tanstack/react-router";
import { useState } from "react";

import type { Considered, TurnWithTrace } from "../../api/shapes.ts";
import { placeOf, Quoted } from "./quoted.tsx";

const SHOWN = 3;

interface PassagesProps {
  passages: Considered[];
  now?: TurnWithTrace["passages_now"];
  onOpen?: (sourceId: string) => void;
}

/** `now`: how each passage stands today; empty when the trace is of today. `onOpen`: for those who are in Content already. */
export function Passages({ passages, now = {}, onOpen }: PassagesProps) {
  const [all, setAll] = useState(false);
  const most = Math.max(...passages.map(({ lexical }) => lexical), 0.001);
  const shown = all ? passages : passages.filter((passage, index) => passage.used || index < SHOWN);
  return (
    <>
      <ul className="flex flex-col gap-3">
        {shown.map((passage) => <Passage key={passage.rank} passage={passage} most={most} standing={now[passage.passage_id]} onOpen={onOpen} />)}
      </ul>
      {shown.length < passages.length && <button type="button" className="quiet-link mt-3" onClick={() => setAll(true)}>Show all {passages.length}</button>}
    </>
  );
}

interface PassageProps {
  passage: Considered;
  most: number;
  standing?: "same" | "changed" | "gone";
  onOpen?: (sourceId: string) => void;
}

function Passage({ passage, most, standing, onOpen }: PassageProps) {
  return (
    <li className="rounded-card border border-line bg-paper px-3.5 py-3">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{passage.rank}. {placeOf(passage)}</span>
        {passage.used && <span className="shrink-0 text-small text-agent">quoted</span>}
      </div>
      {standing === "changed" && <p className="mt-1 text-small text-ink-2">This page has changed since. What it said then:</p>}
      {standing === "gone" && <p className="mt-1 text-small text-ink-2">This source has been removed since. What it said then:</p>}
      <div className="mt-2 grid grid-cols-3 gap-3">
        <Bar label="Words" share={passage.lexical / most} value={passage.lexical.toFixed(1)} />
        <Bar label="Meaning" share={Math.max(passage.dense, 0)} value={passage.dense.toFixed(2)} />
        <Bar label="Together" share={passage.score} value={passage.score.toFixed(2)} />
      </div>
      <p className="mt-2 line-clamp-6 whitespace-pre-wrap text-small text-ink-2" dir="auto"><Quoted passage={passage.text} quote={passage.quote ?? ""} /></p>
      {onOpen ? (
        <button type="button" className="quiet-link mt-1 text-small" onClick={() => onOpen(passage.source_id)}>Open the source</button>
      ) : (
        standing !== "gone" && <Link to="/content" search={{ source: passage.source_id }} className="quiet-link mt-1 inline-block text-small">Open in Content</Link>
      )}
    </li>
  );
}

function Bar({ label, share, value }: { label: string; share: number; value: string }) {
  return (
    <span className="text-meta text-ink-2">
      <span className="flex justify-between"><span>{label}</span><span className="numbers">{value}</span></span>
      <span className="mt-1 block h-1 overflow-hidden rounded-full bg-chosen" aria-hidden><span className="block h-full bg-bar" style={{ width: `${Math.min(share, 1) * 100}%` }} /></span>
    </span>
  );
}
