import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { content } from "../../api/client.ts";
import { queryClient, sourcesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";

export function OwnWords({ agentId, onDone }: { agentId: string; onDone: () => void }) {
  const [words, setWords] = useState({ title: "", text: "" });
  const adding = useMutation({
    mutationFn: () => content.addText(agentId, words.title.trim(), words.text.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery(agentId).queryKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form onSubmit={submit} className="appear mt-4 flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <TextField label="Title" placeholder="Opening hours" required autoFocus value={words.title} onChange={(event) => setWords({ ...words, title: event.target.value })} />
      <TextArea label="Text" rows={4} required placeholder="Monday to Friday, 8 am to 6 pm." value={words.text} onChange={(event) => setWords({ ...words, text: event.target.value })} problem={adding.error?.message} />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>Cancel</Button>
        <Button type="submit" look="primary" busy={adding.isPending} disabled={!words.title.trim() || !words.text.trim()}>Add</Button>
      </div>
    </form>
  );
}
