import type { Citation } from "@deskbell/shared/wire";
import { Link } from "@tanstack/react-router";
import { useId } from "react";

import { placeOf, Quoted } from "../../parts/trace/quoted.tsx";
import { cx } from "../../ui/cx.ts";

interface SourcesProps {
  sources: Citation[];
  confidence: number | null;
  open: number | null;
  onToggle: (number: number) => void;
}

/** Small numbered references under an answer; each opens the passage, with the quoted words marked. */
export function Sources({ sources, confidence, open, onToggle }: SourcesProps) {
  const id = useId();
  const shown = sources.find(({ number }) => number === open);
  return (
    <div className="mt-1.5 flex flex-col gap-1 text-small text-ink-2">
      {sources.map((source, index) => (
        <span key={source.number} className="flex min-w-0 items-center gap-2.5">
          <button
            type="button"
            aria-expanded={open === source.number}
            aria-controls={`${id}-passage`}
            onClick={() => onToggle(source.number)}
            className="group flex min-w-0 items-center gap-2.5 rounded-tiny text-left hover:text-ink"
          >
            <span className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-tiny bg-agent-tint text-micro font-semibold text-agent">{source.number}</span>
            <span className={cx("truncate group-hover:underline underline-offset-3", open === source.number && "text-ink")}>{placeOf(source)}</span>
          </button>
          {index === 0 && confidence !== null && <span className="numbers shrink-0 text-ink-3">confidence {confidence.toFixed(2)}</span>}
        </span>
      ))}
      {shown && (
        <div id={`${id}-passage`} className="appear mt-1 max-w-[68ch] rounded-card border border-line bg-paper px-3.5 py-3">
          <p className="whitespace-pre-wrap text-ink-2" dir="auto"><Quoted passage={shown.passage || shown.quote} quote={shown.quote} /></p>
          <p className="mt-2 text-meta">
            <Link to="/content" search={{ source: shown.source_id }} className="quiet-link">Open in Content</Link>
          </p>
        </div>
      )}
    </div>
  );
}
