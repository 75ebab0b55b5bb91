import { Link } from "@tanstack/react-router";

import type { AlarmCall } from "../../../api/shapes.ts";
import { useNow } from "../../../live/clock.ts";
import { cx } from "../../../ui/cx.ts";
import { Chip } from "../../../ui/small.tsx";
import { ago, whenExactly } from "../../../ui/times.ts";
import { callState } from "./words.ts";

/** The last calls, the newest first, each with what became of it. */
export function CallList({ calls }: { calls: AlarmCall[] }) {
  const now = useNow();
  if (calls.length === 0) return <p className="mt-3 border-t border-line pt-3 text-ink-2">Nobody has been called yet. A TEST shows whether a real call would arrive.</p>;
  return (
    <ul aria-label="Last calls" className="mt-3 border-t border-line">
      {calls.map((call) => (
        <li key={call.id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line py-2">
          <span className="min-w-0 flex-1 basis-48 truncate">{call.channel === "webhook" ? `Webhook at ${call.to}` : call.to}</span>
          {call.is_test ? <Chip>TEST</Chip> : call.conversation_id && <Link to="/inbox/$conversationId" params={{ conversationId: call.conversation_id }} className="quiet-link text-small">conversation</Link>}
          <span className={cx("text-small", call.state === "failed" ? "font-medium text-ink" : "text-ink-2")}>{callState(call)}</span>
          <time className="w-20 text-right text-small text-ink-3" dateTime={call.at} title={whenExactly(call.at)}>{ago(call.at, now)}</time>
        </li>
      ))}
    </ul>
  );
}
