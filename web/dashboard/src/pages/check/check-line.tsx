import { Link } from "@tanstack/react-router";
import { ArrowRight, Check, CircleAlert, CircleDashed, Minus, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import type { CheckLine } from "../../api/shapes.ts";
import { cx } from "../../ui/cx.ts";
import { STATES } from "./words.ts";

const icon = { size: 18, strokeWidth: 1.8 } as const;

const marks: Record<CheckLine["state"], ReactNode> = {
  waiting: <CircleDashed {...icon} className="text-ink-3" aria-hidden />,
  running: <span className="skeleton size-4 rounded-full!" aria-hidden />,
  passed: <Check {...icon} className="text-green" aria-hidden />,
  attention: <CircleAlert {...icon} className="text-ink-2" aria-hidden />,
  failed: <TriangleAlert {...icon} className="text-red" aria-hidden />,
  skipped: <Minus {...icon} className="text-ink-3" aria-hidden />,
};

/** One thing that was looked at: how it stands, what was seen, and the way to its setting. */
export function CheckLineRow({ line }: { line: CheckLine }) {
  const isQuiet = line.state === "waiting" || line.state === "skipped";
  return (
    <li className="flex gap-3 border-b border-line py-3">
      <span className="flex h-5 w-5 shrink-0 items-center justify-center">{marks[line.state]}</span>
      <div className="min-w-0 flex-1">
        <p className={cx("font-medium", isQuiet && "text-ink-2")}>
          {line.title}
          <span className="sr-only">: {STATES[line.state]}</span>
        </p>
        {line.sentence && <p className="max-w-[68ch] text-small break-words text-ink-2">{line.sentence}</p>}
        {line.fix?.href && (
          <Link to={line.fix.href} className="quiet-link mt-1 inline-flex items-center gap-1 text-small font-medium">
            {line.fix.label}
            <ArrowRight size={14} aria-hidden />
          </Link>
        )}
      </div>
      {line.milliseconds != null && line.state !== "skipped" && (
        <span className="numbers shrink-0 text-small text-ink-3">{seconds(line.milliseconds)}</span>
      )}
    </li>
  );
}

function seconds(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}
