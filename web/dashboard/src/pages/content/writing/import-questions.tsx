import { useMutation } from "@tanstack/react-query";
import { Table } from "lucide-react";
import { useState } from "react";

import { content } from "../../../api/client.ts";
import type { Columns, QuestionsReport } from "../../../api/content-shapes.ts";
import { queryClient, sourcesQuery } from "../../../api/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { DialogActions } from "../../../ui/dialog.tsx";
import { Select } from "../../../ui/field.tsx";
import { Skeleton } from "../../../ui/states.tsx";
import { say } from "../../../ui/toast.tsx";
import { counted } from "../words.ts";
import { columnName } from "./words.ts";

interface ImportProps {
  agentId: string;
  onAdded: (id: string) => void;
  onClose: () => void;
}

/** A table of questions and answers: looked at first, taken in when it is right, taken back when it was not. */
export function ImportQuestions({ agentId, onAdded, onClose }: ImportProps) {
  const [file, setFile] = useState<File | null>(null);
  const looking = useMutation({
    mutationFn: ({ table, columns }: { table: File; columns: Columns | null }) => content.previewQuestions(agentId, table, columns),
  });
  const importing = useMutation({
    mutationFn: ({ table, columns }: { table: File; columns: Columns | null }) => content.importQuestions(agentId, table, columns),
    onSuccess: async ({ source, report }) => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery(agentId).queryKey });
      onClose();
      onAdded(source.id);
      say(`${counted(report.found, "question")} imported. The agent reads ${report.found === 1 ? "it" : "them"} now.`, { label: "Undo", act: () => void takeBack(agentId, source.id) });
    },
  });
  const choose = (table: File) => {
    setFile(table);
    importing.reset();
    looking.mutate({ table, columns: null });
  };
  if (!file) return <ChooseTable onFile={choose} />;
  const report = looking.data;
  const problem = looking.error ?? importing.error;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline gap-x-3"><span className="min-w-0 truncate font-medium">{file.name}</span><label className="quiet-link cursor-pointer focus-within:outline-2 focus-within:outline-teal">Choose another file<FileInput onFile={choose} /></label></p>
      {problem && <p role="alert" className="rounded-control bg-sunken px-3 py-2">{problem.message}</p>}
      {looking.isPending && !report && <div role="status" aria-label="Reading the table" className="flex flex-col gap-2.5"><Skeleton className="w-2/5" /><Skeleton className="w-4/5" /><Skeleton className="w-3/5" /></div>}
      {report && <ColumnChoice report={report} isBusy={looking.isPending} onChoose={(columns) => looking.mutate({ table: file, columns })} />}
      {report?.columns && <Found report={report} />}
      <DialogActions>
        <Button look="quiet" onClick={onClose}>Cancel</Button>
        <Button look="primary" busy={importing.isPending} disabled={looking.isPending || !report?.found} onClick={() => importing.mutate({ table: file, columns: report?.columns ?? null })}>{report?.found ? `Import ${counted(report.found, "question")}` : "Import"}</Button>
      </DialogActions>
    </div>
  );
}

function ChooseTable({ onFile }: { onFile: (file: File) => void }) {
  return (
    <label className="flex cursor-pointer flex-col items-center gap-2 rounded-card border border-dashed border-control px-6 py-10 text-center hover:bg-hover focus-within:outline-2 focus-within:outline-teal" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); event.stopPropagation(); const file = event.dataTransfer.files[0]; if (file) onFile(file); }}>
      <Table size={22} strokeWidth={1.5} className="text-ink-2" aria-hidden />
      <span className="font-medium">Choose a CSV file</span>
      <span className="text-small text-ink-2">One column of questions, one of answers; up to 2,000 rows and 2 MB. You see what is taken before anything is imported.</span>
      <FileInput onFile={onFile} />
    </label>
  );
}

