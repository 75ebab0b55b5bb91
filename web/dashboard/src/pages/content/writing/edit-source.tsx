import { ApiError } from "@deskbell/shared/http";
import type { SourceRow } from "@deskbell/shared/wire";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { content } from "../../../api/client.ts";
import type { Original } from "../../../api/content-shapes.ts";
import { originalQuery, queryClient, sourceQuery } from "../../../api/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog, DialogActions } from "../../../ui/dialog.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { Failed, SkeletonRows } from "../../../ui/states.tsx";
import { say } from "../../../ui/toast.tsx";
import { saveCorrection, savedCorrection } from "./drafts.ts";
import { EditPairs } from "./edit-pairs.tsx";
import { draftOf, isSame, missing, type Draft } from "./words.ts";

/** Correcting what members wrote. The agent answers from the old words until it has read the new ones. */
export function EditSource({ source, onClose }: { source: SourceRow; onClose: () => void }) {
  const original = useQuery(originalQuery(source.id));
  return (
    <Dialog open wide title={source.kind === "text" ? "Edit text" : source.pairs === null ? "Edit question and answer" : "Edit questions"} description="The agent goes on answering from the old words until it has read the new ones." onClose={onClose}>
      {original.isPending && <SkeletonRows rows={2} className="-mx-5" />}
      {original.error && <Failed error={original.error} what="The text" onRetry={() => void original.refetch()} />}
      {original.data && <Correction key={source.id} source={source} original={original.data} onClose={onClose} />}
    </Dialog>
  );
}

function Correction({ source, original, onClose }: { source: SourceRow; original: Original; onClose: () => void }) {
  const [found] = useState(() => savedCorrection(source.id));
  const [draft, setDraft] = useState<Draft>(found ?? draftOf(original));
  const keep = (changes: Partial<Draft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    saveCorrection(source.id, isSame(next, original) ? null : next);
  };
  const startOver = () => {
    saveCorrection(source.id, null);
    setDraft(draftOf(original));
    saving.reset();
  };
  const saving = useMutation({
    mutationFn: (revision: string | null) => send(source, draft, revision),
    onSuccess: async () => {
      saveCorrection(source.id, null);
      await Promise.all([queryClient.invalidateQueries({ queryKey: ["sources", source.agent_id] }), queryClient.invalidateQueries({ queryKey: sourceQuery(source.id).queryKey })]);
      onClose();
      say("Saved. The agent reads it now.");
    },
    onError: (error) => isConflict(error) && queryClient.invalidateQueries({ queryKey: originalQuery(source.id).queryKey }),
  });
  const isStale = isConflict(saving.error) || draft.revision !== original.revision;
  const lacks = missing(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(draft.revision);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {found && !isStale && !isSame(draft, original) && <p className="rounded-control bg-sunken px-3 py-2 text-ink-2">Your unsaved changes are here again. <button type="button" className="quiet-link" onClick={startOver}>Start over</button></p>}
      {isStale && <Changed original={original} isBusy={saving.isPending} onMine={() => saving.mutate(null)} onTheirs={startOver} />}
      <TextField label={source.kind === "qa" && source.pairs === null ? "Question" : "Title"} required maxLength={300} value={draft.title} onChange={(event) => keep({ title: event.target.value })} />
      {draft.pairs === null ? (
        <TextArea label={source.kind === "qa" ? "Answer" : "Text"} required rows={source.kind === "qa" ? 6 : 14} maxLength={source.kind === "qa" ? 4_000 : 200_000} value={draft.text} onChange={(event) => keep({ text: event.target.value })} />
      ) : (
        <EditPairs pairs={draft.pairs} onChange={(pairs) => keep({ pairs })} />
      )}
      {saving.error && !isConflict(saving.error) && <p role="alert" className="rounded-control bg-sunken px-3 py-2">{saving.error.message} Your changes are kept here.</p>}
      <DialogActions>
        {lacks && <p className="mr-auto self-center text-small text-ink-2">{lacks}</p>}
        <Button look="quiet" onClick={onClose}>Close</Button>
        <Button type="submit" look="primary" busy={saving.isPending} disabled={lacks !== null || isStale || isSame(draft, original)}>Save</Button>
      </DialogActions>
    </form>
  );
}

/** Somebody else was faster: both versions are there, and the member decides. */
function Changed({ original, isBusy, onMine, onTheirs }: { original: Original; isBusy: boolean; onMine: () => void; onTheirs: () => void }) {
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-control bg-sunken px-3 py-2.5">
      <p className="font-medium">Somebody changed this while you were editing.</p>
      <details>
        <summary className="w-fit rounded-control text-ink-2 hover:text-ink">What it says now</summary>
        <div className="mt-1 max-h-48 overflow-y-auto whitespace-pre-wrap text-ink-2" dir="auto">
          {original.title}{"\n\n"}{original.pairs ? original.pairs.map(({ question, answer }) => `${question}\n${answer}`).join("\n\n") : original.text}
        </div>
      </details>
      <p className="flex flex-wrap gap-2">
        <Button busy={isBusy} onClick={onMine}>Save mine over it</Button>
        <Button look="quiet" onClick={onTheirs}>Start from theirs</Button>
      </p>
    </div>
  );
}

function send(source: SourceRow, { title, text, pairs }: Draft, revision: string | null): Promise<SourceRow> {
  if (pairs !== null) return content.editQuestions(source.id, { title, pairs, revision });
  if (source.kind === "qa") return content.editQuestion(source.id, { question: title, answer: text, revision });
  return content.editText(source.id, { title, text, revision });
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.code === "changed_meanwhile";
}
