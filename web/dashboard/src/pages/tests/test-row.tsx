import { Check, CircleAlert, CircleDashed, Pencil, Play, Trash2 } from "lucide-react";

import type { QuestionTest } from "../../api/shapes.ts";
import { IconButton } from "../../ui/button.tsx";
import { meta } from "./answers.tsx";

const CHANGES = { newly_failing: "newly failing", fixed: "fixed", changed: "answer changed" };

interface RowProps {
  test: QuestionTest;
  isAdmin: boolean;
  isBusy: boolean;
  onOpen: () => void;
  onEdit: () => void;
  onRun: () => void;
  onRemove: () => void;
}

/** The whole text opens the result; it is what j and k move between. */
export function TestRow({ test, isAdmin, isBusy, onOpen, onEdit, onRun, onRemove }: RowProps) {
  const { result } = test;
  return (
    <li className="flex gap-1 border-b border-line">
      <button type="button" data-test={test.id} onClick={onOpen} className="-mx-2 flex min-w-0 flex-1 gap-3 rounded-control px-2 py-3 text-left hover:bg-hover focus-visible:-outline-offset-2">
        <Sign test={test} />
        <span className="min-w-0 flex-1">
          <span className="block font-medium" dir="auto">{test.question}</span>
          <span className="block text-small text-ink-2">{test.expects}{result?.change && <span className="text-ink"> · {CHANGES[result.change]}</span>}</span>
          {result && <span className="mt-1 line-clamp-2 text-small text-ink-2" dir="auto">{result.answer || result.why}</span>}
          {result && <span className="numbers mt-1 block text-meta text-ink-3">{meta(result)}</span>}
          {test.note && <span className="mt-1 block text-small text-ink-3" dir="auto">{test.note}</span>}
        </span>
      </button>
      <span className="flex shrink-0 items-start py-2">
        <IconButton label="Run this test" disabled={isBusy} onClick={onRun}><Play size={14} aria-hidden /></IconButton>
        {isAdmin && <IconButton label="Edit this test" onClick={onEdit} className="max-md:hidden"><Pencil size={14} aria-hidden /></IconButton>}
        {isAdmin && <IconButton label="Remove this test" onClick={onRemove} className="max-md:hidden"><Trash2 size={14} aria-hidden /></IconButton>}
      </span>
    </li>
  );
}

export function Sign({ test: { result } }: { test: QuestionTest }) {
  const look = { size: 16, role: "img" } as const;
  if (!result) return <CircleDashed {...look} className="mt-0.5 shrink-0 text-ink-3" aria-label="Not run yet" />;
  return result.passed ? <Check {...look} className="mt-0.5 shrink-0 text-green" aria-label="Passes" /> : <CircleAlert {...look} className="mt-0.5 shrink-0 text-red" aria-label="Fails" />;
}
