import { useMutation } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useState, type FormEvent } from "react";

import { websites } from "../../api/client.ts";
import { queryClient, sourcesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { DialogActions } from "../../ui/dialog.tsx";
import { Select, TextArea, TextField } from "../../ui/field.tsx";
import { patternsIn, refreshOptions } from "./words.ts";

type Refresh = (typeof refreshOptions)[number][0];

const fresh = { address: "", whole: true, refresh: "daily" as Refresh, include: "", exclude: "", most: "500" };

/** A whole site or one page of it, how often it is read again, and what of it counts. */
export function WebsiteForm({ agentId, onClose, onAdded }: { agentId: string; onClose: () => void; onAdded: (id: string) => void }) {
  const [given, setGiven] = useState(fresh);
  const [isScoped, setScoped] = useState(false);
  const change = (changes: Partial<typeof fresh>) => setGiven((now) => ({ ...now, ...changes }));
  const adding = useMutation({
    mutationFn: () => {
      const address = withScheme(given.address.trim());
      if (!given.whole) return websites.addPage(agentId, address, given.refresh);
      const scope = { include: patternsIn(given.include), exclude: patternsIn(given.exclude), max_pages: Number(given.most) || 500 };
      return websites.add(agentId, { address, refresh: given.refresh, scope });
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: sourcesQuery(agentId).queryKey });
      onClose();
      onAdded(id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField label="Address" required autoFocus inputMode="url" placeholder="help.yourclinic.com" value={given.address} onChange={(event) => change({ address: event.target.value })} problem={adding.error?.message} hint="Public pages only. Deskbell follows the site’s robots.txt and reads politely." />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Select label="Read" value={given.whole ? "site" : "page"} onChange={(event) => change({ whole: event.target.value === "site" })} options={[["site", "This page and everything below it"], ["page", "Only this page"]]} />
        <Select label="Look for changes" value={given.refresh} onChange={(event) => change({ refresh: event.target.value as Refresh })} options={refreshOptions} />
      </div>
      {given.whole && (
        <details open={isScoped} onToggle={(event) => setScoped(event.currentTarget.open)} className="group">
          <summary className="inline-flex list-none items-center gap-1.5 rounded-control font-medium text-ink-2 hover:text-ink"><ChevronDown size={16} className="-rotate-90 transition-transform group-open:rotate-0" aria-hidden /> What to include</summary>
          <div className="mt-3 flex flex-col gap-4">
            <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
              <TextArea label="Only these paths" rows={3} placeholder={"/help/*"} value={given.include} onChange={(event) => change({ include: event.target.value })} hint="One a line; * stands for anything." />
              <TextArea label="Never these paths" rows={3} placeholder={"/blog/*"} value={given.exclude} onChange={(event) => change({ exclude: event.target.value })} hint="They win over the others." />
            </div>
            <TextField label="At most" type="number" min={1} max={20000} className="w-32" value={given.most} onChange={(event) => change({ most: event.target.value })} hint="Pages. The nearest to the start are read first." />
          </div>
        </details>
      )}
      <DialogActions>
        <Button look="quiet" onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={adding.isPending} disabled={!given.address.trim()}>{given.whole ? "Read this site" : "Read this page"}</Button>
      </DialogActions>
    </form>
  );
}

function withScheme(address: string): string {
  return /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
}
