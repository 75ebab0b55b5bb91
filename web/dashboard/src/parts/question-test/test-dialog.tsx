import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { questionTests } from "../../api/client.ts";
import { queryClient, sourcesQuery } from "../../api/queries.ts";
import type { Expectation, QuestionTest } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Select, TextField } from "../../ui/field.tsx";
import { fresh, isComplete, KINDS, REASONS } from "./expectations.ts";

/** `test` is changed; without one, a new one begins with what is known of it. */
export interface Editing {
  test?: QuestionTest;
  question?: string;
  expectation?: Expectation;
}

interface DialogProps {
  agentId: string;
  editing: Editing;
  onSaved?: (test: QuestionTest) => void;
  onClose: () => void;
}

export function TestDialog({ agentId, editing, onSaved, onClose }: DialogProps) {
  const { test } = editing;
  const [question, setQuestion] = useState(test?.question ?? editing.question ?? "");
  const [expectation, setExpectation] = useState<Expectation>(test?.expectation ?? editing.expectation ?? fresh("quotes"));
  const [note, setNote] = useState(test?.note ?? "");
  const saving = useMutation({
    mutationFn: () => (test ? questionTests.change(test.id, { question, expectation, note }) : questionTests.add(agentId, { question, expectation, note })),
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: ["question-tests", agentId] });
      onSaved?.(saved);
      onClose();
    },
  });
  return (
    <Dialog open title={test ? "Change test" : "Add question test"} onClose={onClose}>
      <form className="flex flex-col gap-4" onSubmit={(event) => (event.preventDefault(), event.stopPropagation(), saving.mutate())}>
        <TextField label="When a visitor asks" value={question} maxLength={1000} autoFocus dir="auto" onChange={(event) => setQuestion(event.target.value)} />
        <Select label="The agent must" options={KINDS} value={expectation.kind} onChange={(event) => setExpectation(fresh(event.target.value as Expectation["kind"]))} />
        <Detail agentId={agentId} expectation={expectation} onChange={setExpectation} />
        <TextField label="Note (optional)" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        {saving.error && <p role="alert" className="text-small">{saving.error.message}</p>}
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={!question.trim() || !isComplete(expectation)} busy={saving.isPending}>{test ? "Save" : "Add test"}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Detail({ agentId, expectation, onChange }: { agentId: string; expectation: Expectation; onChange: (expectation: Expectation) => void }) {
  switch (expectation.kind) {
    case "quotes":
      return <TextField label="Words of the answer" hint="Case and punctuation do not matter." value={expectation.words} maxLength={300} dir="auto" onChange={(event) => onChange({ ...expectation, words: event.target.value })} />;
    case "from_source":
      return <SourceField agentId={agentId} title={expectation.title} onChoose={(source_id, title) => onChange({ ...expectation, source_id, title })} />;
    case "hands_off":
      return <Select label="Because of" options={REASONS} value={expectation.reason ?? ""} onChange={(event) => onChange({ ...expectation, reason: (event.target.value || null) as typeof expectation.reason })} />;
    default:
      return null;
  }
}

function SourceField({ agentId, title, onChoose }: { agentId: string; title: string; onChoose: (id: string, title: string) => void }) {
  const sources = useQuery(sourcesQuery(agentId));
  const rows = sources.data ?? [];
  const chosen = rows.find((source) => source.title === title);
  const first = sources.isPending ? "Loading the sources" : title && !chosen ? `${title} (removed)` : "Choose a source";
  return (
    <Select
      label="Source"
      options={[["", first], ...rows.map((source) => [source.id, source.title] as const)]}
      value={chosen?.id ?? ""}
      problem={sources.error?.message}
      onChange={(event) => onChoose(event.target.value, rows.find(({ id }) => id === event.target.value)?.title ?? "")}
    />
  );
}
