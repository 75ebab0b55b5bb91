import type { SourceRow } from "@deskbell/shared/wire";
import { Check, CircleAlert, FileText, Globe, Link, MessagesSquare, TextAlignStart, type LucideIcon } from "lucide-react";

import { content } from "../../api/client.ts";
import { useNow } from "../../live/clock.ts";
import { cx } from "../../ui/cx.ts";
import { Progress } from "../../ui/small.tsx";
import { ago } from "../../ui/times.ts";
import { say } from "../../ui/toast.tsx";
import { aboutSource, missingPages, readingWords } from "./words.ts";

const icons: Record<SourceRow["kind"], LucideIcon> = { file: FileText, text: TextAlignStart, qa: MessagesSquare, website: Globe, page: Link };

interface TableProps {
  sources: SourceRow[];
  openId: string | undefined;
  isAdmin: boolean;
  onOpen: (id: string) => void;
}

const columns = "grid grid-cols-[minmax(0,1fr)_180px_64px_84px_96px_120px] items-center gap-x-4 px-8 @max-4xl:grid-cols-[minmax(0,1fr)_180px_96px] max-md:grid-cols-[minmax(0,1fr)_auto] max-md:px-4";

export function SourceTable({ sources, openId, isAdmin, onOpen }: TableProps) {
  const most = Math.max(1, ...sources.map(({ answers_used }) => answers_used));
  if (sources.length === 0) return <p className="px-8 py-10 text-ink-2">Nothing fits. Clear the search or choose all kinds.</p>;
  return (
    <div role="table" aria-label="Sources" className="@container">
      <div role="row" className={cx(columns, "h-10 border-b border-line text-small text-ink-2 max-md:hidden")}>
        <span role="columnheader">Source</span><span role="columnheader">Status</span>
        <span role="columnheader" className="text-right @max-4xl:hidden">Pages</span><span role="columnheader" className="text-right @max-4xl:hidden">Passages</span><span role="columnheader" className="text-right">Last read</span>
        <span role="columnheader" className="text-right @max-4xl:hidden">Used in answers</span>
      </div>
      {sources.map((source) => <SourceLine key={source.id} source={source} most={most} isOpen={source.id === openId} isAdmin={isAdmin} onOpen={() => onOpen(source.id)} />)}
    </div>
  );
}

function SourceLine({ source, most, isOpen, isAdmin, onOpen }: { source: SourceRow; most: number; isOpen: boolean; isAdmin: boolean; onOpen: () => void }) {
  const now = useNow();
  const Icon = icons[source.kind];
  const lastRead = source.last_read_at ?? source.trained_at;
  const remark = [source.status === "trained" ? missingPages(source) : null, ...(source.status === "trained" ? source.warnings : [])].filter(Boolean).join(" ");
  return (
    <div role="row" className={cx("relative border-b border-line", isOpen ? "bg-chosen" : "hover:bg-hover")}>
      <div className={cx(columns, "min-h-[60px] py-2.5")}>
        <span role="cell" className="flex min-w-0 items-center gap-3.5">
          <Icon size={20} strokeWidth={1.5} className="shrink-0 text-ink-2" aria-hidden />
          <span className="min-w-0">
            <button type="button" onClick={onOpen} className="block max-w-full truncate text-left text-read font-medium after:absolute after:inset-0">{source.title}</button>
            <span className="block truncate text-small text-ink-2">{aboutSource(source)}</span>
          </span>
        </span>
        <span role="cell"><Status source={source} /></span>
        <span role="cell" className="numbers text-right text-ink-2 @max-4xl:hidden max-md:hidden">{source.kind === "website" ? source.pages : "–"}</span>
        <span role="cell" className="numbers text-right text-ink-2 @max-4xl:hidden max-md:hidden">{source.passages || "–"}</span>
        <span role="cell" className="text-right text-ink-2 max-md:hidden">{lastRead ? ago(lastRead, now) : "–"}</span>
        <span role="cell" className="numbers flex items-center justify-end gap-2.5 @max-4xl:hidden max-md:hidden">
          <span aria-hidden className="flex w-16 justify-start"><span className="h-1.5 rounded-full bg-bar" style={{ width: `${Math.max(source.answers_used ? 5 : 0, (source.answers_used / most) * 100)}%` }} /></span>
          <span className="w-10 text-right">{source.answers_used}</span>
        </span>
      </div>
      {remark && <p className="-mt-1 max-w-[68ch] pr-4 pb-3.5 pl-[66px] text-ink-2 max-md:pl-[50px]">{remark}</p>}
      {source.status === "failed" && (
        <p className="-mt-1 max-w-[68ch] pr-4 pb-3.5 pl-[66px] text-ink-2 max-md:pl-[50px]">
          {source.failure ?? "It could not be read."}{" "}
          {isAdmin && <button type="button" className="quiet-link relative z-10" onClick={() => void retry(source.id)}>Read again</button>}
        </p>
      )}
    </div>
  );
}

function BeingRead({ source }: { source: SourceRow }) {
  const { words, share } = readingWords(source);
  return <span className="numbers flex max-w-40 flex-col gap-1.5 text-ink-2">{words}<Progress share={share} label={`Reading ${source.title}`} /></span>;
}

export async function retry(id: string): Promise<void> {
  try {
    await content.retry(id);
    say("Reading it again.");
  } catch (error) {
    say(error instanceof Error ? error.message : "It could not be read again.");
  }
}

export function Status({ source }: { source: SourceRow }) {
  switch (source.status) {
    case "pending":
      return <span className="text-ink-2">Waiting to be read</span>;
    case "processing":
      return <BeingRead source={source} />;
    case "trained":
      return <span className="inline-flex items-center gap-2 text-ink-2"><Check size={16} className="text-green" aria-hidden /> Ready</span>;
    case "failed":
      return <span className="inline-flex items-center gap-2 font-medium"><CircleAlert size={16} aria-hidden /> Could not read</span>;
  }
}
