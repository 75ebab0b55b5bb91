import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useState, type FormEvent, type ReactNode } from "react";

import { content } from "../../api/client.ts";
import { queryClient, sourcesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { ACCEPTED } from "../../parts/uploads.tsx";
import { WebsiteForm } from "./add-website.tsx";
import { ImportQuestions } from "./writing/import-questions.tsx";

export type Way = "website" | "files" | "text" | "question" | "import";

const ways: [Way, string][] = [["website", "Website"], ["files", "Files"], ["text", "Text"], ["question", "Question and answer"], ["import", "Import questions"]];

interface AddContentProps {
  agentId: string;
  way: Way;
  onWay: (way: Way) => void;
  onFiles: (files: File[]) => void;
  onAdded: (id: string) => void;
  onClose: () => void;
}

export function AddContent({ agentId, way, onWay, onFiles, onAdded, onClose }: AddContentProps) {
  return (
    <Dialog open wide title="Add content" onClose={onClose}>
      <div role="tablist" aria-label="Kind of content" className="mb-4 flex flex-wrap gap-1">
        {ways.map(([value, label]) => (
          <button key={value} type="button" role="tab" aria-selected={way === value} onClick={() => onWay(value)} className={cx("h-8 rounded-control px-3 font-medium", way === value ? "bg-chosen" : "text-ink-2 hover:text-ink")}>{label}</button>
        ))}
      </div>
      {way === "website" && <WebsiteForm agentId={agentId} onAdded={onAdded} onClose={onClose} />}
      {way === "files" && <FilesForm onFiles={(files) => (onFiles(files), onClose())} />}
      {way === "text" && <WordsForm key="text" agentId={agentId} first="Title" second="Text" rows={10} hint="Opening hours, policies, anything you would tell a visitor." add={content.addText} onClose={onClose} />}
      {way === "import" && <ImportQuestions agentId={agentId} onAdded={onAdded} onClose={onClose} />}
      {way === "question" && <WordsForm key="question" agentId={agentId} first="Question" second="Answer" rows={5} hint="As a visitor would ask it. The agent also understands other wordings." add={content.addQuestion} onClose={onClose} />}
    </Dialog>
  );
}

function FilesForm({ onFiles }: { onFiles: (files: File[]) => void }) {
  return (
    <label className="flex cursor-pointer flex-col items-center gap-2 rounded-card border border-dashed border-control px-6 py-10 text-center hover:bg-hover focus-within:outline-2 focus-within:outline-teal">
      <Upload size={22} strokeWidth={1.5} className="text-ink-2" aria-hidden />
      <span className="font-medium">Choose files, or drop them anywhere on the page</span>
      <span className="text-small text-ink-2">PDF, Word, Excel, PowerPoint, CSV, Markdown, HTML or text, up to 20 MB each</span>
      <input type="file" multiple accept={ACCEPTED} className="sr-only" onChange={(event) => event.target.files?.length && onFiles([...event.target.files])} />
    </label>
  );
}

interface WordsFormProps {
  agentId: string;
  first: string;
  second: string;
  rows: number;
  hint: ReactNode;
  add: (agentId: string, first: string, second: string) => Promise<unknown>;
  onClose: () => void;
}

function WordsForm({ agentId, first, second, rows, hint, add, onClose }: WordsFormProps) {
  const [words, setWords] = useState({ first: "", second: "" });
  const adding = useMutation({
    mutationFn: () => add(agentId, words.first.trim(), words.second.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery(agentId).queryKey });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField label={first} hint={hint} required maxLength={300} autoFocus value={words.first} onChange={(event) => setWords({ ...words, first: event.target.value })} />
      <TextArea label={second} required rows={rows} value={words.second} onChange={(event) => setWords({ ...words, second: event.target.value })} problem={adding.error?.message} />
      <DialogActions>
        <Button look="quiet" onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={adding.isPending} disabled={!words.first.trim() || !words.second.trim()}>Add</Button>
      </DialogActions>
    </form>
  );
}
