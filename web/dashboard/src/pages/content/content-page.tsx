import type { SourceRow } from "@deskbell/shared/wire";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { BookOpen, Plus, Search } from "lucide-react";
import { useState, type DragEvent } from "react";

import { sourcesQuery } from "../../api/queries.ts";
import type { Agent } from "../../api/shapes.ts";
import { useSigned } from "../../frame/me.ts";
import { WithAgent } from "../../parts/which-agent.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { AddContent, type Way } from "./add-content.tsx";
import { SourceDetailPane } from "./source-detail.tsx";
import { SourceTable } from "./source-table.tsx";
import { UploadLines, useUploads } from "../../parts/uploads.tsx";

export default function ContentPage() {
  return <WithAgent>{(agent, picker) => <Content agent={agent} picker={picker} />}</WithAgent>;
}

function Content({ agent, picker }: { agent: Agent; picker: React.ReactNode }) {
  const { isAdmin } = useSigned();
  const { source: openId } = useSearch({ from: "/_frame/content" });
  const navigate = useNavigate();
  const sources = useQuery(sourcesQuery(agent.id));
  const [adding, setAdding] = useState<Way | null>(null);
  const [words, setWords] = useState("");
  const uploads = useUploads(agent.id);
  const open = (id: string | undefined) => void navigate({ to: "/content", search: id ? { source: id } : {} });
  const drop = useDrop(isAdmin, uploads.send);
  const fitting = sources.data?.filter(({ title }) => title.toLowerCase().includes(words.trim().toLowerCase()));
  const add = <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding("files")}>Add content</Button>;
  return (
    <div className="h-full" {...drop.listeners}>
      <Page title="Content" about={`what ${agent.name} may answer from`} actions={<>{picker}{isAdmin && add}</>} aside={openId && <SourceDetailPane key={openId} id={openId} isAdmin={isAdmin} onClose={() => open(undefined)} />}>
        {sources.isPending && <SkeletonRows />}
        {sources.error && <Failed error={sources.error} what="The sources" onRetry={() => void sources.refetch()} />}
        {sources.data && (
          <>
            {(sources.data.length > 0 || uploads.lines.length > 0) && <Tally sources={sources.data} words={words} onWords={setWords} />}
            <UploadLines uploads={uploads} />
            {sources.data.length === 0 && uploads.lines.length === 0 ? (
              <Empty icon={<BookOpen size={24} strokeWidth={1.5} aria-hidden />} title="The agent knows nothing yet" action={isAdmin ? add : null}>
                It answers only from what you give it: help pages, documents, your own words. {isAdmin ? "Drop files anywhere on this page to begin." : "An admin of your workspace can add content."}
              </Empty>
            ) : (
              <SourceTable sources={fitting ?? []} openId={openId} isAdmin={isAdmin} onOpen={open} />
            )}
          </>
        )}
      </Page>
      {drop.isOver && <div className="pointer-events-none fixed inset-3 z-40 flex items-center justify-center rounded-panel border-2 border-dashed border-teal bg-paper/85 text-head font-semibold">Drop to add to {agent.name}’s content</div>}
      {adding && <AddContent agentId={agent.id} way={adding} onWay={setAdding} onFiles={uploads.send} onClose={() => setAdding(null)} />}
    </div>
  );
}

function Tally({ sources, words, onWords }: { sources: SourceRow[]; words: string; onWords: (words: string) => void }) {
  const failed = sources.filter(({ status }) => status === "failed").length;
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line px-8 py-3 max-md:px-4">
      <span className="relative w-72 max-w-full">
        <Search size={16} className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3" aria-hidden />
        <input value={words} onChange={(event) => onWords(event.target.value)} aria-label="Search sources" placeholder="Search sources" className="h-9 w-full rounded-control border border-control bg-surface pr-3 pl-9 hover:border-control" />
      </span>
      <p className="numbers ml-auto text-ink-2">
        {sources.length} {sources.length === 1 ? "source" : "sources"}, {passages} passages.{" "}
        {failed > 0 && <b className="font-semibold text-ink">{failed} {failed === 1 ? "needs" : "need"} you.</b>}
      </p>
    </div>
  );
}

function useDrop(isAllowed: boolean, onFiles: (files: File[]) => void) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => isAllowed && event.dataTransfer.types.includes("Files");
  const listeners = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { isOver, listeners };
}
