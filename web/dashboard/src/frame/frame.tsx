// The frame around every page of a workspace: rail, connection line, palette, keys. Inside it the member is known.
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";

import { ApiError } from "@deskbell/shared/http";

import { meQuery } from "../api/queries.ts";
import { joinDesk } from "../live/line.ts";
import { useDesk } from "../live/store.ts";
import { Failed, Skeleton } from "../ui/states.tsx";
import { AlarmLine } from "./alarm/alarm-line.tsx";
import { useAlarm, useTitle } from "./alarm/use-alarm.ts";
import { BudgetLine } from "./budget-line.tsx";
import { useCommands, useKeyboard } from "./commands.ts";
import { ConnectionLine } from "./connection-line.tsx";
import { EmergencyLine } from "./emergency-line.tsx";
import { Go } from "./go.tsx";
import { useHeartbeat } from "./heartbeat.ts";
import { PLACES } from "./places.tsx";
import { PhoneBar, Rail } from "./rail.tsx";
import { TroubleLine } from "./trouble-line.tsx";

const Palette = lazy(() => import("./palette.tsx"));
const ShortcutSheet = lazy(() => import("./shortcut-sheet.tsx"));

export function Frame() {
  const me = useQuery(meQuery);
  if (me.isPending) return <FrameSkeleton />;
  if (me.error instanceof ApiError && me.error.status === 401) return <ToSignIn />;
  if (!me.data) return <Failed error={me.error} what="Your workspace" onRetry={() => void me.refetch()} />;
  if (!me.data.workspace) return <Go to="/welcome" />;
  return <Inside key={me.data.workspace.member_id} memberId={me.data.workspace.member_id} />;
}

/** Remembers where somebody wanted to go. Once: the address changes while this is still on screen. */
function ToSignIn() {
  const [next] = useState(useRouter().latestLocation.href);
  return <Go to="/signin" search={{ next }} />;
}

function Inside({ memberId }: { memberId: string }) {
  useEffect(() => joinDesk(memberId), [memberId]);
  useHeartbeat();
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const inThread = /^\/inbox\/.+/.test(pathname);
  useTitle(PLACES.find(({ to }) => pathname.startsWith(to))?.name ?? "Deskbell", useDesk((desk) => desk.live.counts.needs_person));
  useAlarm();
  useKeyboard(useCallback(() => setOpen("palette"), []));
  useCommands([
    ...PLACES.map(({ to, name, key }) => ({ id: to, label: name, group: "Go to", keys: key, run: () => void navigate({ to }) })),
    { id: "search", label: "Search", group: "Go to", keys: "/", keysOnly: true, run: () => setOpen("palette") },
    { id: "shortcuts", label: "Keyboard shortcuts", group: "Help", keys: "?", run: () => setOpen("shortcuts") },
  ]);
  return (
    <div className="flex h-full max-md:flex-col">
      <a href="#page" className="absolute -top-20 left-2 z-50 rounded-control bg-ink px-3 py-2 text-on-ink focus:top-2">Skip to the page</a>
      <Rail />
      <div id="page" className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ConnectionLine />
        <EmergencyLine />
        <AlarmLine />
        <BudgetLine />
        <TroubleLine />
        <main className="min-h-0 flex-1">
          <Suspense fallback={null}><Outlet /></Suspense>
        </main>
      </div>
      {!inThread && <PhoneBar />}
      <Suspense fallback={null}>
        {open === "palette" && <Palette onClose={() => setOpen(null)} />}
        {open === "shortcuts" && <ShortcutSheet onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

function FrameSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex h-full">
      <div className="flex w-[76px] flex-col items-center gap-6 border-r border-line pt-4 max-md:hidden">
        {Array.from({ length: 6 }, (_, index) => <Skeleton key={index} className="size-7 rounded-control!" />)}
      </div>
    </div>
  );
}