function FileInput({ onFile }: { onFile: (file: File) => void }) {
  return <input type="file" accept=".csv,.tsv,.txt,text/csv" className="sr-only" onChange={(event) => event.target.files?.[0] && onFile(event.target.files[0])} />;
}

/** The columns as they were recognized, open to correction; nothing is found until there are two. */
function ColumnChoice({ report, isBusy, onChoose }: { report: QuestionsReport; isBusy: boolean; onChoose: (columns: Columns) => void }) {
  const [chosen, setChosen] = useState<{ question?: number; answer?: number; has_names: boolean }>(report.columns ?? { has_names: true });
  const change = (changes: Partial<Columns>) => {
    const now = { ...chosen, ...changes };
    setChosen(now);
    if (now.question !== undefined && now.answer !== undefined && now.question !== now.answer) onChoose({ question: now.question, answer: now.answer, has_names: now.has_names });
  };
  const options = [["", "Choose a column"] as const, ...report.labels.map((label, place) => [String(place), columnName(label, place)] as const)];
  const isSame = chosen.question !== undefined && chosen.question === chosen.answer;
  const value = (place: number | undefined) => (place === undefined ? "" : String(place));
  return (
    <div className="flex flex-col gap-3" aria-busy={isBusy}>
      {!report.columns && <p>The first row does not say which column holds the questions and which one the answers. Choose them:</p>}
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Select label="Questions" value={value(chosen.question)} options={options} onChange={(event) => event.target.value && change({ question: Number(event.target.value) })} />
        <Select label="Answers" value={value(chosen.answer)} options={options} onChange={(event) => event.target.value && change({ answer: Number(event.target.value) })} problem={isSame ? "Choose another column than that of the questions." : null} />
      </div>
      <label className="flex items-center gap-2"><input type="checkbox" className="size-4 accent-teal" checked={chosen.has_names} onChange={(event) => change({ has_names: event.target.checked })} /> The first row names the columns</label>
    </div>
  );
}

function Found({ report }: { report: QuestionsReport }) {
  const rest = report.found - report.pairs.length;
  return (
    <div className="flex flex-col gap-3">
      <p aria-live="polite" className="font-medium">{report.found === 0 ? "No row has both a question and an answer." : `${counted(report.found, "question")} found.`}{report.merged > 0 && <span className="font-normal text-ink-2"> {counted(report.merged, "repeated row")} merged.</span>}</p>
      {report.warnings.map((warning) => <p key={warning} className="rounded-control bg-sunken px-3 py-2 text-ink-2">{warning}</p>)}
      {report.problems.length > 5 && (
        <details>
          <summary className="w-fit rounded-control text-ink-2 hover:text-ink">All rows that are left out</summary>
          <ul className="mt-1 max-h-40 overflow-y-auto text-ink-2">{report.problems.map(({ row, problem }) => <li key={row}>Row {row} has {problem}.</li>)}</ul>
          {report.skipped > report.problems.length && <p className="text-ink-2">And {report.skipped - report.problems.length} more.</p>}
        </details>
      )}
      {report.pairs.length > 0 && (
        <div tabIndex={0} role="region" aria-label="Questions in this file" className="max-h-72 overflow-y-auto rounded-card border border-line">
          <dl className="divide-y divide-line">
            {report.pairs.map((pair) => <div key={pair.question} className="px-3 py-2"><dt className="font-medium" dir="auto">{pair.question}</dt><dd className="line-clamp-3 whitespace-pre-wrap text-ink-2" dir="auto">{pair.answer}</dd></div>)}
          </dl>
          {rest > 0 && <p className="border-t border-line px-3 py-2 text-small text-ink-2">And {counted(rest, "more question")}.</p>}
        </div>
      )}
    </div>
  );
}

async function takeBack(agentId: string, id: string): Promise<void> {
  try {
    await content.remove(id);
    await queryClient.invalidateQueries({ queryKey: sourcesQuery(agentId).queryKey });
    say("The import was taken back.");
  } catch (error) {
    say(error instanceof Error ? error.message : "The import could not be taken back.");
  }
}
