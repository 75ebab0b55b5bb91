import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleAlert, Clock, Link2, Mail, RefreshCw } from "lucide-react";

import { team } from "../../api/client.ts";
import { membersQuery, queryClient } from "../../api/queries.ts";
import type { Invitation } from "../../api/shapes.ts";
import { useNow } from "../../live/clock.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { CopyButton } from "../../ui/small.tsx";
import { ago, daysLeft, shortTime } from "../../ui/times.ts";
import { say } from "../../ui/toast.tsx";
import { roleNames } from "./roles.ts";

export function Invitations({ invitations, hasMailServer }: { invitations: Invitation[]; hasMailServer: boolean }) {
  if (invitations.length === 0) return null;
  return (
    <Section title="Invitations" count={invitations.length}>
      {!hasMailServer && (
        <p className="mb-3 rounded-card border border-line bg-sunken px-4 py-2.5">
          No mail server is set, so nothing was sent. Copy the link for each person, or read the mails in the <Link to="/settings/outbox" className="quiet-link">outbox</Link>.
        </p>
      )}
      <ul className="border-t border-line">{invitations.map((invitation) => <InvitationLine key={invitation.id} invitation={invitation} />)}</ul>
      <p className="mt-2.5 text-small text-ink-2">A link opens only for someone signed in with the invited address.</p>
    </Section>
  );
}

function InvitationLine({ invitation }: { invitation: Invitation }) {
  const now = useNow();
  const refresh = () => queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
  const onError = (error: Error) => say(error.message);
  const resending = useMutation({ mutationFn: () => team.resend(invitation.id), onSuccess: () => say(`Sent again to ${invitation.email}. The old link is dead.`), onError, onSettled: refresh });
  const removing = useMutation({ mutationFn: () => team.removeInvitation(invitation.id), onSuccess: () => say("The invitation is withdrawn."), onError, onSettled: refresh });
  const isExpired = invitation.state === "expired";
  const Icon = isExpired ? Clock : invitation.mail_state === "failed" ? CircleAlert : Mail;
  return (
    <li className="grid min-h-[56px] grid-cols-[32px_minmax(0,1fr)_110px_170px_320px] items-center gap-x-3 border-b border-line py-2 max-md:grid-cols-[32px_minmax(0,1fr)]">
      <span className="flex size-8 items-center justify-center rounded-full border border-line-strong text-ink-2"><Icon size={15} strokeWidth={1.6} aria-hidden /></span>
      <span className="min-w-0">
        <span className="block truncate text-read font-medium">{invitation.email}</span>
        <span className="block text-small text-ink-2">{whatHappened(invitation, now)}</span>
      </span>
      <span className="text-ink-2 max-md:col-start-2">{roleNames[invitation.role]}</span>
      <span className="max-md:col-start-2">{isExpired ? <span className="text-ink-2">Expired {shortTime(invitation.expires_at, now)}</span> : <>Pending <span className="text-ink-2">· {daysLeft(invitation.expires_at, now)}</span></>}</span>
      <span className="flex flex-wrap justify-end gap-2 max-md:col-span-2 max-md:mt-1 max-md:justify-start">
        {invitation.link && !isExpired && <CopyButton text={() => invitation.link!} done="Link copied" icon={<Link2 size={16} aria-hidden />}>Copy link</CopyButton>}
        <Button busy={resending.isPending} icon={isExpired ? <RefreshCw size={15} aria-hidden /> : undefined} onClick={() => resending.mutate()}>{isExpired ? "New invitation" : "Send again"}</Button>
        <Button look="quiet" busy={removing.isPending} onClick={() => removing.mutate()}>Remove</Button>
      </span>
    </li>
  );
}

function whatHappened(invitation: Invitation, now: number): string {
  if (invitation.renewal_asked_at) return `Asked for a new link ${ago(invitation.renewal_asked_at, now)}.`;
  if (invitation.mail_state === "failed") return `Mail was refused${invitation.mail_error ? `, ${invitation.mail_error}` : ""}. Send the link yourself.`;
  const mail = { sent: ", mail sent", waiting: ", mail on its way", kept: "", failed: "" }[invitation.mail_state];
  return `Invited by ${invitation.invited_by} ${ago(invitation.sent_at ?? invitation.created_at, now)}${mail}`;
}
