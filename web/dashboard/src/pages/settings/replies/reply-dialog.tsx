// One saved reply: its name, its words, and how it will read.
import { useMutation } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";

import { savedReplies } from "../../../api/client.ts";
import { queryClient, savedRepliesQuery } from "../../../api/queries.ts";
import type { SavedReply } from "../../../api/shapes.ts";
import { useSigned } from "../../../frame/me.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog, DialogActions } from "../../../ui/dialog.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { filled, PLACEHOLDERS, unknownPlaceholder } from "../../../parts/saved-replies/filling.ts";

const MOST_LETTERS = 4000;

export function ReplyDialog({ reply, onClose }: { reply: SavedReply | null; onClose: () => void }) {
  const { name: me, workspace } = useSigned();
  const [form, setForm] = useState({ name: reply?.name ?? "", text: reply?.text ?? "" });
  const formRef = useRef<HTMLFormElement>(null);
  const saving = useMutation({
    mutationFn: () => (reply ? savedReplies.change(reply.id, form) : savedReplies.add(form)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: savedRepliesQuery.queryKey });
      onClose();
    },
  });
  const unknown = unknownPlaceholder(form.text);
  const isWhole = form.name.trim() !== "" && form.text.trim() !== "" && unknown === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) saving.mutate();
  };
  const insert = (placeholder: string) => {
    const area = formRef.current?.querySelector("textarea");
    const at = area?.selectionStart ?? form.text.length;
    setForm({ ...form, text: `${form.text.slice(0, at)}{${placeholder}}${form.text.slice(area?.selectionEnd ?? at)}` });
    area?.focus();
  };
  return (
    <Dialog open wide title={reply ? "Saved reply" : "New saved reply"} description="Everybody in the workspace can use it: type / in a reply." onClose={onClose}>
      <form ref={formRef} onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Name" hint="What you will type after /." required maxLength={80} autoFocus value={form.name} placeholder="Ask for the reference number" onChange={(event) => setForm({ ...form, name: event.target.value })} />
        <div>
          <TextArea
            label="Words"
            required
            rows={6}
            maxLength={MOST_LETTERS}
            dir="auto"
            value={form.text}
            problem={unknown && `${unknown} is not filled in by anything. Take one of those below, or leave out the braces.`}
            aside={form.text.length > MOST_LETTERS - 500 ? `${MOST_LETTERS - form.text.length} left` : undefined}
            onChange={(event) => setForm({ ...form, text: event.target.value })}
          />
          <p className="mt-2 flex flex-wrap items-center gap-1.5 text-small text-ink-2">
            Filled in when it is used:
            {PLACEHOLDERS.map((placeholder) => (
              <button key={placeholder} type="button" onClick={() => insert(placeholder)} className="rounded-control border border-line bg-paper px-2 py-0.5 text-ink hover:bg-hover max-md:min-h-9">{`{${placeholder}}`}</button>
            ))}
          </p>
        </div>
        {form.text.trim() !== "" && !unknown && (
          <div className="rounded-card border border-line bg-paper px-4 py-3">
            <h3 className="mb-1 text-meta text-ink-3">To Marisol it will read</h3>
            <p className="whitespace-pre-wrap" dir="auto">{filled(form.text, { visitor: "Marisol", me: me.split(" ")[0]!, workspace: workspace.name })}</p>
          </div>
        )}
        {saving.error && <p role="alert">{saving.error.message}</p>}
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={saving.isPending} disabled={!isWhole}>Save</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
