// What a set-up check says in words: its groups, how each line stands, and the whole as text to paste. Pure.
import type { CheckLine, SetupCheck } from "../../api/shapes.ts";

export const GROUPS: [CheckLine["group"], string][] = [
  ["story", "The story of one conversation"],
  ["ground", "What it stands on"],
  ["around", "People and places around it"],
];

export const STATES: Record<CheckLine["state"], string> = {
  waiting: "not yet",
  running: "looking",
  passed: "fine",
  attention: "worth a look",
  failed: "failed",
  skipped: "not tried",
};

export const isOver = ({ state }: CheckLine): boolean => state !== "waiting" && state !== "running";

/** "Set-up check of Lumi", then one line per line, then where to mend it. */
export function asText(check: SetupCheck, agent: string, when: string): string {
  const lines = GROUPS.flatMap(([group, title]) => [
    "",
    `${title}:`,
    ...check.lines.filter((line) => line.group === group).map((line) => `- ${line.title}: ${STATES[line.state]}. ${line.sentence}`.trimEnd()),
  ]);
  return [`Set-up check of ${agent}, run by ${check.member_name}, ${when}`, check.summary, ...lines].join("\n");
}

/** What is said when the check is over, or how far it is. */
export function headline(check: SetupCheck): string {
  if (check.state === "stopped") return "The check was stopped before its end. Run it again.";
  if (check.state === "running") return `Checking: ${check.lines.filter(isOver).length} of ${check.lines.length}`;
  const failed = check.lines.filter(({ state }) => state === "failed").length;
  if (failed > 0) return failed === 1 ? "One thing does not work yet" : `${failed} things do not work yet`;
  return check.lines.some(({ state }) => state === "attention") ? "Everything works. A few things are worth a look" : "Everything works";
}
