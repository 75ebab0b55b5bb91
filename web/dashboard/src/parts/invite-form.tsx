import type { Role } from "@deskbell/shared/wire";
import { useMutation } from "@tanstack/react-query";
import { ChevronDown, CircleAlert, X } from "lucide-react";
import { useState, type ClipboardEvent, type FormEvent, type KeyboardEvent } from "react";

import { team } from "../api/client.ts";
import { membersQuery, queryClient } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { say } from "../ui/toast.tsx";
import { addressesIn } from "./addresses.ts";

interface Refused {
  email: string;
  message: string;
  invitation_id: string | null;
}

/** Several addresses at once, pasted however they come. */
export function InviteForm({ role: myRole }: { role: Role }) {
  const [addresses, setAddresses] = useState<string[]>([]);
  const [text, setText] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const [refused, setRefused] = useState<Refused[]>([]);
  const all = [...new Set([...addresses, ...addressesIn(text)])];
  const keep = () => {
    setAddresses(all);
    setText("");
  };
  const inviting = useMutation({
    mutationFn: () => team.invite(all, role),
    onSuccess: async ({ invited, refused: left }) => {
      setAddresses([]);
      setText("");
      setRefused(left);
      if (invited.length) say(invited.length === 1 ? `${invited[0]!.email} is invited.` : `${invited.length} people are invited.`);
      await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
    },
    onError: (error) => say(error.message),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (all.length) inviting.mutate();
  };
  const onPaste = (event: ClipboardEvent) => {
    const found = addressesIn(event.clipboardData.getData("text"));
    if (found.length < 2) return;
    event.preventDefault();
    setAddresses([...new Set([...addresses, ...found])]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === "," || event.key === " " || event.key === ";") && text.includes("@")) {
      event.preventDefault();
      keep();
    }
    if (event.key === "Backspace" && text === "") setAddresses(addresses.slice(0, -1));
  };
  return (
    <form onSubmit={submit} className="mb-8">
      <div className="flex gap-2.5 max-md:flex-col">
        <div className="flex min-h-9 min-w-0 flex-1 flex-wrap items-center gap-1.5 rounded-control border border-control bg-surface px-2 py-1 focus-within:border-teal focus-within:outline-1 focus-within:outline-teal">
          {addresses.map((address) => (
            <span key={address} className="inline-flex h-7 items-center gap-1 rounded-tiny border border-line-strong pl-2 text-small">
              {address}
              <button type="button" aria-label={`Remove ${address}`} onClick={() => setAddresses(addresses.filter((other) => other !== address))} className="p-1 text-ink-2 hover:text-ink"><X size={13} aria-hidden /></button>
            </span>
          ))}
          <input value={text} onChange={(event) => setText(event.target.value)} onPaste={onPaste} onKeyDown={onKeyDown} onBlur={() => text.includes("@") && keep()} aria-label="E-mail addresses to invite" placeholder={addresses.length ? "more addresses" : "e-mail addresses, separated by commas"} className="h-7 min-w-[200px] flex-1 bg-transparent px-1 outline-none focus-visible:outline-none" />
          <RoleSelect role={role} myRole={myRole} onChange={setRole} />
        </div>
        <Button type="submit" look="primary" className="h-[38px] px-4" busy={inviting.isPending} disabled={all.length === 0}>Invite{all.length > 1 ? ` ${all.length}` : ""}</Button>
      </div>
      <p className="mt-2 text-ink-2">Operators answer in the inbox. Admins also change content, rules and the team.</p>
      {refused.length > 0 && <RefusedList refused={refused} onDone={() => setRefused([])} />}
    </form>
  );
}

function RoleSelect({ role, myRole, onChange }: { role: Role; myRole: Role; onChange: (role: Role) => void }) {
  return (
    <span className="relative flex items-center text-ink-2">
      <select aria-label="Role" value={role} onChange={(event) => onChange(event.target.value as Role)} className="h-7 appearance-none rounded-tiny bg-transparent pr-6 pl-2 hover:text-ink">
        <option value="operator">as Operator</option>
        <option value="admin">as Admin</option>
        {myRole === "owner" && <option value="owner">as Owner</option>}
      </select>
      <ChevronDown size={14} className="pointer-events-none absolute right-1.5" aria-hidden />
    </span>
  );
}

function RefusedList({ refused, onDone }: { refused: Refused[]; onDone: () => void }) {
  const resend = async (id: string) => {
    await team.resend(id).then(() => say("Sent again, with a new link."), (error: Error) => say(error.message));
    await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
    onDone();
  };
  return (
    <ul role="alert" className="mt-3 rounded-card border border-line bg-sunken px-4 py-2.5">
      {refused.map(({ email, message, invitation_id }) => (
        <li key={email} className="flex items-start gap-2 py-0.5">
          <CircleAlert size={16} className="mt-0.5 shrink-0 text-ink-2" aria-hidden />
          <span><b className="font-medium">{email}</b> {message} {invitation_id && <button type="button" className="quiet-link" onClick={() => void resend(invitation_id)}>Send it again</button>}</span>
        </li>
      ))}
    </ul>
  );
}
