import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";

import { people } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import { Go } from "../../frame/go.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Standalone } from "../../ui/standalone.tsx";

export default function SignInPage() {
  const { next } = useSearch({ from: "/signin" });
  const navigate = useNavigate();
  const setup = useQuery({ queryKey: ["setup"], queryFn: people.setupState, retry: false, staleTime: 0 });
  const [form, setForm] = useState({ email: "", password: "" });
  const signing = useMutation({
    mutationFn: () => people.signIn(form),
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ href: isOurs(next) ? next : "/inbox", replace: true });
    },
  });
  if (setup.data?.needed) return <Go to="/setup" />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.mutate();
  };
  return (
    <Standalone title="Sign in" lead="To the inbox of your team.">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="E-mail" type="email" autoComplete="username" autoFocus required value={form.email} onChange={(event) => setForm({ ...form, email: event.target.value })} />
        <TextField label="Password" type="password" autoComplete="current-password" required value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })} problem={signing.error?.message} />
        <Button type="submit" look="primary" className="h-9" busy={signing.isPending} disabled={!form.email || !form.password}>Sign in</Button>
      </form>
      <p className="text-small text-ink-2">New here? Ask an admin of your team for an invitation. Its link lets you choose a password.</p>
    </Standalone>
  );
}

/** Only a path of this site may be opened after signing in. */
function isOurs(next: string | undefined): next is string {
  return next !== undefined && /^\/(?![/\\])/.test(next);
}
