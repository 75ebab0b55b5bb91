import { ChevronsUpDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";

import { Monogram } from "../ui/glyphs.tsx";
import { OnFirstUse } from "../ui/on-first-use.tsx";
import { useSigned } from "./me.ts";

const WorkspaceMenu = lazy(() => import("./workspace-menu.tsx"));
const NewWorkspace = lazy(() => import("./new-workspace.tsx"));

export function WorkspaceSwitcher() {
  const { workspace } = useSigned();
  const [isCreating, setCreating] = useState(false);
  return (
    <>
      <OnFirstUse
        trigger={(props) => (
          <button type="button" title={workspace.name} className="flex h-9 items-center gap-1 rounded-control px-1 text-ink-2 hover:bg-hover" {...props}>
            <Monogram name={workspace.name} /> <span className="sr-only">Workspace {workspace.name}. Switch workspace</span> <ChevronsUpDown size={14} aria-hidden />
          </button>
        )}
      >
        {(trigger) => <WorkspaceMenu trigger={trigger} onNew={() => setCreating(true)} />}
      </OnFirstUse>
      {isCreating && <Suspense fallback={null}><NewWorkspace onClose={() => setCreating(false)} /></Suspense>}
    </>
  );
}
