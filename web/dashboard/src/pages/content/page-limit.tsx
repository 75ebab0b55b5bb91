import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { websites } from "../../api/client.ts";
import { queryClient, sourceQuery } from "../../api/queries.ts";
import type { SourceDetail } from "../../api/shapes.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { say } from "../../ui/toast.tsx";

/** How many pages of a website are read at most; it counts from the next reading on. */
export function PageLimit({ id, website }: { id: string; website: NonNullable<SourceDetail["website"]> }) {
  const [most, setMost] = useState(String(website.max_pages));
  const changing = useMutation({
    mutationFn: () => websites.changeScope(id, { ...website, max_pages: Number(most) }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sourceQuery(id).queryKey });
      say("The limit counts from the next reading on.");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <form onSubmit={submit} className="flex max-w-60 items-end gap-2">
      <div className="min-w-0 flex-1"><TextField label="At most" aside="pages" type="number" required min={1} max={20000} value={most} onChange={(event) => setMost(event.target.value)} problem={changing.error?.message} /></div>
      {Number(most) !== website.max_pages && <Button type="submit" className="h-9" busy={changing.isPending}>Save</Button>}
    </form>
  );
}
