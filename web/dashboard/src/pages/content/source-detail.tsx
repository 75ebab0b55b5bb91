import type { SourceRow } from "@deskbell/shared/wire";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ExternalLink, FlaskConical, Pencil, RotateCw, Square, Trash2, X } from "lucide-react";
import { useState } from "react";

import { content, websites } from "../../api/client.ts";
import { queryClient, sourceQuery } from "../../api/queries.ts";
import type { SourceDetail } from "../../api/shapes.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { Select } from "../../ui/field.tsx";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { whenExactly } from "../../ui/times.ts";
import { say } from "../../ui/toast.tsx";
import { DocumentView } from "./document-view.tsx";
import { PageLimit } from "./page-limit.tsx";
import { Passages } from "./passages.tsx";
import { SourceChanges } from "./source-changes.tsx";
import { SourcePages } from "./source-pages.tsx";
import { retry } from "./source-table.tsx";
import { isWeb, isWritten, refreshOptions } from "./words.ts";
import { EditSource } from "./writing/edit-source.tsx";

interface PaneProps {
  id: string;
  isAdmin: boolean;
  onAsk: (source: SourceRow) => void;
  onClose: () => void;
}

/** What was understood of a source: all that the agent knows from it. */
export function SourceDetailPane({ id, isAdmin, onAsk, onClose }: PaneProps) {
  const detail = useQuery(sourceQuery(id));
  const [isRemoving, setRemoving] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const source = detail.data?.source;
  return (
    <section aria-label="Source" onKeyDown={(event) => event.key === "Escape" && !isRemoving && !isEditing && onClose()} className="appear flex h-full w-[458px] shrink-0 flex-col border-l border-line bg-surface max-lg:fixed max-lg:inset-0 max-lg:z-30 max-lg:w-full">
      <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line pr-3 pl-5">
        <h2 className="mr-1 min-w-0 flex-1 truncate text-title font-semibold">{source?.title ?? "Source"}</h2>
        {source && <IconButton label="Ask this source" onClick={() => onAsk(source)}><FlaskConical size={16} aria-hidden /></IconButton>}
        {isAdmin && source && <Doings source={source} onEdit={() => setEditing(true)} onRemove={() => setRemoving(true)} />}
        <IconButton label="Close" onClick={onClose}><X size={16} aria-hidden /></IconButton>
      </header>
      <div className="page-scroll flex-1">
        {detail.isPending && <SkeletonRows rows={4} />}
        {detail.error && <Failed error={detail.error} what="This source" onRetry={() => void detail.refetch()} />}
        {detail.data && <Tabs detail={detail.data} isAdmin={isAdmin} />}
      </div>
      {isEditing && source && <EditSource source={source} onClose={() => setEditing(false)} />}
      {isRemoving && detail.data && <RemoveSource detail={detail.data} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </section>
  );
}

/** What an admin can do with a source. */
function Doings({ source, onEdit, onRemove }: { source: SourceRow; onEdit: () => void; onRemove: () => void }) {
  const isBusy = source.status === "processing" || source.status === "pending";
  return (
    <>
      {isWritten(source) && <IconButton label="Edit" onClick={onEdit}><Pencil size={16} aria-hidden /></IconButton>}
      {isBusy && source.kind === "website" ? (
        <IconButton label="Stop reading" onClick={() => void stop(source)}><Square size={16} aria-hidden /></IconButton>
      ) : (
        <IconButton label="Read again" disabled={isBusy} onClick={() => void retry(source.id)}><RotateCw size={16} aria-hidden /></IconButton>
      )}
      <IconButton label="Remove this source" onClick={onRemove}><Trash2 size={16} aria-hidden /></IconButton>
    </>
  );
}

type Tab = "pages" | "passages" | "text" | "changes" | "versions";

const names: Record<Tab, string> = { pages: "Pages", passages: "What was understood", text: "Text", changes: "Changes", versions: "Versions" };

function Tabs({ detail, isAdmin }: { detail: SourceDetail; isAdmin: boolean }) {
  const { source } = detail;
  const tabs: Tab[] = source.kind === "website" ? ["pages", "changes"] : isWeb(source) ? ["passages", "text", "changes"] : ["passages", "text", "versions"];
  const [tab, setTab] = useState<Tab>(tabs[0] ?? "passages");
  const [documentId, setDocument] = useState<string | null>(null);
  if (source.kind !== "website" && source.status !== "trained") return <NotThereYet source={source} isAdmin={isAdmin} />;
  if (documentId) return <DocumentView id={documentId} onBack={() => setDocument(null)} />;
  return (
    <>
      <div role="tablist" className="flex gap-5 border-b border-line px-5">
        {tabs.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => setTab(name)} className={cx("-mb-px h-10 border-b-2 font-medium", tab === name ? "border-ink" : "border-transparent text-ink-2 hover:text-ink")}>{names[name]}</button>
        ))}
      </div>
      {source.status === "failed" && <p role="alert" className="mx-5 mt-4 rounded-control bg-sunken px-3 py-2">{source.failure}</p>}
      {tab === "pages" && <SourcePages source={source} isAdmin={isAdmin} onOpen={setDocument} />}
      {tab === "changes" && <SourceChanges id={source.id} onOpen={setDocument} />}
      {tab === "passages" && <div className="px-5 py-4"><Passages passages={detail.passages} /></div>}
      {tab === "text" && <p className="px-5 py-4 whitespace-pre-wrap text-ink-2" dir="auto">{detail.body}</p>}
      {tab === "versions" && detail.document_id && <DocumentView id={detail.document_id} />}
      <Facts detail={detail} isAdmin={isAdmin} />
    </>
  );
}

