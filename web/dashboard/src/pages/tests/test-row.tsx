import { Check, CircleAlert, CircleDashed, Pencil, Play, Trash2 } from "lucide-react";

import { questionTests } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { Agent, QuestionTest } from "../../api/shapes.ts";
import { IconButton } from "../../ui/button.tsx";
import { say } from "../../ui/toast.tsx";

const CHANGES = { newly_failing: "newly failing", fixed: "fixed", changed: "answer changed" };

interface RowProps {
  test: QuestionTest;
  agent: Agent;
  isAdmin: boolean;
  isBusy: boolean;
  onEdit: () => void;
  onRun: () => void;
}

export function TestRow({ test, agent, isAdmin, isBusy, onEdit, onRun }: RowProps) {
  const { result } = test;
  return (
    <li className="flex gap-3 border-b border-line py-3">
      <Sign test={test} />
      <div className="min-w-0 flex-1">
        <p className="font-medium" dir="auto">{test.question}</p>
        <p className="text-small text-ink-2">{test.expects}{result?.change && <span className="text-ink"> · {CHANGES[result.change]}</span>}</p>
        {result && !result.passed && <p className="mt-1 text-small">{result.why}</p>}
        {result && <p className="mt-1 line-clamp-2 text-small text-ink-2" dir="auto">{result.answer || result.why}</p>}
        {result && <p className="numbers mt-1 text-meta text-ink-3">{[...result.sources.map(({ title }) => title), result.confidence !== null ? `confidence ${result.confidence.toFixed(2)}` : "", `${result.milliseconds} ms`].filter(Boolean).join(" · ")}</p>}
        {test.note && <p className="mt-1 text-small text-ink-3">{test.note}</p>}
      </div>
      <div className="flex shrink-0 items-start">
        <IconButton label="Run this test" disabled={isBusy} onClick={onRun}><Play size={14} aria-hidden /></IconButton>
        {isAdmin && <IconButton label="Edit this test" onClick={onEdit}><Pencil size={14} aria-hidden /></IconButton>}
        {isAdmin && <IconButton label="Remove this test" onClick={() => void removed(agent, test)}><Trash2 size={14} aria-hidden /></IconButton>}
      </div>
    </li>
  );
}

function Sign({ test: { result } }: { test: QuestionTest }) {
  const look = { size: 16, className: "mt-0.5 shrink-0" };
  if (!result) return <CircleDashed {...look} className="mt-0.5 shrink-0 text-ink-3" aria-label="Never run" />;
  return result.passed ? <Check {...look} className="mt-0.5 shrink-0 text-green" aria-label="Passes" /> : <CircleAlert {...look} className="mt-0.5 shrink-0 text-red" aria-label="Fails" />;
}

async function removed(agent: Agent, { id, question, expectation, note }: QuestionTest): Promise<void> {
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["question-tests", agent.id] });
  try {
    await questionTests.remove(id);
    say("The test was removed.", { label: "Undo", act: () => void questionTests.add(agent.id, { question, expectation, note }).then(refresh) });
  } catch (error) {
    say(error instanceof Error ? error.message : "The test could not be removed. Try again.");
  }
  await refresh();
}
