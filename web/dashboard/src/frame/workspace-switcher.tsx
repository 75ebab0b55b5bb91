import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronsUpDown, Plus } from "lucide-react";
import { useState } from "react";

import { people } from "../api/client.ts";
import { meQuery, queryClient } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { initials } from "../ui/glyphs.tsx";
import { Menu, MenuChoice, MenuLine, MenuTitle } from "../ui/menu.tsx";
import { say } from "../ui/toast.tsx";
import { useSigned } from "./me.ts";

function Monogram({ name }: { name: string }) {
  return <span aria-hidden className="inline-flex size-7 items-center justify-center rounded-[7px] bg-ink text-meta font-semibold tracking-tight text-on-ink">{initials(name)}</span>;
}

export function WorkspaceSwitcher() {
  const { workspace, workspaces } = useSigned();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const enter = async (id: string) => {
    if (id === workspace.id) return;
    try {
      await people.enterWorkspace(id);
      await enterFresh();
      await navigate({ to: "/inbox" });
    } catch (error) {
      say(error instanceof Error ? error.message : "The workspace could not be opened.");
    }
  };
  return (
    <>
      <Menu
        side="bottom"
        trigger={
          <button type="button" title={workspace.name} aria-label={`Workspace ${workspace.name}. Switch workspace`} className="flex h-9 items-center gap-1 rounded-control px-1 text-ink-2 hover:bg-hover">
            <Monogram name={workspace.name} /> <ChevronsUpDown size={14} aria-hidden />
          </button>
        }
      >
        <MenuTitle>Workspaces</MenuTitle>
        {workspaces.map(({ id, name }) => (
          <MenuChoice key={id} icon={<Monogram name={name} />} chosen={id === workspace.id} onSelect={() => void enter(id)}>{name}</MenuChoice>
        ))}
        <MenuLine />
        <MenuChoice icon={<Plus size={16} aria-hidden />} onSelect={() => setCreating(true)}>New workspace</MenuChoice>
      </Menu>
      {isCreating && <NewWorkspace onClose={() => setCreating(false)} />}
    </>
  );
}

/** Nothing of one workspace may be seen in another: everything that was read is forgotten. */
export async function enterFresh(): Promise<void> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
  await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
}

export function NewWorkspace({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const creating = useMutation({
    mutationFn: () => people.createWorkspace(name.trim()),
    onSuccess: async () => {
      await enterFresh();
      onClose();
      await navigate({ to: "/welcome" });
    },
  });
  return (
    <Dialog open title="New workspace" description="A workspace has its own agent, content, team and inbox. Nothing is shared between workspaces." onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), creating.mutate())}>
        <TextField label="Name" value={name} onChange={(event) => setName(event.target.value)} maxLength={80} required autoFocus problem={creating.error?.message} />
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={creating.isPending} disabled={!name.trim()}>Create workspace</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
