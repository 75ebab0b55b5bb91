import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import { useDesk } from "../live/store.ts";
import { cx } from "../ui/cx.ts";
import { AvailabilityMenu } from "./availability.tsx";
import { PLACES, type Place } from "./places.tsx";
import { WorkspaceSwitcher } from "./workspace-switcher.tsx";

const link =
  "group relative flex flex-col items-center gap-1 rounded-control text-micro font-medium text-ink-2 transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-chosen aria-[current=page]:text-ink";

export function Rail() {
  return (
    <nav aria-label="Main" className="flex w-[76px] shrink-0 flex-col items-center border-r border-line pt-2.5 pb-3 max-md:hidden">
      <WorkspaceSwitcher />
      <ul className="mt-3 flex flex-col gap-1">
        {PLACES.map((place) => <li key={place.to}><RailLink place={place} /></li>)}
      </ul>
      <div className="mt-auto"><AvailabilityMenu /></div>
    </nav>
  );
}

function RailLink({ place }: { place: Place }) {
  return (
    <Link to={place.to} title={`${place.name}  (${place.key.replace(" ", " then ").toUpperCase()})`} className={cx(link, "w-16 px-1 py-2")}>
      <span className="relative">
        {place.icon}
        {place.to === "/inbox" && <NeedsCount className="absolute -top-1.5 -right-3" />}
      </span>
      {place.name}
    </Link>
  );
}

/** The bell swings once when somebody more needs a person. */
export function NeedsCount({ className }: { className?: string }) {
  const count = useDesk((desk) => desk.live.counts.needs_person);
  const before = useRef(count);
  const [rings, setRings] = useState(0);
  useEffect(() => {
    if (count > before.current) setRings((times) => times + 1);
    before.current = count;
  }, [count]);
  if (count === 0) return null;
  return (
    <span
      key={rings}
      className={cx(
        "numbers inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-full bg-brass-fill px-1 text-micro font-semibold text-on-brass",
        rings > 0 && "ring-once",
        className,
      )}
    >
      {count > 99 ? "99+" : count}
      <span className="sr-only"> need a person</span>
    </span>
  );
}

/** Phone: the places as a bar at the bottom. */
export function PhoneBar() {
  const [first, rest] = [PLACES.slice(0, 5), PLACES.slice(5)];
  return (
    <nav aria-label="Main" className="grid shrink-0 grid-flow-col border-t border-line bg-paper px-2 pt-1 pb-[max(6px,env(safe-area-inset-bottom))] md:hidden">
      {[...first, ...rest].map((place) => (
        <Link key={place.to} to={place.to} className={cx(link, "min-h-12 justify-center aria-[current=page]:bg-transparent")}>
          <span className="relative">
            {place.icon}
            {place.to === "/inbox" && <NeedsCount className="absolute -top-1.5 -right-3" />}
          </span>
          {place.name}
        </Link>
      ))}
    </nav>
  );
}
