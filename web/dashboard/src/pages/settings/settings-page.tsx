import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronRight, ListChecks, Mails, MessageSquareText, Siren } from "lucide-react";
import { useState, type FormEvent, type ReactNode } from "react";

import { people } from "../../api/client.ts";
import { meQuery, queryClient } from "../../api/queries.ts";
import type { MyWorkspace } from "../../api/shapes.ts";
import { useSigned } from "../../frame/me.ts";
import { Button } from "../../ui/button.tsx";
import { Select, TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { NotAllowed } from "../../ui/states.tsx";
import { say } from "../../ui/toast.tsx";
import { HoursField } from "./hours-field.tsx";
import { ModelBudget } from "./model-budget.tsx";

type Form = Pick<MyWorkspace, "name" | "time_zone" | "reopen_policy" | "business_hours" | "holidays">;

export default function SettingsPage() {
  const { workspace, isAdmin } = useSigned();
  return (
    <Page title="Settings" about={workspace.name}>
      {isAdmin ? <WorkspaceForm key={workspace.id} workspace={workspace} /> : <NotAllowed>Ask an admin or owner of {workspace.name}. Your own name, availability and appearance are at the bottom left.</NotAllowed>}
      <nav aria-label="More settings" className="mx-8 mb-16 max-w-[576px] border-b border-line max-md:mx-4">
        <Further to="/settings/check" icon={<ListChecks size={20} strokeWidth={1.5} aria-hidden />} title="Set-up check" about="Does everything work? The whole story, run by a visitor of our own." />
        <Further to="/settings/replies" icon={<MessageSquareText size={20} strokeWidth={1.5} aria-hidden />} title="Saved replies" about="What your team writes again and again, used by typing / in a reply." />
        {isAdmin && <Further to="/settings/alarm" icon={<Siren size={20} strokeWidth={1.5} aria-hidden />} title="Alarm" about="Who is called when nobody acknowledges an emergency, and how soon somebody did." />}
        {isAdmin && <Further to="/settings/outbox" icon={<Mails size={20} strokeWidth={1.5} aria-hidden />} title="Outbox" about="Every mail about invitations, readable even without a mail server." />}
      </nav>
    </Page>
  );
}

function WorkspaceForm({ workspace }: { workspace: MyWorkspace }) {
  const kept: Form = { name: workspace.name, time_zone: workspace.time_zone, reopen_policy: workspace.reopen_policy, business_hours: workspace.business_hours ?? {}, holidays: workspace.holidays ?? [] };
  const [changes, setChanges] = useState<Partial<Form>>({});
  const form = { ...kept, ...changes };
  const saving = useMutation({
    mutationFn: () => people.changeWorkspace(changes),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      setChanges({});
      say("Saved.");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const set = (more: Partial<Form>) => setChanges({ ...changes, ...more });
  return (
    <div className="max-w-[640px] px-8 pt-6 pb-10 max-md:px-4">
      <form onSubmit={submit} className="flex flex-col gap-6">
        <TextField label="Workspace" hint="Visitors and invited people see this name." maxLength={80} required value={form.name} onChange={(event) => set({ name: event.target.value })} />
        <Select label="Time zone" hint="Opening hours and times in the widget follow it." value={form.time_zone} options={timeZones(form.time_zone)} onChange={(event) => set({ time_zone: event.target.value })} />
        <Select
          label="When a visitor writes on a closed conversation"
          value={form.reopen_policy}
          options={[["to_people", "It reopens for people, and the agent stays silent"], ["new_with_agent", "A new conversation starts, and the agent answers"], ["new_with_people", "A new conversation starts for people, and the agent stays silent"]]}
          onChange={(event) => set({ reopen_policy: event.target.value as Form["reopen_policy"] })}
          hint="“Thanks!” reopens nothing, and an emergency always reopens for people."
        />
        <HoursField hours={form.business_hours} holidays={form.holidays} onHours={(business_hours) => set({ business_hours })} onHolidays={(holidays) => set({ holidays })} />
        {saving.error && <p role="alert">{saving.error.message}</p>}
        <div className="flex gap-2">
          <Button type="submit" look="primary" busy={saving.isPending} disabled={Object.keys(changes).length === 0 || !form.name.trim()}>Save</Button>
          {Object.keys(changes).length > 0 && <Button look="quiet" onClick={() => setChanges({})}>Discard</Button>}
        </div>
      </form>
      <ModelBudget />
    </div>
  );
}

function Further({ to, icon, title, about }: { to: "/settings/check" | "/settings/alarm" | "/settings/outbox" | "/settings/replies"; icon: ReactNode; title: string; about: string }) {
  return (
    <Link to={to} className="flex items-center gap-4 border-t border-line py-4 hover:bg-hover">
      <span className="text-ink-2">{icon}</span>
      <span className="flex-1"><span className="block font-medium">{title}</span><span className="block text-small text-ink-2">{about}</span></span>
      <ChevronRight size={18} className="text-ink-3" aria-hidden />
    </Link>
  );
}

function timeZones(own: string): [string, string][] {
  const known = Intl.supportedValuesOf?.("timeZone") ?? [];
  return [...new Set(["UTC", own, ...known])].map((zone) => [zone, zone.replaceAll("_", " ")]);
}
