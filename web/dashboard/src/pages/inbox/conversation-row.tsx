import type { View } from "@deskbell/shared/live-state";
import { isEmergency, isUnread } from "@deskbell/shared/views";
import type { Conversation } from "@deskbell/shared/wire";
import { Link } from "@tanstack/react-router";
import { Check, Flag, TriangleAlert } from "lucide-react";
import { memo, type ReactNode } from "react";

import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { AgentGlyph, Face } from "../../ui/glyphs.tsx";
import { duration, MINUTE, shortTime, timeOfDay } from "../../ui/times.ts";
import { TimerRing } from "../../ui/timer-ring.tsx";
import { acknowledge } from "./actions.ts";
import { firstName } from "./names.ts";
import { ReasonChip } from "./reasons.tsx";

export const REPLY_TARGET_MS = 15 * MINUTE;

interface RowProps {
  row: Conversation;
  view: View;
  readSeq: number;
  now: number;
  memberId: string;
  me: string;
  isOpen: boolean;
}

export const ConversationRow = memo(function ConversationRow(props: RowProps) {
  const { row, view, isOpen } = props;
  const isAlarm = isEmergency(row);
  return (
    <div className={cx("group relative border-b border-line", isAlarm ? "bg-red-tint" : isOpen ? "bg-chosen" : "hover:bg-hover")}>
      {isAlarm && <span aria-hidden className="absolute inset-y-0 left-0 w-1 bg-red" />}
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: row.id }}
        search={{ view }}
        aria-current={isOpen ? "true" : undefined}
        className="block px-5 py-2.5 outline-offset-[-2px]"
      >
        {isAlarm ? <EmergencyWords {...props} /> : <Words {...props} />}
      </Link>
      {isAlarm && <EmergencyFoot {...props} />}
    </div>
  );
});

function Words(props: RowProps) {
  const { row, now, readSeq } = props;
  const unread = isUnread(row, { [row.id]: readSeq });
  return (
    <>
      {unread && <span className="absolute top-[17px] left-2 size-1.5 rounded-full bg-teal"><span className="sr-only">Unread</span></span>}
      <span className="flex items-baseline gap-2">
        <span className={cx("min-w-0 flex-1 truncate text-read", unread ? "font-semibold" : "font-medium")}>{row.visitor_name}</span>
        <When row={row} now={now} />
      </span>
      <span className={cx("mt-px block truncate", unread ? "text-ink" : "text-ink-2")} dir="auto">{lastWords(props)}</span>
      <span className="mt-1 flex h-5 items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{row.reason && row.state !== "agent" ? <ReasonChip reason={row.reason} /> : <Quiet {...props} />}</span>
        <Holder {...props} />
      </span>
    </>
  );
}

function When({ row, now }: { row: Conversation; now: number }) {
  const at = row.last_message?.at ?? row.updated_at;
  return <time dateTime={at} className="shrink-0 text-small text-ink-3">{shortTime(at, now)}</time>;
}

function lastWords({ row, memberId }: RowProps): string {
  const { last_message: last } = row;
  if (!last) return "No words yet";
  const text = last.text.replace(/\s+/g, " ");
  if (last.author === "member") return `${row.holder_id === memberId ? "You" : (row.holder_name ?? "Your team")}: ${text}`;
  return text;
}

function Quiet({ row }: RowProps) {
  if (row.state === "agent" && row.priority === "urgent") return <span className="flex items-center gap-1.5 text-small font-medium text-ink"><Flag size={13} aria-hidden /> Flagged: look at this one</span>;
  return <span className="text-small text-ink-3">{row.state === "agent" ? (row.form ? "Collecting details" : "Answered by the agent") : row.is_test ? "Test" : ""}</span>;
}

function Holder({ row, now, memberId, me }: RowProps): ReactNode {
  switch (row.state) {
    case "waiting":
      return <TimerRing since={row.waiting_since ?? row.since} now={now} targetMs={REPLY_TARGET_MS} />;
    case "agent":
      return <AgentGlyph size={18} />;
    case "resolved":
      return <Check size={16} className="text-green" aria-label="Closed" />;
    case "member": {
      const isMine = row.holder_id === memberId;
      const name = isMine ? me : (row.holder_name ?? "A colleague");
      return (
        <span className="flex items-center gap-1.5 text-small">
          <span className={isMine ? "font-medium text-teal" : "text-ink-2"}>{isMine ? "You" : firstName(name)}</span>
          <Face name={name} size={20} />
        </span>
      );
    }
  }
}

function EmergencyWords({ row, now }: RowProps) {
  return (
    <>
      <span className="flex items-center gap-2">
        <TriangleAlert size={16} className="shrink-0 text-red" aria-hidden />
        <span className="text-read font-semibold text-red">Emergency</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">{row.visitor_name}</span>
        <When row={row} now={now} />
      </span>
      <span className="mt-0.5 block truncate pr-1 pb-10 font-medium" dir="auto">“{row.last_message?.text ?? ""}”</span>
    </>
  );
}

function EmergencyFoot({ row, now, memberId, me }: RowProps) {
  const { emergency } = row;
  const holder = row.state === "member" ? (row.holder_id === memberId ? me : row.holder_name) : null;
  return (
    <div className="pointer-events-none absolute inset-x-5 bottom-2.5 flex h-8 items-center gap-3">
      {emergency?.acknowledged_at ? (
        <>
          <span className="min-w-0 flex-1 truncate text-small text-ink-2">{emergency.acknowledged_by ?? "A member"} acknowledged at {timeOfDay(emergency.acknowledged_at)}</span>
          {holder && <Face name={holder} size={20} />}
        </>
      ) : (
        <>
          <span className="numbers min-w-0 flex-1 truncate text-small text-ink-2">Card shown {duration(now - Date.parse(emergency?.raised_at ?? row.since))} ago</span>
          <Button look="danger" className="pointer-events-auto" onClick={() => void acknowledge(row.id)}>Acknowledge</Button>
        </>
      )}
    </div>
  );
}
