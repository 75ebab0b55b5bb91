// The signed-in member, known to everything inside the frame.
import { useSuspenseQuery } from "@tanstack/react-query";

import { meQuery } from "../api/queries.ts";
import type { MyWorkspace } from "../api/shapes.ts";

export interface Signed {
  name: string;
  email: string;
  workspace: MyWorkspace;
  workspaces: { id: string; name: string }[];
  /** Admins and owners change content, rules and the team. */
  isAdmin: boolean;
}

export function useSigned(): Signed {
  const { data } = useSuspenseQuery(meQuery);
  if (!data.workspace) throw new Error("The frame is shown only inside a workspace");
  return {
    name: data.person.name,
    email: data.person.email,
    workspace: data.workspace,
    workspaces: data.workspaces,
    isAdmin: data.workspace.role !== "operator",
  };
}
