import type { SourceRow } from "@deskbell/shared/wire";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Check, CircleAlert, CircleDashed, CircleSlash, Trash2, type LucideIcon } from "lucide-react";
import { useState } from "react";

import { websites } from "../../api/client.ts";
import type { PageLine, PageStatus } from "../../api/content-shapes.ts";
import { pagesQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Failed, SkeletonRows } from "../../ui/states.tsx";
import { say } from "../../ui/toast.tsx";
import { pageWords, shortAddress } from "./words.ts";

const icons: Record<PageStatus, LucideIcon> = { read: Check, waiting: CircleDashed, failed: CircleAlert, skipped: CircleSlash, removed: Trash2 };
const order: PageStatus[] = ["read", "failed", "skipped", "waiting", "removed"];

/** Every page that was found, what became of it, and why. */
export function SourcePages({ source, isAdmin, onOpen }: { source: SourceRow; isAdmin: boolean; onOpen: (documentId: string) => void }) {
  const [status, setStatus] = useState<PageStatus | null>(null);
  const pages = useInfiniteQuery(pagesQuery(source.id, status));
  if (pages.isPending) return <SkeletonRows rows={5} />;
  if (pages.error) return <Failed error={pages.error} what="The pages" onRetry={() => void pages.refetch()} />;
  const counts = pages.data.pages[0]?.counts ?? {};
  const lines = pages.data.pages.flatMap((page) => page.pages);
  return (
    <div className="px-5 py-4">
      <div className="mb-3 flex flex-wrap items-center gap-1.5" role="group" aria-label="Show pages">
        <Filter isOn={status === null} onClick={() => setStatus(null)}>All</Filter>
        {order.filter((one) => counts[one]).map((one) => (
          <Filter key={one} isOn={status === one} onClick={() => setStatus(one)}>{pageWords[one]} <span className="numbers text-ink-3">{counts[one]}</span></Filter>
        ))}
        {isAdmin && Boolean(counts.failed) && source.status !== "processing" && <Button className="ml-auto" onClick={() => void retryPages(source.id)}>Try failed pages again</Button>}
      </div>
      {lines.length === 0 && <p className="py-6 text-ink-2">{source.status === "processing" || source.status === "pending" ? "The first pages appear here in a moment." : "No page here."}</p>}
      <ul>{lines.map((line) => <PageRow key={line.id} line={line} onOpen={onOpen} />)}</ul>
      {pages.hasNextPage && <Button className="mt-3" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>Show more</Button>}
    </div>
  );
}

function Filter({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: React.ReactNode }) {
  return <button type="button" aria-pressed={isOn} onClick={onClick} className={cx("h-7 rounded-control px-2.5 text-small font-medium", isOn ? "bg-chosen" : "text-ink-2 hover:bg-hover hover:text-ink")}>{children}</button>;
}

function PageRow({ line, onOpen }: { line: PageLine; onOpen: (documentId: string) => void }) {
  const Icon = icons[line.status];
  const documentId = line.document_id;
  const address = shortAddress(line.url);
  return (
    <li className="flex gap-3 border-t border-line py-2.5">
      <Icon size={16} className={cx("mt-0.5 shrink-0", line.status === "read" ? "text-green" : line.status === "failed" ? "text-ink" : "text-ink-3")} aria-label={pageWords[line.status]} />
      <span className="min-w-0 flex-1">
        {documentId ? <button type="button" className="block max-w-full truncate text-left font-medium hover:underline" onClick={() => onOpen(documentId)}>{address}</button> : <span className="block truncate">{address}</span>}
        {line.reason && <span className="block text-small text-ink-2">{line.reason}</span>}
        {line.same_as && <span className="block truncate text-small text-ink-2">The same as {shortAddress(line.same_as)}</span>}
      </span>
    </li>
  );
}

async function retryPages(id: string): Promise<void> {
  try {
    await websites.retryPages(id);
    say("Trying the failed pages again.");
  } catch (error) {
    say(error instanceof Error ? error.message : "They could not be tried again.");
  }
}
