// The life of an emergency: when it was raised, whom the alarm called, who answered for it and how soon, what came of it.
import type { Conversation, Emergency } from "@deskbell/shared/wire";
import { useQuery } from "@tanstack/react-query";

import { alarmOfQuery } from "../../api/queries.ts";
import type { AlarmOfConversation } from "../../api/shapes.ts";
import { useNow } from "../../live/clock.ts";
import { shortTime, timeOfDay, whenExactly } from "../../ui/times.ts";
import { dispositionWords, timeToAcknowledge } from "./dispositions.ts";

export function EmergencyLife({ row, emergency }: { row: Conversation; emergency: Emergency }) {
  const now = useNow();
  const alarm = useQuery(alarmOfQuery(row.id)).data;
  return (
    <>
      <dl className="grid grid-cols-[112px_1fr] gap-x-3 gap-y-1">
        <dt className="text-ink-2">Raised</dt>
        <dd><time dateTime={emergency.raised_at} title={whenExactly(emergency.raised_at)}>{shortTime(emergency.raised_at, now)}</time></dd>
        <dt className="text-ink-2">Acknowledged</dt>
        <dd>{emergency.acknowledged_at ? <>by {emergency.acknowledged_by ?? "a member"} <span className="numbers">{timeToAcknowledge(emergency)}</span></> : <span className="font-medium text-red">by nobody yet</span>}</dd>
        {emergency.disposition && <><dt className="text-ink-2">Came of it</dt><dd>{dispositionWords(emergency.disposition)} ({emergency.disposed_by ?? "a member"})</dd></>}
      </dl>
      {row.is_test && <p className="mt-1.5 text-small text-ink-2">A member’s test: nobody is called.</p>}
      {alarm && <Called alarm={alarm} />}
    </>
  );
}

const who: Record<AlarmOfConversation["steps"][number]["step"], string> = {
  raised: "every open page rings", members_here: "available members", everybody: "every member", contact: "the emergency contact", webhook: "the webhook", again: "all again",
};

function Called({ alarm }: { alarm: AlarmOfConversation }) {
  const steps = alarm.steps.filter(({ step, called }) => step !== "raised" && called > 0);
  const failed = alarm.calls.filter(({ state }) => state === "failed" || state === "kept").length;
  if (steps.length === 0) return null;
  return (
    <>
      <p className="mt-2 text-small text-ink-2">The alarm called</p>
      <ul>
        {steps.map(({ step, round, at }) => (
          <li key={`${step} ${round}`} className="flex items-baseline gap-3">
            <span className="min-w-0 flex-1 truncate">{who[step]}</span>
            <time className="numbers text-small text-ink-2" dateTime={at} title={whenExactly(at)}>{timeOfDay(at)}</time>
          </li>
        ))}
      </ul>
      {failed > 0 && <p className="mt-1 text-small font-medium">{failed} of {alarm.calls.length} calls did not leave. An admin sees why in Settings › Alarm.</p>}
    </>
  );
}
