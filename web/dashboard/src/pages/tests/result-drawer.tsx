import { useQuery } from "@tanstack/react-query";
import { Pencil, Play, Trash2 } from "lucide-react";

import { questionTests } from "../../api/client.ts";
import type { QuestionTest } from "../../api/shapes.ts";
import { Story } from "../../parts/trace/trace-parts.tsx";
import { TraceView } from "../../parts/trace/trace-view.tsx";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Failed, SkeletonRows } from "../../ui/states.tsx";
import { Answers } from "./answers.tsx";
import { Sign } from "./test-row.tsx";

interface DrawerProps {
  test: QuestionTest;
  agentId: string;
  isAdmin: boolean;
  isBusy: boolean;
  onEdit: () => void;
  onRun: () => void;
  onRemove: () => void;
  onClose: () => void;
}

/** One test: what it expects, what was answered before and now, and why. */
export function ResultDrawer({ test, agentId, isAdmin, isBusy, onEdit, onRun, onRemove, onClose }: DrawerProps) {
  return (
    <Drawer title="Question test" onClose={onClose}>
      <p className="text-title font-semibold" dir="auto">{test.question}</p>
      <p className="mt-1 flex items-start gap-2"><Sign test={test} /> <span>{test.expects}. <span className="text-ink-2">{test.result ? test.result.why : "It has not been run since it was written."}</span></span></p>
      {test.note && <p className="mt-1 text-small text-ink-2" dir="auto">{test.note}</p>}
      <div className="mt-4 mb-6 flex flex-wrap gap-2">
        <Button icon={<Play size={14} aria-hidden />} disabled={isBusy} onClick={onRun}>Run again</Button>
        {isAdmin && <Button icon={<Pencil size={14} aria-hidden />} onClick={onEdit}>Edit</Button>}
        {isAdmin && <Button look="quiet" icon={<Trash2 size={14} aria-hidden />} onClick={onRemove}>Remove</Button>}
      </div>
      {test.result && <Reasons agentId={agentId} testId={test.id} runId={test.result.run_id} />}
    </Drawer>
  );
}

function Reasons({ agentId, testId, runId }: { agentId: string; testId: string; runId: string }) {
  const kept = useQuery({ queryKey: ["question-tests", agentId, "result", runId, testId], queryFn: () => questionTests.result(runId, testId) });
  if (kept.error) return <Failed error={kept.error} what="The result" onRetry={() => void kept.refetch()} />;
  if (!kept.data) return <SkeletonRows rows={4} className="-mx-6" />;
  const { result, before, trace, story } = kept.data;
  return (
    <>
      <Answers before={before} now={result} />
      {trace ? (
        <>
          <h3 className="mt-6 mb-2 font-semibold">How it came to this</h3>
          <Story sentences={story} />
          <TraceView trace={trace} />
        </>
      ) : (
        <p className="mt-4 text-ink-2">How it came to this was written by another version of Deskbell and cannot be shown. Run the test again.</p>
      )}
    </>
  );
}
