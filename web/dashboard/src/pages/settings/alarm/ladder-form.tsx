import { useState, type FormEvent, type ReactNode } from "react";

import type { Ladder } from "../../../api/shapes.ts";
import { Button } from "../../../ui/button.tsx";
import { Select, TextField } from "../../../ui/field.tsx";
import { REPEATS, WAITS, waitOptions } from "./words.ts";

interface LadderFormProps {
  kept: Ladder;
  isSaving: boolean;
  problem: string | null;
  onSave: (ladder: Ladder) => void;
  onRenew: () => void;
}

type Wait = "members_here_after_seconds" | "everybody_after_seconds" | "contact_after_seconds" | "webhook_after_seconds" | "again_after_seconds";

/** The ladder reads from top to bottom, as it is climbed. */
export function LadderForm({ kept, isSaving, problem, onSave, onRenew }: LadderFormProps) {
  const [changes, setChanges] = useState<Partial<Ladder>>({});
  const ladder = { ...kept, ...changes };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...ladder, contact_email: ladder.contact_email?.trim() || null, webhook_url: ladder.webhook_url?.trim() || null });
  };
  const set = (more: Partial<Ladder>) => setChanges({ ...changes, ...more });
  const wait = (key: Wait, label: string, waits = WAITS) => (
    <Select hideLabel label={label} className="w-36" value={String(ladder[key])} options={waitOptions(ladder[key], waits)} onChange={(event) => set({ [key]: Number(event.target.value) })} />
  );
  return (
    <form onSubmit={submit} aria-label="Who is called when">
      <ol className="border-t border-line">
        <Rung title="Members who are available" about="by mail" wait={wait("members_here_after_seconds", "When members who are available are called")} />
        <Rung title="Every member" about="by mail" wait={wait("everybody_after_seconds", "When every member is called")} />
        <Rung title="Emergency contact" about="somebody on call, by mail; leave it empty for nobody" wait={wait("contact_after_seconds", "When the contact is called")}>
          <TextField hideLabel label="Address of the emergency contact" type="email" maxLength={254} placeholder="oncall@your-clinic.example" value={ladder.contact_email ?? ""} onChange={(event) => set({ contact_email: event.target.value })} />
        </Rung>
        <Rung title="Webhook" about="a signed call to your pager or chat; leave it empty for none" wait={wait("webhook_after_seconds", "When the webhook is called")}>
          <TextField hideLabel label="Address of the webhook" type="url" maxLength={2000} placeholder="https://" value={ladder.webhook_url ?? ""} onChange={(event) => set({ webhook_url: event.target.value })} />
          {kept.webhook_url && <button type="button" className="quiet-link mt-1.5 text-small" onClick={onRenew}>Make a new secret</button>}
        </Rung>
        <Rung title="All of them again" about="until somebody acknowledges, for a day at the most" wait={wait("again_after_seconds", "When all are called again", REPEATS)} />
      </ol>
      <p className="mt-3 text-small text-ink-2">With nobody online there is nothing to wait for: everybody, the contact and the webhook are called at once.</p>
      {problem && <p role="alert" className="mt-3">{problem}</p>}
      <div className="mt-4 flex gap-2">
        <Button type="submit" look="primary" busy={isSaving} disabled={Object.keys(changes).length === 0}>Save</Button>
        {Object.keys(changes).length > 0 && <Button look="quiet" onClick={() => setChanges({})}>Discard</Button>}
      </div>
    </form>
  );
}

function Rung({ title, about, wait, children }: { title: string; about: string; wait: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <span className="min-w-0 flex-1 basis-64">
        <span className="block font-medium">{title}</span>
        <span className="block text-small text-ink-2">{about}</span>
        {children && <span className="mt-2 block">{children}</span>}
      </span>
      {wait}
    </li>
  );
}
