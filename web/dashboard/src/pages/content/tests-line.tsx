import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListChecks } from "lucide-react";

import { questionTestsQuery } from "../../api/queries.ts";
import type { QuestionTests } from "../../api/shapes.ts";

/** After a change of the content: what the agent gets wrong now, where the change was made. Silent while all is well. */
export function TestsLine({ agentId }: { agentId: string }) {
  const page = useQuery(questionTestsQuery(agentId));
  const words = page.data && testsWords(page.data);
  if (!words) return null;
  const isRunning = page.data?.runs[0]?.state === "running";
  return (
    <p role="status" className="numbers flex items-center gap-3 border-b border-line bg-sunken px-8 py-2.5 max-md:px-4">
      <ListChecks size={16} className="shrink-0 text-ink-2" aria-hidden />
      <span>{words} <Link to="/agent/tests" search={isRunning ? {} : { show: "failing" }} className="quiet-link">{isRunning ? "Watch them" : "See which"}</Link></span>
    </p>
  );
}

export function testsWords({ tests, runs: [newest] }: QuestionTests): string | null {
  if (newest?.state === "running" && newest.cause === "content_changed") return `Question tests are running after this change: ${newest.done} of ${newest.total}.`;
  const failing = tests.filter(({ result }) => result?.passed === false).length;
  if (!failing || !newest) return null;
  const fail = `${failing} of ${tests.length} question ${tests.length === 1 ? "test" : "tests"} now ${failing === 1 ? "fails" : "fail"}`;
  return newest.cause === "content_changed" && newest.newly_failing > 0 ? `${fail}, ${newest.newly_failing} of them since the last change of the content.` : `${fail}.`;
}
