import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";

import { people } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Standalone } from "../../ui/standalone.tsx";
import { Failed, Skeleton } from "../../ui/states.tsx";

export default function SetupPage() {
  const hash = useLocation({ select: (location) => location.hash });
  const setup = useQuery({ queryKey: ["setup"], queryFn: people.setupState, retry: false });
  if (setup.isPending) return <Standalone title="Set up Deskbell"><Skeleton className="h-9" /><Skeleton className="h-9" /></Standalone>;
  if (setup.error) return <Standalone title="Set up Deskbell"><Failed error={setup.error} what="The state of the set-up" onRetry={() => void setup.refetch()} /></Standalone>;
  if (!setup.data.needed) {
    return (
      <Standalone title="Deskbell is already set up" lead="The first owner exists. Others join by an invitation.">
        <Link to="/signin"><Button look="primary">Sign in</Button></Link>
      </Standalone>
    );
  }
  return <SetupForm key={hash} printed={hash} />;
}

function SetupForm({ printed }: { printed: string }) {
  const navigate = useNavigate();
  const [form, setForm] = useState(() => ({ token: printed, name: "", email: "", password: "", workspace_name: "" }));
  const field = (name: keyof typeof form) => ({ value: form[name], required: true, onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  const creating = useMutation({
    mutationFn: () => people.setUp({ ...form, token: form.token.trim() }),
    onSuccess: async () => {
      await people.adoptTimeZone();
      queryClient.clear();
      await navigate({ to: "/welcome", replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creating.mutate();
  };
  return (
    <Standalone title="Set up Deskbell" lead="You become the owner of the first workspace. Nothing leaves this server.">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Set-up token" hint="The server printed it when it started. It works once." autoComplete="off" spellCheck={false} {...field("token")} />
        <TextField label="Your name" autoComplete="name" hint="Visitors see your first name when you reply." {...field("name")} />
        <TextField label="E-mail" type="email" autoComplete="username" {...field("email")} />
        <TextField label="Password" type="password" autoComplete="new-password" minLength={10} hint="At least 10 characters." {...field("password")} />
        <TextField label="Workspace" placeholder="Cedar Row Virtual Care" hint="Usually the name of your company." {...field("workspace_name")} problem={creating.error?.message} />
        <Button type="submit" look="primary" className="h-9" busy={creating.isPending}>Create workspace</Button>
      </form>
    </Standalone>
  );
}
