// The life of an emergency: when it was raised, who answered for it and how soon, what came of it.
import type { Emergency } from "@deskbell/shared/wire";

import { useNow } from "../../live/clock.ts";
import { shortTime, whenExactly } from "../../ui/times.ts";
import { dispositionWords, timeToAcknowledge } from "./dispositions.ts";

export function EmergencyLife({ emergency }: { emergency: Emergency }) {
  const now = useNow();
  return (
    <dl className="grid grid-cols-[112px_1fr] gap-x-3 gap-y-1">
      <dt className="text-ink-2">Raised</dt>
      <dd><time dateTime={emergency.raised_at} title={whenExactly(emergency.raised_at)}>{shortTime(emergency.raised_at, now)}</time></dd>
      <dt className="text-ink-2">Acknowledged</dt>
      <dd>{emergency.acknowledged_at ? <>by {emergency.acknowledged_by ?? "a member"} <span className="numbers">{timeToAcknowledge(emergency)}</span></> : <span className="font-medium text-red">by nobody yet</span>}</dd>
      {emergency.disposition && <><dt className="text-ink-2">Came of it</dt><dd>{dispositionWords(emergency.disposition)} ({emergency.disposed_by ?? "a member"})</dd></>}
    </dl>
  );
}
