import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { questionTests } from "../../api/client.ts";
import { queryClient, sourcesQuery } from "../../api/queries.ts";
import type { Agent, Expectation, QuestionTest } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Select, TextField } from "../../ui/field.tsx";

export interface Editing {
  test?: QuestionTest;
  question?: string;
}

const KINDS: [Expectation["kind"], string][] = [
  ["quotes", "say these words"],
  ["from_source", "use this source"],
  ["hands_off", "hand over to a person"],
  ["nothing_found", "find nothing in the content"],
  ["small_talk", "reply with small talk"],
];

export function TestDialog({ agent, editing, onClose }: { agent: Agent; editing: Editing; onClose: () => void }) {
  const { test } = editing;
  const [question, setQuestion] = useState(test?.question ?? editing.question ?? "");
  const [expectation, setExpectation] = useState<Expectation>(test?.expectation ?? { kind: "quotes", words: "" });
  const [note, setNote] = useState(test?.note ?? "");
  const saving = useMutation({
    mutationFn: () => (test ? questionTests.change(test.id, { question, expectation, note }) : questionTests.add(agent.id, { question, expectation, note })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ["question-tests", agent.id] });
      onClose();
    },
  });
  const isComplete = question.trim() && (expectation.kind === "quotes" ? expectation.words.trim() : expectation.kind === "from_source" ? expectation.title : true);
  return (
    <Dialog open title={test ? "Change test" : "Add test"} onClose={onClose}>
      <form className="flex flex-col gap-4" onSubmit={(event) => (event.preventDefault(), saving.mutate())}>
        <TextField label="When a visitor asks" value={question} maxLength={1000} autoFocus onChange={(event) => setQuestion(event.target.value)} />
        <Select label="The agent must" options={KINDS} value={expectation.kind} onChange={(event) => setExpectation(fresh(event.target.value as Expectation["kind"]))} />
        {expectation.kind === "quotes" && <TextField label="Words of the answer" hint="Case and punctuation do not matter." value={expectation.words} maxLength={300} onChange={(event) => setExpectation({ ...expectation, words: event.target.value })} />}
        {expectation.kind === "from_source" && <SourceField agent={agent} title={expectation.title} onChoose={(id, title) => setExpectation({ kind: "from_source", source_id: id, title })} />}
        <TextField label="Note (optional)" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        {saving.error && <p role="alert" className="text-small">{saving.error.message}</p>}
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={!isComplete} busy={saving.isPending}>{test ? "Save" : "Add test"}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function SourceField({ agent, title, onChoose }: { agent: Agent; title: string; onChoose: (id: string, title: string) => void }) {
  const sources = useQuery(sourcesQuery(agent.id));
  const chosen = sources.data?.find((source) => source.title === title)?.id ?? "";
  const options = [["", "Choose a source"], ...(sources.data ?? []).map((source) => [source.id, source.title] as const)] as const;
  return <Select label="Source" options={options} value={chosen} onChange={(event) => onChoose(event.target.value, sources.data?.find(({ id }) => id === event.target.value)?.title ?? "")} />;
}

function fresh(kind: Expectation["kind"]): Expectation {
  switch (kind) {
    case "quotes":
      return { kind, words: "" };
    case "from_source":
      return { kind, source_id: null, title: "" };
    case "hands_off":
      return { kind, reason: null };
    default:
      return { kind };
  }
}
