import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { alarmQuery } from "../../api/queries.ts";
import type { AlarmCall } from "../../api/shapes.ts";
import { useNow } from "../../live/clock.ts";
import { DAY } from "../../ui/times.ts";
import { useSigned } from "../me.ts";

/** For admins: a call about an emergency that did not arrive must not be found out at the next one. */
export function AlarmLine() {
  const { isAdmin } = useSigned();
  const calls = useQuery({ ...alarmQuery, enabled: isAdmin }).data?.calls ?? [];
  const failed = newestFailure(calls, useNow());
  return (
    <div role="status" aria-live="polite">
      {failed && (
        <p className="border-b border-line bg-sunken px-5 py-1.5 text-small text-ink-2">
          The alarm did not reach {failed.to}. {failed.error} <Link to="/settings/alarm" className="quiet-link">See the alarm</Link>
        </p>
      )}
    </div>
  );
}

/** The last failure of a day, unless a later call to the same place arrived (a TEST counts). */
export function newestFailure(calls: AlarmCall[], now: number): AlarmCall | null {
  const failed = calls.find((call, index) => call.state === "failed" && !calls.slice(0, index).some(({ to, state }) => to === call.to && state === "sent"));
  return failed && now - Date.parse(failed.at) < DAY ? failed : null;
}
