import { lazy } from "react";

import { Face } from "../ui/glyphs.tsx";
import { OnFirstUse } from "../ui/on-first-use.tsx";
import { useSigned } from "./me.ts";

const AccountMenu = lazy(() => import("./account-menu.tsx"));

/** The member's face, whether visitors may count on them, and what is behind it. `isBare`: the face alone, for a phone's header. */
export function AvailabilityMenu({ isBare = false }: { isBare?: boolean }) {
  const { name, workspace } = useSigned();
  const word = workspace.availability === "available" ? "Available" : "Away";
  return (
    <OnFirstUse
      trigger={(props) => (
        <button type="button" className="flex flex-col items-center gap-1 rounded-control px-1.5 py-1.5 text-micro font-medium text-ink-2 hover:bg-hover hover:text-ink" {...props}>
          <Face name={name} size={32} availability={workspace.availability} />
          <span className={isBare ? "sr-only" : undefined}>{word}</span>
          <span className="sr-only">{name}: availability and account</span>
        </button>
      )}
    >
      {(trigger) => <AccountMenu trigger={trigger} side={isBare ? "bottom" : "right"} />}
    </OnFirstUse>
  );
}
