// Questions with what the agent must do about them: what passes, what fails, and what changed since the run before.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { ListChecks, Play, Plus, Square } from "lucide-react";
import { useState, type ReactNode } from "react";

import { questionTests } from "../../api/client.ts";
import { queryClient, questionTestsQuery } from "../../api/queries.ts";
import type { Agent, QuestionTest, QuestionTests } from "../../api/shapes.ts";
import { useSigned } from "../../frame/me.ts";
import { WithAgent } from "../../parts/which-agent.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { RunBanner } from "./run-banner.tsx";
import { Suggestions } from "./suggestions.tsx";
import { TestDialog, type Editing } from "./test-dialog.tsx";
import { TestRow } from "./test-row.tsx";

export default function TestsPage() {
  return <WithAgent>{(agent, picker) => <Tests key={agent.id} agent={agent} picker={picker} />}</WithAgent>;
}

function Tests({ agent, picker }: { agent: Agent; picker: ReactNode }) {
  const { isAdmin } = useSigned();
  const { question } = useSearch({ from: "/_frame/agent/tests" });
  const [editing, setEditing] = useState<Editing | null>(question ? { question } : null);
  const page = useQuery(questionTestsQuery(agent.id));
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["question-tests", agent.id] });
  const run = useMutation({ mutationFn: (ids: string[]) => questionTests.run(agent.id, ids), onSettled: refresh });
  const cancel = useMutation({ mutationFn: (id: string) => questionTests.cancel(id), onSettled: refresh });
  const running = page.data?.runs.find(({ state }) => state === "running");
  const problem = run.error ?? cancel.error;
  return (
    <Page
      title="Question tests"
      about={`What ${agent.name} must get right. Nothing is sent to anybody.`}
      actions={
        <>
          {picker}
          {isAdmin && <Button icon={<Plus size={16} aria-hidden />} onClick={() => setEditing({})}>Add test</Button>}
          {running
            ? <Button icon={<Square size={14} aria-hidden />} busy={cancel.isPending} onClick={() => cancel.mutate(running.id)}>Cancel run</Button>
            : <Button look="primary" icon={<Play size={14} aria-hidden />} busy={run.isPending} disabled={!page.data?.tests.length} onClick={() => run.mutate([])}>Run all</Button>}
        </>
      }
    >
      <div className="max-w-[900px] px-8 pt-5 pb-16 max-md:px-4">
        {problem && <p role="alert" className="mb-4 rounded-card border border-line-strong bg-sunken px-4 py-3">{problem.message}</p>}
        {page.error ? <Failed error={page.error} what="The question tests" onRetry={() => void page.refetch()} />
          : page.data ? <List page={page.data} agent={agent} isAdmin={isAdmin} onEdit={setEditing} onRun={(id) => run.mutate([id])} />
            : <SkeletonRows />}
      </div>
      {editing && <TestDialog agent={agent} editing={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface ListProps {
  page: QuestionTests;
  agent: Agent;
  isAdmin: boolean;
  onEdit: (editing: Editing) => void;
  onRun: (id: string) => void;
}

function List({ page, agent, isAdmin, onEdit, onRun }: ListProps) {
  if (!page.tests.length) {
    return (
      <>
        <Empty icon={<ListChecks size={24} strokeWidth={1.5} aria-hidden />} title="No question tests yet">
          Write down a question and what the agent must do about it. The tests run after every change, so you see what broke before a visitor does.
        </Empty>
        {isAdmin && <Suggestions agent={agent} />}
      </>
    );
  }
  const busy = page.runs.some(({ state }) => state === "running");
  return (
    <>
      <RunBanner page={page} agent={agent} isAdmin={isAdmin} />
      <ul className="mt-4 border-t border-line">
        {failingFirst(page.tests).map((test) => <TestRow key={test.id} test={test} agent={agent} isAdmin={isAdmin} isBusy={busy} onEdit={() => onEdit({ test })} onRun={() => onRun(test.id)} />)}
      </ul>
      {isAdmin && <Suggestions agent={agent} />}
    </>
  );
}

function failingFirst(tests: QuestionTest[]): QuestionTest[] {
  const weight = ({ result }: QuestionTest) => (result ? (result.passed ? (result.change ? 1 : 3) : 0) : 2);
  return [...tests].sort((one, other) => weight(one) - weight(other));
}
