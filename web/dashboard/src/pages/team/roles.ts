import type { Role } from "@deskbell/shared/wire";

export const roleNames: Record<Role, string> = { owner: "Owner", admin: "Admin", operator: "Operator" };
const rank: Record<Role, number> = { operator: 0, admin: 1, owner: 2 };

/** Nobody grants more than they have; only owners touch owners. The server decides; this hides what it would refuse. */
export function grantable(myRole: Role): Role[] {
  return (["operator", "admin", "owner"] as const).filter((role) => rank[role] <= rank[myRole]);
}

export function mayChange(myRole: Role, theirs: Role): boolean {
  return myRole !== "operator" && rank[theirs] <= rank[myRole];
}
