import { useMutation } from "@tanstack/react-query";
import { CircleAlert, FileUp } from "lucide-react";
import { useRef, useState } from "react";

import { questionTests } from "../../api/client.ts";
import { queryClient } from "../../api/queries.ts";
import type { SheetImported, SheetPreview } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { say } from "../../ui/toast.tsx";

const EXAMPLE = `question,expectation,words,note
Are you open on Fridays?,quotes,8:00 to 18:00,
How do refunds work?,from_source,Billing and refunds,
Can I talk to a person?,hands_off,asked_for_person,
Do you treat horses?,nothing_found,,`;
const MOST_BYTES = 1_000_000;

/** Chosen, looked at, then added: nothing is written before somebody has seen what it would do. */
export function ImportDialog({ agentId, onClose }: { agentId: string; onClose: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const looking = useMutation({ mutationFn: async (csv: string) => ({ csv, preview: await questionTests.lookAtSheet(agentId, csv) }) });
  const adding = useMutation({
    mutationFn: (csv: string) => questionTests.importSheet(agentId, csv),
    onSuccess: (imported) => {
      void queryClient.invalidateQueries({ queryKey: ["question-tests", agentId] });
      say(importedWords(imported));
      onClose();
    },
  });
  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    adding.reset();
    if (file.size > MOST_BYTES) return setProblem("This sheet is larger than 1 MB. Split it into several.");
    looking.mutate(await file.text());
  };
  const seen = looking.data;
  const said = problem ?? looking.error?.message ?? adding.error?.message;
  return (
    <Dialog open wide title="Import question tests" onClose={onClose} description="A csv sheet with the columns question, expectation, words and note. A question that is there already is replaced.">
      <input ref={field} type="file" accept=".csv,text/csv" aria-label="Sheet" className="sr-only" tabIndex={-1} onChange={(event) => (void take(event.target.files?.[0]), (event.target.value = ""))} />
      {seen ? <Preview preview={seen.preview} /> : <pre className="page-scroll overflow-x-auto rounded-card bg-sunken p-3 text-meta" tabIndex={0} aria-label="An example">{EXAMPLE}</pre>}
      {said && <p role="alert" className="mt-3 text-small">{said}</p>}
      <DialogActions>
        <Button look="quiet" onClick={onClose}>Cancel</Button>
        <Button look={seen ? "plain" : "primary"} icon={<FileUp size={16} aria-hidden />} busy={looking.isPending} onClick={() => field.current?.click()}>{seen ? "Choose another sheet" : "Choose a sheet"}</Button>
        {seen && <Button look="primary" disabled={!seen.preview.lines.length} busy={adding.isPending} onClick={() => adding.mutate(seen.csv)}>{addWords(seen.preview)}</Button>}
      </DialogActions>
    </Dialog>
  );
}

function Preview({ preview: { lines, wrong } }: { preview: SheetPreview }) {
  return (
    <div aria-live="polite">
      {wrong.length > 0 && (
        <section aria-label="Problems" className="mb-3 rounded-card border border-line-strong px-4 py-3">
          <p className="flex items-center gap-2 font-semibold"><CircleAlert size={16} className="text-red" aria-hidden /> {wrong.length} {wrong.length === 1 ? "line is" : "lines are"} left out</p>
          <ul className="page-scroll mt-1 max-h-32 text-small">{wrong.map(({ number, sentence }) => <li key={number}><span className="numbers text-ink-2">Line {number}.</span> {sentence}</li>)}</ul>
        </section>
      )}
      <ul aria-label="Tests of the sheet" className="page-scroll max-h-64 border-t border-line">
        {lines.map(({ question, expects, replaces }, index) => (
          <li key={index} className="border-b border-line py-1.5">
            <span className="block truncate" dir="auto">{question}</span>
            <span className="text-small text-ink-2">{expects}{replaces && <span className="text-ink"> · replaces</span>}</span>
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p className="text-ink-2">There is no test in this sheet.</p>}
    </div>
  );
}

function addWords({ lines }: SheetPreview): string {
  const replaced = lines.filter(({ replaces }) => replaces).length;
  const added = lines.length - replaced;
  const parts = [added || !replaced ? `Add ${added}` : "", replaced ? `${added ? "replace" : "Replace"} ${replaced}` : ""];
  return parts.filter(Boolean).join(", ");
}

function importedWords({ added, replaced, wrong }: SheetImported): string {
  const left = wrong.length ? ` ${wrong.length} left out.` : "";
  return `${added} added, ${replaced} replaced.${left}`;
}