function NotThereYet({ source, isAdmin }: { source: SourceRow; isAdmin: boolean }) {
  if (source.status !== "failed") return <Empty title="Being read">Its passages appear here in a moment.</Empty>;
  return <Empty title="It could not be read" action={isAdmin ? <Button onClick={() => void retry(source.id)}>Read again</Button> : null}>{source.failure}</Empty>;
}

function Facts({ detail: { source, url, read_at, website }, isAdmin }: { detail: SourceDetail; isAdmin: boolean }) {
  const changing = useMutation({
    mutationFn: (refresh: SourceRow["refresh"]) => websites.changeRefresh(source.id, refresh),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sourceQuery(source.id).queryKey }),
    onError: (error) => say(error.message),
  });
  const read = source.last_read_at ?? read_at;
  return (
    <div className="mx-5 mb-6 flex flex-col gap-3 border-t border-line pt-3">
      {isWeb(source) && isAdmin && <div className="max-w-60"><Select label="Look for changes" value={changing.variables ?? source.refresh} onChange={(event) => changing.mutate(event.target.value as SourceRow["refresh"])} options={refreshOptions} /></div>}
      {website && isAdmin && <PageLimit id={source.id} website={website} />}
      <p className="flex flex-wrap gap-x-4 text-small text-ink-3">
        {read && <span>Read {whenExactly(read)}</span>}
        {source.next_refresh_at && <span>Next {whenExactly(source.next_refresh_at)}</span>}
        {url && <a className="quiet-link inline-flex items-center gap-1" href={url} target="_blank" rel="noreferrer noopener">Original <ExternalLink size={12} aria-hidden /></a>}
      </p>
    </div>
  );
}

async function stop(source: SourceRow): Promise<void> {
  try {
    await websites.stop(source.id);
    say("Stopped. What was read so far stays.");
  } catch (error) {
    say(error instanceof Error ? error.message : "It could not be stopped.");
  }
}

async function bringBack(source: SourceRow): Promise<void> {
  try {
    await content.bringBack(source.id);
    await queryClient.invalidateQueries({ queryKey: ["sources"] });
    say(`“${source.title}” is back as it was.`);
  } catch (error) {
    say(error instanceof Error ? error.message : "It could not be brought back. Add it again.");
  }
}

function RemoveSource({ detail, onClose, onRemoved }: { detail: SourceDetail; onClose: () => void; onRemoved: () => void }) {
  const removing = useMutation({
    mutationFn: () => content.remove(detail.source.id),
    onSuccess: async () => {
      onRemoved();
      say(`“${detail.source.title}” was removed.`, { label: "Undo", act: () => void bringBack(detail.source) });
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
