import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ExternalLink } from "lucide-react";
import { useState } from "react";

import { documentQuery, versionsQuery } from "../../api/queries.ts";
import { IconButton } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { Failed, SkeletonRows } from "../../ui/states.tsx";
import { whenExactly } from "../../ui/times.ts";
import { Passages } from "./passages.tsx";
import { shortAddress } from "./words.ts";

/** One document: what was understood of it, now and before. */
export function DocumentView({ id, onBack }: { id: string; onBack?: () => void }) {
  const [version, setVersion] = useState<number | null>(null);
  const shown = useQuery(documentQuery(id, version));
  const versions = useQuery(versionsQuery(id));
  const earlier = versions.data ?? [];
  return (
    <div className="px-5 py-4">
      <div className="mb-3 flex items-start gap-2">
        {onBack && <IconButton label="Back to the list" className="-ml-2" onClick={onBack}><ArrowLeft size={16} aria-hidden /></IconButton>}
        <div className="min-w-0 flex-1 pt-1">
          <h3 className="font-semibold" dir="auto">{shown.data?.title ?? "Page"}</h3>
          {shown.data?.url && <a className="quiet-link inline-flex max-w-full items-center gap-1 text-small" href={shown.data.url} target="_blank" rel="noreferrer noopener"><span className="truncate">{shortAddress(shown.data.url)}</span> <ExternalLink size={12} className="shrink-0" aria-hidden /></a>}
        </div>
      </div>
      {earlier.length > 1 && (
        <div className="mb-3"><Select label="Version" value={String(version ?? earlier[0]?.version)} onChange={(event) => setVersion(Number(event.target.value))} options={earlier.map((one) => [String(one.version), `${one.version}, read ${whenExactly(one.read_at)}`] as const)} /></div>
      )}
      {shown.isPending && <SkeletonRows rows={3} className="-mx-5" />}
      {shown.error && <Failed error={shown.error} what="This page" onRetry={() => void shown.refetch()} />}
      {shown.data && (
        <>
          {shown.data.removed_at && <p className="mb-2 rounded-control bg-sunken px-3 py-2 text-ink-2">Gone from the site. It answers nothing any more; earlier answers keep their quotes.</p>}
          {!shown.data.is_latest && <p className="mb-2 rounded-control bg-sunken px-3 py-2 text-ink-2">An earlier version. The agent answers from the latest one.</p>}
          {shown.data.passages.length > 0 ? <Passages passages={shown.data.passages} /> : <p className="whitespace-pre-wrap text-ink-2" dir="auto">{shown.data.body}</p>}
        </>
      )}
    </div>
  );
}
