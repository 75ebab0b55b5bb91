// The set-up check: the whole story run by a visitor of our own, line by line, with the way to what does not work.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronLeft, ListChecks, Play } from "lucide-react";
import type { ReactNode } from "react";

import { setupChecks } from "../../api/client.ts";
import { queryClient, setupChecksQuery } from "../../api/queries.ts";
import type { Agent, SetupCheck } from "../../api/shapes.ts";
import { useCommands } from "../../frame/commands.ts";
import { useNow } from "../../live/clock.ts";
import { WithAgent } from "../../parts/which-agent.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { CopyButton, Progress } from "../../ui/small.tsx";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { ago, whenExactly } from "../../ui/times.ts";
import { CheckLineRow } from "./check-line.tsx";
import { asText, GROUPS, headline, isOver } from "./words.ts";

export default function CheckPage() {
  return <WithAgent>{(agent, picker) => <Checks agent={agent} picker={picker} />}</WithAgent>;
}

/** The events of a check bring it here; asking again now and then covers a lost line, and a process that went. */
function useChecks(agent: Agent) {
  const checks = useQuery({ ...setupChecksQuery(agent.id), refetchInterval: ({ state }) => (state.data?.[0]?.state === "running" ? 2_000 : false) });
  const run = useMutation({
    mutationFn: () => setupChecks.run(agent.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: setupChecksQuery(agent.id).queryKey }),
  });
  return { checks, run, isRunning: run.isPending || checks.data?.[0]?.state === "running" };
}

function Checks({ agent, picker }: { agent: Agent; picker: ReactNode }) {
  const { checks, run, isRunning } = useChecks(agent);
  const [newest, ...earlier] = checks.data ?? [];
  const start = () => void (!isRunning && run.mutate());
  useCommands([{ id: "check.run", label: "Run the set-up check", group: "Set-up check", keys: "R", run: start }]);
  const back = <Link to="/settings" className="mr-2 inline-flex items-center gap-1 font-normal text-ink-2 hover:text-ink"><ChevronLeft size={16} aria-hidden />Settings</Link>;
  const button = (
    <Button look="primary" icon={<Play size={14} aria-hidden />} busy={isRunning} onClick={start}>
      {isRunning ? "Checking" : newest ? "Run again" : "Run the check"}
    </Button>
  );
  return (
    <Page
      title={<>{back}Set-up check</>}
      about={`A visitor of our own goes the whole way with ${agent.name}. Nobody is rung for.`}
      actions={<>{picker}{newest && <CopyButton text={() => asText(newest, agent.name, whenExactly(newest.begun_at))}>Copy result</CopyButton>}{newest && button}</>}
    >
      <div className="max-w-[760px] px-8 pt-5 pb-16 max-md:px-4">
        {run.error && <p role="alert" className="mb-4 rounded-card border border-line-strong bg-sunken px-4 py-3">{run.error.message}</p>}
        {checks.isPending && <SkeletonRows />}
        {checks.error && <Failed error={checks.error} what="The set-up check" onRetry={() => void checks.refetch()} />}
        {checks.data && !newest && (
          <Empty icon={<ListChecks size={24} strokeWidth={1.5} aria-hidden />} title="Does everything work?" action={button}>
            The check asks a question, asks for a person, takes over, replies and closes, as you would by hand. It is marked as a test, stands in no view, and is removed afterwards.
          </Empty>
        )}
        {newest && <Result check={newest} />}
        {earlier.length > 0 && <Earlier checks={earlier} />}
      </div>
    </Page>
  );
}

function Result({ check }: { check: SetupCheck }) {
  const now = useNow();
  const done = check.lines.filter(isOver).length;
  return (
    <>
      <section aria-label="Result" className="mb-7 rounded-card border border-line bg-paper px-4 py-3">
        <p role="status" className="numbers font-semibold">{headline(check)}</p>
        {check.state === "running" ? <div className="mt-2"><Progress share={done / check.lines.length} label="Lines that have been checked" /></div> : <p className="numbers text-ink-2">{check.summary}</p>}
        <p className="mt-1 text-small text-ink-2" title={whenExactly(check.begun_at)}>
          Run by {check.member_name}, {ago(check.begun_at, now)}{check.cause === "command" && ", from the command line"}
        </p>
      </section>
      {GROUPS.map(([group, title]) => (
        <Section key={group} title={title}>
          <ul className="border-t border-line">
            {check.lines.filter((line) => line.group === group).map((line) => <CheckLineRow key={line.key} line={line} />)}
          </ul>
        </Section>
      ))}
    </>
  );
}

function Earlier({ checks }: { checks: SetupCheck[] }) {
  return (
    <details className="text-small text-ink-2">
      <summary className="cursor-pointer">Earlier checks</summary>
      <ul className="numbers mt-1">
        {checks.map((check) => <li key={check.id} className="py-0.5">{whenExactly(check.begun_at)}, {check.member_name}: {check.state === "stopped" ? "stopped before its end." : check.summary}</li>)}
      </ul>
    </details>
  );
}
