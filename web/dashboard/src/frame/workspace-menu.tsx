import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";

import { people } from "../api/client.ts";
import { Monogram } from "../ui/glyphs.tsx";
import { Menu, MenuChoice, MenuLine, MenuTitle } from "../ui/menu.tsx";
import { say } from "../ui/toast.tsx";
import { enterFresh } from "./enter-fresh.ts";
import { useSigned } from "./me.ts";

export default function WorkspaceMenu({ trigger, onNew }: { trigger: ReactNode; onNew: () => void }) {
  const { workspace, workspaces } = useSigned();
  const navigate = useNavigate();
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
    <Menu startsOpen trigger={trigger}>
      <MenuTitle>Workspaces</MenuTitle>
      {workspaces.map(({ id, name }) => (
        <MenuChoice key={id} icon={<Monogram name={name} />} chosen={id === workspace.id} onSelect={() => void enter(id)}>{name}</MenuChoice>
      ))}
      <MenuLine />
      <MenuChoice icon={<Plus size={16} aria-hidden />} onSelect={onNew}>New workspace</MenuChoice>
    </Menu>
  );
}
