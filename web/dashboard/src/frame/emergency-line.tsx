import { isEmergency } from "@deskbell/shared/views";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";

import { useDesk } from "../live/store.ts";

/** On every page but the inbox: an emergency that nobody has acknowledged cannot be missed. */
export function EmergencyLine() {
  const row = useDesk((desk) => Object.values(desk.live.rows).find((known) => isEmergency(known) && !known.emergency?.acknowledged_at));
  if (!row) return null;
  return (
    <div role="alert">
      <Link to="/inbox/$conversationId" params={{ conversationId: row.id }} className="flex items-center gap-2.5 bg-red-fill px-5 py-2 font-medium text-on-red hover:brightness-95">
        <TriangleAlert size={16} aria-hidden />
        <span className="min-w-0 flex-1 truncate">Emergency from {row.visitor_name}. Nobody has acknowledged it yet.</span>
        <span className="underline underline-offset-3">Open</span>
      </Link>
    </div>
  );
}
