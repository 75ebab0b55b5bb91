import { useMutation } from "@tanstack/react-query";

import { questionTests } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { Agent, QuestionTestRun, QuestionTests } from "../../api/shapes.ts";
import { Progress } from "../../ui/small.tsx";
import { whenExactly } from "../../ui/times.ts";
import { say } from "../../ui/toast.tsx";

const CAUSES: Record<QuestionTestRun["cause"], string> = {
  by_hand: "run by hand",
  content_changed: "after a change of the content",
  settings_changed: "after a change of the settings",
  command: "run from the command line",
};

/** The newest run in one line: how far it is, or what came of it. Below it, when they run by themselves. */
export function RunBanner({ page, agent, isAdmin }: { page: QuestionTests; agent: Agent; isAdmin: boolean }) {
  const [newest, ...earlier] = page.runs;
  return (
    <section aria-label="Newest run" className="rounded-card border border-line bg-paper px-4 py-3">
      {newest ? <Newest run={newest} failing={page.tests.filter(({ result }) => result?.passed === false).length} of={page.tests.length} /> : <p className="text-ink-2">These tests have never been run.</p>}
      <Choices page={page} agent={agent} isAdmin={isAdmin} />
      {earlier.length > 0 && (
        <details className="mt-2 text-small text-ink-2">
          <summary className="cursor-pointer">Earlier runs</summary>
          <ul className="numbers mt-1">
            {earlier.map((run) => <li key={run.id} className="py-0.5">{whenExactly(run.begun_at)}: {run.passed} of {run.total} passed, {CAUSES[run.cause]}. {run.state === "done" ? run.summary : `It was ${run.state}.`}</li>)}
          </ul>
        </details>
      )}
    </section>
  );
}

function Newest({ run, failing, of }: { run: QuestionTestRun; failing: number; of: number }) {
  if (run.state === "running") {
    return (
      <div role="status">
        <p className="numbers mb-2">Running: {run.done} of {run.total}, {CAUSES[run.cause]}</p>
        <Progress share={run.done / run.total} label="Question tests that have been run" />
      </div>
    );
  }
  return (
    <p className="numbers">
      <span className="font-semibold">{run.passed} of {run.total} passed.</span>{" "}
      {run.total < of && failing > 0 && <>{failing} of all {of} {failing === 1 ? "fails" : "fail"}. </>}
      {run.state === "done" ? run.summary : run.state === "canceled" ? "The run was canceled." : "The run was interrupted several times. Run it again."}{" "}
      <span className="text-ink-2" title={whenExactly(run.begun_at)}>{whenExactly(run.begun_at)}, {CAUSES[run.cause]}</span>
    </p>
  );
}

function Choices({ page, agent, isAdmin }: { page: QuestionTests; agent: Agent; isAdmin: boolean }) {
  const choosing = useMutation({
    mutationFn: (choices: QuestionTests["choices"]) => questionTests.choose(agent.id, choices),
    onError: (error) => say(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["question-tests", agent.id] }),
  });
  const shown = choosing.isPending ? choosing.variables : page.choices;
  const choice = (key: keyof QuestionTests["choices"], label: string) => (
    <label className="flex items-center gap-2">
      <input type="checkbox" disabled={!isAdmin || choosing.isPending} checked={shown[key]} onChange={(event) => choosing.mutate({ ...shown, [key]: event.target.checked })} />
      {label}
    </label>
  );
  return (
    <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
      {choice("after_content", "Run after changes of the content")}
      {choice("after_settings", "Run after changes of rules and settings")}
    </div>
  );
}
