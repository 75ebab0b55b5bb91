import type { FieldValue } from "@deskbell/shared/wire";
import { Check, Pencil } from "lucide-react";
import { useId, useState, type FormEvent, type ToggleEvent } from "react";

import { inbox } from "../../api/client.ts";
import { changeLive } from "../../live/store.ts";
import { Button } from "../../ui/button.tsx";
import { say } from "../../ui/toast.tsx";
import { firstName } from "./names.ts";

/** Collected details. A tick means checked; a correction keeps the visitor's own words and shows who corrected. */
export function Fields({ conversationId, fields }: { conversationId: string; fields: FieldValue[] }) {
  return (
    <dl>
      {fields.map((field) => <FieldLine key={field.key} conversationId={conversationId} field={field} />)}
    </dl>
  );
}

function FieldLine({ conversationId, field }: { conversationId: string; field: FieldValue }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <div className="group grid min-h-[30px] grid-cols-[112px_1fr_auto] items-center gap-x-3">
      <dt className="py-1 text-ink-2">{field.label}</dt>
      {isEditing ? (
        <dd className="col-span-2"><Correction conversationId={conversationId} field={field} onDone={() => setEditing(false)} /></dd>
      ) : (
        <>
          <dd className="flex min-w-0 items-center gap-1.5" dir="auto">
            <span className={field.missing ? "text-ink-3" : "min-w-0 py-1 wrap-anywhere"}>{field.missing ? "not given" : field.value}</span>
            <button type="button" aria-label={`Correct ${field.label}`} onClick={() => setEditing(true)} className="rounded-tiny p-1 text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 max-md:opacity-100">
              <Pencil size={13} aria-hidden />
            </button>
          </dd>
          <dd><Standing field={field} onVerify={() => void correct(conversationId, field.key, field.value)} /></dd>
        </>
      )}
    </div>
  );
}

function Standing({ field, onVerify }: { field: FieldValue; onVerify: () => void }) {
  const id = useId();
  const wrote = field.original && field.original !== field.value ? field.original : null;
  if (field.missing) return null;
  if (field.edited_by) return <span className="text-small text-ink-2" title={`Corrected by ${field.edited_by}${wrote ? `. Wrote “${wrote}”` : ""}`}>by {firstName(field.edited_by)}</span>;
  if (field.verified) {
    return <span title={wrote ? `Checked. Wrote “${wrote}”` : "Checked"}><Check size={16} className="text-green" aria-label="checked" /></span>;
  }
  return (
    <>
      <button type="button" popoverTarget={id} className="rounded-tiny border border-control px-1.5 text-meta leading-[18px] hover:bg-hover">unverified</button>
      <span id={id} popover="auto" onToggle={placeBelowTrigger} className="appear m-0 max-w-[300px] items-center gap-4 rounded-card border border-line bg-raised px-3.5 py-2.5 text-ink shadow-float open:flex">
        <span className="min-w-0">Wrote “{field.original || field.value}”</span>
        <button type="button" popoverTarget={id} popoverTargetAction="hide" className="quiet-link" onClick={onVerify}>Verify</button>
      </span>
    </>
  );
}

/** The browser opens a popover in the middle of the window; its place is under what opened it. */
function placeBelowTrigger(event: ToggleEvent<HTMLElement>): void {
  const bubble = event.currentTarget;
  const trigger = bubble.previousElementSibling?.getBoundingClientRect();
  if (event.newState !== "open" || !trigger) return;
  bubble.style.top = `${trigger.bottom + 6}px`;
  bubble.style.left = `${Math.max(12, trigger.right - bubble.offsetWidth)}px`;
}

function Correction({ conversationId, field, onDone }: { conversationId: string; field: FieldValue; onDone: () => void }) {
  const [value, setValue] = useState(field.missing ? "" : field.value);
  const [isSaving, setSaving] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    if (await correct(conversationId, field.key, value.trim())) onDone();
    else setSaving(false);
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex items-center gap-1 py-0.5" onKeyDown={(event) => event.key === "Escape" && onDone()}>
      <input autoFocus value={value} onChange={(event) => setValue(event.target.value)} aria-label={field.label} maxLength={500} className="h-8 min-w-0 flex-1 rounded-control border border-control bg-surface px-2" />
      <Button type="submit" look="primary" busy={isSaving} disabled={!value.trim()}>Save</Button>
    </form>
  );
}

async function correct(conversationId: string, key: string, value: string): Promise<boolean> {
  try {
    const { fields } = await inbox.correctField(conversationId, key, value);
    changeLive((live) => {
      const thread = live.threads[conversationId];
      return thread ? { ...live, threads: { ...live.threads, [conversationId]: { ...thread, fields } } } : live;
    });
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : "The correction was not saved.");
    return false;
  }
}
