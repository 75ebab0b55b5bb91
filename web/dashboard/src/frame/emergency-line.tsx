import { isEmergency } from "@deskbell/shared/views";
import { Link, useLocation } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";

import { useDesk } from "../live/store.ts";
import { cx } from "../ui/cx.ts";
import { canSound, isSoundWanted } from "./alarm/device.ts";
import { isRinging } from "./alarm/use-alarm.ts";

/** An emergency that nobody has acknowledged cannot be missed: said wherever the top of "Needs a person" is not on screen. */
export function EmergencyLine() {
  const { pathname, search } = useLocation();
  const inInbox = pathname.startsWith("/inbox");
  const row = useDesk((desk) => Object.values(desk.live.rows).find((known) => isEmergency(known) && !known.emergency?.acknowledged_at && !pathname.endsWith(known.id)));
  if (!row) return null;
  const listShowsIt = inInbox && (search as { view?: string }).view === "needs_person";
  const isListHidden = pathname.startsWith("/inbox/"); // on a phone, by the thread
  if (listShowsIt && !isListHidden) return null;
  return (
    <div role="alert" className={cx(listShowsIt && "md:hidden")}>
      <Link to="/inbox/$conversationId" params={{ conversationId: row.id }} className="flex items-center gap-2.5 bg-red-fill px-5 py-2 font-medium text-on-red hover:brightness-95">
        <TriangleAlert size={16} aria-hidden />
        <span className="min-w-0 flex-1 truncate">Emergency from {row.visitor_name}. Nobody has acknowledged it yet.{isRinging(row) && isSoundWanted() && !canSound() && " Click anywhere to hear the alarm."}</span>
        <span className="underline underline-offset-3">Open</span>
      </Link>
    </div>
  );
}
