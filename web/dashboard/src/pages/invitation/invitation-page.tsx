// An invitation's link in every state it can be in. The token stands in the fragment, so no server log ever sees it.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactNode } from "react";

import { people, team } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { InvitationPreview } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Standalone } from "../../ui/standalone.tsx";
import { Failed, Skeleton } from "../../ui/states.tsx";

const roleWords = { owner: "an owner", admin: "an admin", operator: "an operator" } as const;

export default function InvitationPage() {
  const token = useLocation({ select: (location) => location.hash });
  const preview = useQuery({ queryKey: ["invitation", token], queryFn: () => team.previewInvitation(token), retry: false, staleTime: 0 });
  if (preview.isPending) return <Standalone title="Invitation"><Skeleton className="w-4/5" /><Skeleton className="w-3/5" /></Standalone>;
  if (preview.error) return <Standalone title="Invitation"><Failed error={preview.error} what="The invitation" onRetry={() => void preview.refetch()} /></Standalone>;
  return <State key={token} token={token} invitation={preview.data} onChange={() => void preview.refetch()} />;
}

interface StateProps {
  token: string;
  invitation: InvitationPreview;
  onChange: () => void;
}

function State(props: StateProps) {
  const { invitation } = props;
  const workspace = invitation.workspace_name ?? "the workspace";
  switch (invitation.state) {
    case "pending":
      return <Pending {...props} />;
    case "wrong_person":
      return <WrongPerson {...props} />;
    case "expired":
      return <Expired {...props} />;
    case "revoked":
      return <Ended title="This invitation was withdrawn" words={`Somebody at ${workspace} removed it. Ask them for a new one if that was not meant.`} />;
    case "replaced":
      return <Ended title="There is a newer link" words={`Somebody at ${workspace} sent your invitation again. Only the latest mail or link opens it.`} />;
    case "used":
      return <Ended title="This invitation has been used" words={`It opened ${workspace} once already. If that was you, sign in.`} action={<Link to="/signin"><Button look="primary">Sign in</Button></Link>} />;
    case "unknown":
      return <Ended title="This link is not complete" words="Nothing fits it. Copy the whole link from the mail, or ask for it again." />;
  }
}

function Pending({ token, invitation }: StateProps) {
  const role = invitation.role ? roleWords[invitation.role] : "a member";
  const lead = <>{invitation.invited_by ?? "An admin"} invites <b className="font-medium text-ink">{invitation.email}</b> as {role}.</>;
  return (
    <Standalone title={`Join ${invitation.workspace_name ?? "the workspace"}`} lead={lead}>
      {invitation.signed_in_as ? <AcceptSignedIn token={token} /> : invitation.has_login ? <SignInAndAccept token={token} email={invitation.email ?? ""} /> : <NewPerson token={token} email={invitation.email ?? ""} />}
    </Standalone>
  );
}

function useAccept(token: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (person: { name?: string; password?: string }) => team.acceptInvitation({ token, ...person }),
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: "/inbox", replace: true });
    },
  });
}

function AcceptSignedIn({ token }: { token: string }) {
  const accepting = useAccept(token);
  return (
    <>
      {accepting.error && <p role="alert">{accepting.error.message}</p>}
      <Button look="primary" className="h-9" busy={accepting.isPending} onClick={() => accepting.mutate({})}>Accept and open the inbox</Button>
    </>
  );
}

function SignInAndAccept({ token, email }: { token: string; email: string }) {
  const [password, setPassword] = useState("");
  const accepting = useAccept(token);
  const signing = useMutation({ mutationFn: () => people.signIn({ email, password }), onSuccess: () => accepting.mutate({}) });
  return (
    <AcceptForm onSubmit={() => signing.mutate()} busy={signing.isPending || accepting.isPending} verb="Sign in and accept">
      <p className="text-ink-2">You already have a login here with this address.</p>
      <TextField label="Password" type="password" autoComplete="current-password" required autoFocus value={password} onChange={(event) => setPassword(event.target.value)} problem={signing.error?.message ?? accepting.error?.message} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
    </AcceptForm>
  );
}

function NewPerson({ token, email }: { token: string; email: string }) {
  const [form, setForm] = useState({ name: "", password: "" });
  const accepting = useAccept(token);
  return (
    <AcceptForm onSubmit={() => accepting.mutate(form)} busy={accepting.isPending} verb="Join">
      <TextField label="E-mail" type="email" autoComplete="username" value={email} readOnly hint="The invitation is bound to this address." />
      <TextField label="Your name" autoComplete="name" required autoFocus hint="Visitors see your first name when you reply." value={form.name} onChange={(event) => setForm({ ...form, name: event.target.value })} />
      <TextField label="Choose a password" type="password" autoComplete="new-password" minLength={10} required hint="At least 10 characters." value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })} problem={accepting.error?.message} />
    </AcceptForm>
  );
}

function AcceptForm({ onSubmit, busy, verb, children }: { onSubmit: () => void; busy: boolean; verb: string; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {children}
      <Button type="submit" look="primary" className="h-9" busy={busy}>{verb}</Button>
    </form>
  );
}

function WrongPerson({ invitation, onChange }: StateProps) {
  const switching = useMutation({
    mutationFn: people.signOut,
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: ["me"] });
      onChange();
    },
  });
  return (
    <Standalone title="This invitation is for somebody else" lead={<>It was sent to <b className="font-medium text-ink">{invitation.email ?? "another address"}</b>. You are signed in as <b className="font-medium text-ink">{invitation.signed_in_as}</b>.</>}>
      <Button look="primary" className="h-9" busy={switching.isPending} onClick={() => switching.mutate()}>Switch account</Button>
      <Link to="/inbox"><Button look="quiet" className="w-full">Stay signed in and go to my inbox</Button></Link>
      {switching.error && <p role="alert">{switching.error.message}</p>}
    </Standalone>
  );
}

function Expired({ token, invitation }: StateProps) {
  const asking = useMutation({ mutationFn: () => team.askForRenewal(token) });
  const who = invitation.invited_by ?? "The person who invited you";
  if (asking.isSuccess) return <Ended title="You have asked for a new one" words={`${who} has been told. The new link comes by mail or from them directly.`} />;
  return (
    <Standalone title="This invitation has expired" lead={`Links to ${invitation.workspace_name ?? "the workspace"} end after a while, so that an old mail opens nothing.`}>
      <Button look="primary" className="h-9" busy={asking.isPending} onClick={() => asking.mutate()}>Ask for a new one</Button>
      {asking.error && <p role="alert">{asking.error.message}</p>}
    </Standalone>
  );
}

function Ended({ title, words, action }: { title: string; words: string; action?: ReactNode }) {
  return <Standalone title={title} lead={words}>{action && <div>{action}</div>}</Standalone>;
}
