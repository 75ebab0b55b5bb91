// Questions with what the agent must do about them: what passes, what fails, and what changed since the run before.
import { useMutation, useQuery } from "@tanstack/react-query";
import { FileUp, ListChecks, Play, Plus, Square } from "lucide-react";
import { useState, type ReactNode } from "react";

import { questionTests } from "../../api/client.ts";
import { queryClient, questionTestsQuery } from "../../api/queries.ts";
import type { Agent, QuestionTests } from "../../api/shapes.ts";
import { useCommands } from "../../frame/commands.ts";
import { useSigned } from "../../frame/me.ts";
import { TestDialog, type Editing } from "../../parts/question-test/test-dialog.tsx";
import { WithAgent } from "../../parts/which-agent.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { removeTest } from "./removing.ts";
import { ResultDrawer } from "./result-drawer.tsx";
import { RunBanner } from "./run-banner.tsx";
import { Suggestions } from "./suggestions.tsx";
import { TestList } from "./test-list.tsx";
import { TestRow } from "./test-row.tsx";

export default function TestsPage() {
  return <WithAgent>{(agent, picker) => <Tests key={agent.id} agent={agent} picker={picker} />}</WithAgent>;
}

function useRuns(agentId: string, page: QuestionTests | undefined) {
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ["question-tests", agentId] });
  const begin = useMutation({ mutationFn: (ids: string[]) => questionTests.run(agentId, ids), onSettled });
  const cancel = useMutation({ mutationFn: (id: string) => questionTests.cancel(id), onSettled });
  const running = page?.runs.find(({ state }) => state === "running");
  return { begin, cancel, running, canBegin: !running && !begin.isPending && Boolean(page?.tests.length), problem: begin.error ?? cancel.error };
}

function Tests({ agent, picker }: { agent: Agent; picker: ReactNode }) {
  const { isAdmin } = useSigned();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [openId, setOpen] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  const page = useQuery(questionTestsQuery(agent.id));
  const runs = useRuns(agent.id, page.data);
  const run = (...ids: string[]) => void (runs.canBegin && runs.begin.mutate(ids));
  const opened = page.data?.tests.find(({ id }) => id === openId);
  useCommands([
    { id: "tests.run_all", label: "Run all question tests", group: "Question tests", keys: "R", run: () => run() },
    ...(isAdmin ? [{ id: "tests.new", label: "New question test", group: "Question tests", keys: "n", run: () => setEditing({}) }] : []),
  ]);
  return (
    <Page
      title="Question tests"
      about={`What ${agent.name} must get right. Nothing is sent to anybody.`}
      actions={
        <>
          {picker}
          {isAdmin && <Button icon={<Plus size={16} aria-hidden />} onClick={() => setEditing({})}>Add test</Button>}
          {runs.running
            ? <Button icon={<Square size={14} aria-hidden />} busy={runs.cancel.isPending} onClick={() => runs.cancel.mutate(runs.running!.id)}>Cancel run</Button>
            : <Button look="primary" icon={<Play size={14} aria-hidden />} busy={runs.begin.isPending} disabled={!runs.canBegin} onClick={() => run()}>Run all</Button>}
        </>
      }
    >
      <div className="max-w-[900px] px-8 pt-5 pb-16 max-md:px-4">
        {runs.problem && <p role="alert" className="mb-4 rounded-card border border-line-strong bg-sunken px-4 py-3">{runs.problem.message}</p>}
        {page.isPending && <SkeletonRows />}
        {page.error && <Failed error={page.error} what="The question tests" onRetry={() => void page.refetch()} />}
        {page.data?.tests.length === 0 && <NoTests isAdmin={isAdmin} onImport={() => setImporting(true)} />}
        {page.data && page.data.tests.length > 0 && (
          <>
            <RunBanner page={page.data} agent={agent} isAdmin={isAdmin} />
            <TestList
              agentId={agent.id}
              tests={page.data.tests}
              isAdmin={isAdmin}
              onImport={() => setImporting(true)}
              onRun={({ id }) => run(id)}
              onEdit={(test) => setEditing({ test })}
              row={(test) => <TestRow key={test.id} test={test} isAdmin={isAdmin} isBusy={!runs.canBegin} onOpen={() => setOpen(test.id)} onEdit={() => setEditing({ test })} onRun={() => run(test.id)} onRemove={() => void removeTest(agent.id, test)} />}
            />
          </>
        )}
        {page.data && isAdmin && <Suggestions agent={agent} />}
      </div>
      {opened && (
        <ResultDrawer
          test={opened}
          agentId={agent.id}
          isAdmin={isAdmin}
          isBusy={!runs.canBegin}
          onEdit={() => setEditing({ test: opened })}
          onRun={() => run(opened.id)}
          onRemove={() => (setOpen(null), void removeTest(agent.id, opened))}
          onClose={() => setOpen(null)}
        />
      )}
      {editing && <TestDialog agentId={agent.id} editing={editing} onClose={() => setEditing(null)} />}
      {isImporting && <ImportDialog agentId={agent.id} onClose={() => setImporting(false)} />}
    </Page>
  );
}

function NoTests({ isAdmin, onImport }: { isAdmin: boolean; onImport: () => void }) {
  return (
    <Empty
      icon={<ListChecks size={24} strokeWidth={1.5} aria-hidden />}
      title="No question tests yet"
      action={isAdmin && <Button icon={<FileUp size={14} aria-hidden />} onClick={onImport}>Import csv</Button>}
    >
      Write down a question and what the agent must do about it. The tests run after every change, so you see what broke before a visitor does.
    </Empty>
  );
}
