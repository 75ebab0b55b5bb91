import type { Role } from "@deskbell/shared/wire";
import { useMutation } from "@tanstack/react-query";
import { ChevronDown, UserMinus } from "lucide-react";
import { useState } from "react";

import { team } from "../../api/client.ts";
import { membersQuery, queryClient } from "../../api/queries.ts";
import type { Member } from "../../api/shapes.ts";
import { useNow } from "../../live/clock.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Face } from "../../ui/glyphs.tsx";
import { Menu, MenuChoice } from "../../ui/menu.tsx";
import { ago, duration } from "../../ui/times.ts";
import { say } from "../../ui/toast.tsx";
import { grantable, mayChange, roleNames } from "./roles.ts";

const columns = "grid grid-cols-[minmax(0,1fr)_150px_220px_40px] items-center gap-x-4 max-md:grid-cols-[minmax(0,1fr)_auto_40px]";

interface MemberTableProps {
  members: Member[];
  myId: string;
  myRole: Role;
}

export function MemberTable({ members, myId, myRole }: MemberTableProps) {
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <div role="table" aria-label="Members">
      <div role="row" className={cx(columns, "h-9 border-b border-line text-small text-ink-2 max-md:hidden")}>
        <span role="columnheader">Name</span><span role="columnheader">Role</span><span role="columnheader">Availability</span><span />
      </div>
      {members.map((member) => <MemberLine key={member.id} member={member} isMe={member.id === myId} myRole={myRole} onRemove={() => setLeaving(member)} />)}
      {leaving && <RemoveMember member={leaving} isMe={leaving.id === myId} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function MemberLine({ member, isMe, myRole, onRemove }: { member: Member; isMe: boolean; myRole: Role; onRemove: () => void }) {
  const now = useNow();
  const isIdle = member.active_at !== null && now - Date.parse(member.active_at) > IDLE_MS;
  const isThere = member.availability === "available" && !isIdle && now - Date.parse(member.last_seen_at) < UNSEEN_MS;
  return (
    <div role="row" className={cx(columns, "min-h-[56px] border-b border-line py-2")}>
      <span role="cell" className="flex min-w-0 items-center gap-3">
        <Face name={member.name} size={32} availability={isThere ? "available" : "away"} />
        <span className="min-w-0">
          <span className="block truncate text-read font-medium">{member.name} {isMe && <span className="font-normal text-ink-2">you</span>}</span>
          <span className="block truncate text-small text-ink-2">{member.email}</span>
        </span>
      </span>
      <span role="cell"><RoleMenu member={member} myRole={myRole} /></span>
      <span role="cell" className="text-ink-2 max-md:hidden">{isThere ? "Available" : awayWords(member, now)}</span>
      <span role="cell">{mayChange(myRole, member.role) && <IconButton label={isMe ? "Leave this workspace" : `Remove ${member.name}`} onClick={onRemove}><UserMinus size={16} aria-hidden /></IconButton>}</span>
    </div>
  );
}

/** Whoever was not seen for 90 seconds is away for visitors, whatever the switch says. */
const UNSEEN_MS = 90_000;
/** Nor for whoever has not touched an open page for ten minutes. */
const IDLE_MS = 10 * 60_000 + UNSEEN_MS;

function awayWords(member: Member, now: number): string {
  if (member.availability === "away") return `Away for ${duration(now - Date.parse(member.availability_since))}`;
  return `Away, last seen ${ago(member.last_seen_at, now)}`;
}

function RoleMenu({ member, myRole }: { member: Member; myRole: Role }) {
  const changing = useMutation({
    mutationFn: (role: Role) => team.changeRole(member.id, role),
    onError: (error) => say(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  if (!mayChange(myRole, member.role)) return <span className="text-ink-2">{roleNames[member.role]}</span>;
  return (
    <Menu trigger={<Button look="bare" className="-ml-3" busy={changing.isPending}>{roleNames[member.role]} <ChevronDown size={14} aria-hidden /></Button>}>
      {grantable(myRole).map((role) => <MenuChoice key={role} chosen={role === member.role} onSelect={() => changing.mutate(role)}>{roleNames[role]}</MenuChoice>)}
    </Menu>
  );
}

function RemoveMember({ member, isMe, onClose }: { member: Member; isMe: boolean; onClose: () => void }) {
  const removing = useMutation({
    mutationFn: () => team.removeMember(member.id),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: isMe ? ["me"] : membersQuery.queryKey });
    },
  });
  const words = isMe ? "You lose access at once. Somebody must invite you to come back." : `${member.name} loses access at once. Conversations they hold go back to waiting; what they wrote stays, with their name.`;
  return (
    <Dialog open title={isMe ? "Leave this workspace?" : `Remove ${member.name}?`} description={words} onClose={onClose}>
      {removing.error && <p role="alert">{removing.error.message}</p>}
      <DialogActions>
        <Button look="quiet" onClick={onClose}>Cancel</Button>
        <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>{isMe ? "Leave" : "Remove"}</Button>
      </DialogActions>
    </Dialog>
  );
}
