import { useMutation, useQuery } from "@tanstack/react-query";
import { ExternalLink, Trash2, X } from "lucide-react";
import { useState } from "react";

import { content } from "../../api/client.ts";
import { queryClient, sourceQuery } from "../../api/queries.ts";
import type { SourceDetail } from "../../api/shapes.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { whenExactly } from "../../ui/times.ts";
import { say } from "../../ui/toast.tsx";
import { retry } from "./source-table.tsx";

interface PaneProps {
  id: string;
  isAdmin: boolean;
  onClose: () => void;
}

/** What was understood of a source: all that the agent knows from it. */
export function SourceDetailPane({ id, isAdmin, onClose }: PaneProps) {
  const detail = useQuery(sourceQuery(id));
  const [isRemoving, setRemoving] = useState(false);
  return (
    <section aria-label="Source" className="appear flex h-full w-[458px] shrink-0 flex-col border-l border-line bg-surface max-lg:fixed max-lg:inset-0 max-lg:z-30 max-lg:w-full">
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line pr-3 pl-5">
        <h2 className="min-w-0 flex-1 truncate text-title font-semibold">{detail.data?.source.title ?? "Source"}</h2>
        {isAdmin && detail.data && <IconButton label="Remove this source" onClick={() => setRemoving(true)}><Trash2 size={16} aria-hidden /></IconButton>}
        <IconButton label="Close" onClick={onClose}><X size={16} aria-hidden /></IconButton>
      </header>
      <div className="page-scroll flex-1">
        {detail.isPending && <SkeletonRows rows={4} />}
        {detail.error && <Failed error={detail.error} what="This source" onRetry={() => void detail.refetch()} />}
        {detail.data && <Understood detail={detail.data} isAdmin={isAdmin} />}
      </div>
      {isRemoving && detail.data && <RemoveSource detail={detail.data} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </section>
  );
}

function Understood({ detail, isAdmin }: { detail: SourceDetail; isAdmin: boolean }) {
  const { source, passages, body, url } = detail;
  const [tab, setTab] = useState<"passages" | "text">("passages");
  if (source.status === "failed") {
    return <Empty title="It could not be read" action={isAdmin ? <Button onClick={() => void retry(source.id)}>Read again</Button> : null}>{source.failure}</Empty>;
  }
  if (source.status !== "trained") return <Empty title="Being read">Its passages appear here in a moment.</Empty>;
  return (
    <>
      <div role="tablist" className="flex gap-5 border-b border-line px-5">
        {(["passages", "text"] as const).map((name) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => setTab(name)} className={cx("-mb-px h-10 border-b-2 font-medium", tab === name ? "border-ink" : "border-transparent text-ink-2 hover:text-ink")}>
            {name === "passages" ? "What was understood" : "Text"}
          </button>
        ))}
      </div>
      <div className="px-5 py-4">
        {tab === "text" ? <p className="whitespace-pre-wrap text-ink-2" dir="auto">{body}</p> : (
          <>
            <p className="mb-2 text-ink-2">Read as {passages.length} {passages.length === 1 ? "passage" : "passages"}. This is all the agent knows from it.</p>
            <ul>
              {passages.map((passage) => (
                <li key={passage.id} className="border-t border-line py-3.5">
                  {passage.path && <h3 className="font-semibold" dir="auto">{passage.path}</h3>}
                  <p className="mt-0.5 whitespace-pre-wrap text-ink-2" dir="auto">{passage.text}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="mt-2 flex flex-wrap gap-x-4 border-t border-line pt-3 text-small text-ink-3">
          {detail.read_at && <span>Read {whenExactly(detail.read_at)}</span>}
          {url && <a className="quiet-link inline-flex items-center gap-1" href={url} target="_blank" rel="noreferrer noopener">Original <ExternalLink size={12} aria-hidden /></a>}
        </p>
      </div>
    </>
  );
}

function RemoveSource({ detail, onClose, onRemoved }: { detail: SourceDetail; onClose: () => void; onRemoved: () => void }) {
  const removing = useMutation({
    mutationFn: () => content.remove(detail.source.id),
    onSuccess: async () => {
      onRemoved();
      say(`“${detail.source.title}” was removed.`);
      await queryClient.invalidateQueries({ queryKey: ["sources"] });
    },
  });
  return (
    <Dialog open title="Remove this source?" description={`The agent forgets “${detail.source.title}” at once. Answers already given keep their quotes.`} onClose={onClose}>
      {removing.error && <p role="alert">{removing.error.message}</p>}
      <DialogActions>
        <Button look="quiet" onClick={onClose}>Keep it</Button>
        <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>Remove</Button>
      </DialogActions>
    </Dialog>
  );
}
