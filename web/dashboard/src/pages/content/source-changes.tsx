import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useState } from "react";

import type { Crawl, PageChange } from "../../api/content-shapes.ts";
import { changesQuery, crawlsQuery } from "../../api/queries.ts";
import { useNow } from "../../live/clock.ts";
import { cx } from "../../ui/cx.ts";
import { Empty, Failed, Skeleton, SkeletonRows } from "../../ui/states.tsx";
import { shortTime, whenExactly } from "../../ui/times.ts";
import { crawlTitle, crawlWords, shortAddress } from "./words.ts";

/** The last readings of a website, and what each of them changed. */
export function SourceChanges({ id, onOpen }: { id: string; onOpen: (documentId: string) => void }) {
  const crawls = useQuery(crawlsQuery(id));
  const [openNumber, setOpen] = useState<number | null>(null);
  if (crawls.isPending) return <SkeletonRows rows={3} />;
  if (crawls.error) return <Failed error={crawls.error} what="The changes" onRetry={() => void crawls.refetch()} />;
  if (crawls.data.length === 0) return <Empty title="Not read yet">What changes from one reading to the next is listed here.</Empty>;
  const toggle = (number: number) => setOpen((now) => (now === number ? null : number));
  return <ul className="px-5 py-2">{crawls.data.map((crawl) => <Reading key={crawl.number} id={id} crawl={crawl} isOpen={crawl.number === openNumber} onToggle={() => toggle(crawl.number)} onOpen={onOpen} />)}</ul>;
}

interface ReadingProps {
  id: string;
  crawl: Crawl;
  isOpen: boolean;
  onToggle: () => void;
  onOpen: (documentId: string) => void;
}

function Reading({ id, crawl, isOpen, onToggle, onOpen }: ReadingProps) {
  const now = useNow();
  const hasMore = crawl.added + crawl.changed + crawl.removed > 0;
  return (
    <li className="border-b border-line py-3">
      <button type="button" disabled={!hasMore} aria-expanded={hasMore ? isOpen : undefined} onClick={onToggle} className="flex w-full items-start gap-3 text-left disabled:cursor-default">
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{crawlWords(crawl)}</span>
          <span className="block text-small text-ink-2">{crawlTitle(crawl)}, <time dateTime={crawl.started_at} title={whenExactly(crawl.started_at)}>{shortTime(crawl.started_at, now)}</time></span>
        </span>
        {hasMore && <ChevronDown size={16} className={cx("mt-0.5 shrink-0 text-ink-2 transition-transform", !isOpen && "-rotate-90")} aria-hidden />}
      </button>
      {isOpen && <Changes id={id} number={crawl.number} onOpen={onOpen} />}
    </li>
  );
}

function Changes({ id, number, onOpen }: { id: string; number: number; onOpen: (documentId: string) => void }) {
  const changes = useQuery(changesQuery(id, number));
  if (changes.isPending) return <div className="pt-3"><Skeleton className="w-3/5" /></div>;
  if (changes.error) return <Failed error={changes.error} what="These changes" onRetry={() => void changes.refetch()} />;
  return <ul className="appear mt-2">{changes.data.map((change) => <OnePage key={change.document_id} change={change} onOpen={onOpen} />)}</ul>;
}

const said = { added: "New", changed: "Changed", removed: "Gone" } as const;

function OnePage({ change, onOpen }: { change: PageChange; onOpen: (documentId: string) => void }) {
  return (
    <li className="border-t border-line py-2.5">
      <button type="button" onClick={() => onOpen(change.document_id)} className="block max-w-full truncate text-left font-medium hover:underline">{said[change.kind]}: {change.title}</button>
      <span className="block truncate text-small text-ink-2">{shortAddress(change.url)}</span>
      {change.kind === "changed" && change.passages.map((passage, place) => (
        <p key={place} dir="auto" className={cx("mt-1.5 border-l-2 pl-3 text-small", passage.kind === "added" ? "border-teal" : "border-line-strong text-ink-2 line-through decoration-ink-3")}>
          <span className="sr-only">{passage.kind === "added" ? "Added: " : "Removed: "}</span>{passage.text}
        </p>
      ))}
    </li>
  );
}
