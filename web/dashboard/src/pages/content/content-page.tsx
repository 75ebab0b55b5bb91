import type { SourceRow } from "@deskbell/shared/wire";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { BookOpen, FlaskConical, Plus, Search } from "lucide-react";
import { useRef, useState, type DragEvent, type RefObject } from "react";

import { sourcesQuery } from "../../api/queries.ts";
import type { Agent } from "../../api/shapes.ts";
import { useCommands } from "../../frame/commands.ts";
import { useSigned } from "../../frame/me.ts";
import { WithAgent } from "../../parts/which-agent.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, SkeletonRows } from "../../ui/states.tsx";
import { AddContent, type Way } from "./add-content.tsx";
import { AskContent } from "./ask-content.tsx";
import { FlagList } from "./flags.tsx";
import { SourceDetailPane } from "./source-detail.tsx";
import { SourceTable } from "./source-table.tsx";
import { TestsLine } from "./tests-line.tsx";
import { UploadLines, useUploads } from "../../parts/uploads.tsx";
import { counted, isWeb, needsYou } from "./words.ts";

type Kind = "all" | "web" | "file" | "text" | "qa";

const kindOptions: [Kind, string][] = [["all", "All kinds"], ["web", "Websites and pages"], ["file", "Files"], ["text", "Texts"], ["qa", "Questions and answers"]];

export default function ContentPage() {
  return <WithAgent>{(agent, picker) => <Content agent={agent} picker={picker} />}</WithAgent>;
}

function Content({ agent, picker }: { agent: Agent; picker: React.ReactNode }) {
  const { isAdmin } = useSigned();
  const { source: openId } = useSearch({ from: "/_frame/content" });
  const navigate = useNavigate();
  const sources = useQuery(sourcesQuery(agent.id));
  const [adding, setAdding] = useState<Way | null>(null);
  const [asking, setAsking] = useState<SourceRow | "all" | null>(null);
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<Kind>("all");
  const search = useRef<HTMLInputElement>(null);
  const uploads = useUploads(agent.id);
  const open = (id: string | undefined) => void navigate({ to: "/content", search: id ? { source: id } : {} });
  const drop = useDrop(isAdmin, uploads.send);
  const fitting = sources.data?.filter((source) => fits(source, words, kind));
  const add = <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding("website")}>Add content</Button>;
  const ask = <Button icon={<FlaskConical size={16} aria-hidden />} onClick={() => setAsking("all")}>Ask a question</Button>;
  useCommands([
    { id: "content.search", label: "Search sources", group: "Content", keys: "/", run: () => search.current?.focus() },
    { id: "content.ask", label: "Ask the agent a question", group: "Content", keys: "q", run: () => setAsking("all") },
    ...(isAdmin ? [{ id: "content.add", label: "Add content", group: "Content", keys: "a", run: () => setAdding("website") }] : []),
  ]);
  return (
    <div className="h-full" {...drop.listeners}>
      <Page title="Content" about={`what ${agent.name} may answer from`} actions={<>{picker}{ask}{isAdmin && add}</>} aside={openId && <SourceDetailPane key={openId} id={openId} isAdmin={isAdmin} onAsk={setAsking} onClose={() => open(undefined)} />}>
        {sources.isPending && <SkeletonRows />}
        {sources.error && <Failed error={sources.error} what="The sources" onRetry={() => void sources.refetch()} />}
        {sources.data && (
          <>
            {(sources.data.length > 0 || uploads.lines.length > 0) && <Tally sources={sources.data} words={words} onWords={setWords} kind={kind} onKind={setKind} search={search} />}
            <TestsLine agentId={agent.id} />
            <FlagList agentId={agent.id} isAdmin={isAdmin} onOpen={open} />
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
      {adding && <AddContent agentId={agent.id} way={adding} onWay={setAdding} onFiles={uploads.send} onAdded={open} onClose={() => setAdding(null)} />}
      {asking && <AskContent agent={agent} source={asking === "all" ? null : (sources.data?.find(({ id }) => id === asking.id) ?? asking)} onOpen={(id) => (setAsking(null), open(id))} onClose={() => setAsking(null)} />}
    </div>
  );
}

function fits(source: SourceRow, words: string, kind: Kind): boolean {
  const isKind = kind === "all" || (kind === "web" ? isWeb(source) : source.kind === kind);
  return isKind && `${source.title} ${source.url ?? ""}`.toLowerCase().includes(words.trim().toLowerCase());
}

interface TallyProps {
  sources: SourceRow[];
  words: string;
  onWords: (words: string) => void;
  kind: Kind;
  onKind: (kind: Kind) => void;
  search: RefObject<HTMLInputElement | null>;
}

function Tally({ sources, words, onWords, kind, onKind, search }: TallyProps) {
  const waiting = sources.filter(needsYou).length;
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line px-8 py-3 max-md:px-4">
      <span className="relative w-72 max-w-full">
        <Search size={16} className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3" aria-hidden />
        <input ref={search} value={words} onChange={(event) => onWords(event.target.value)} onKeyDown={(event) => event.key === "Escape" && (onWords(""), event.currentTarget.blur())} aria-label="Search sources" placeholder="Search sources" className="h-9 w-full rounded-control border border-control bg-surface pr-3 pl-9 hover:border-control" />
      </span>
      <span className="w-48"><Select label="Kind" hideLabel value={kind} onChange={(event) => onKind(event.target.value as Kind)} options={kindOptions} /></span>
      <p className="numbers ml-auto text-ink-2">
        {counted(sources.length, "source")}, {counted(passages, "passage")}.{" "}
        {waiting > 0 && <b className="font-semibold text-ink">{waiting} {waiting === 1 ? "needs" : "need"} you.</b>}
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
