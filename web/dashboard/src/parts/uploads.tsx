// Files on their way up, one line each: what arrived, what was refused and why, what can be tried again.
import { Check, CircleAlert, X } from "lucide-react";
import { useRef, useState } from "react";

import { content } from "../api/client.ts";
import { queryClient, sourcesQuery } from "../api/queries.ts";
import { IconButton } from "../ui/button.tsx";
import { Progress } from "../ui/small.tsx";

export interface Upload {
  id: number;
  file: File;
  state: "waiting" | "sending" | "added" | "refused";
  problem: string | null;
}

export interface Uploads {
  lines: Upload[];
  send: (files: File[]) => void;
  retry: (upload: Upload) => void;
  dismiss: (id: number) => void;
}

export const ACCEPTED = ".pdf,.docx,.xlsx,.pptx,.csv,.md,.markdown,.html,.htm,.txt";
let nextId = 1;

export function useUploads(agentId: string): Uploads {
  const [lines, setLines] = useState<Upload[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const change = (id: number, changes: Partial<Upload>) => setLines((now) => now.map((line) => (line.id === id ? { ...line, ...changes } : line)));
  const carry = async ({ id, file }: Upload) => {
    change(id, { state: "sending", problem: null });
    try {
      const { refused } = await content.addFiles(agentId, [file]);
      change(id, refused[0] ? { state: "refused", problem: refused[0].sentence } : { state: "added" });
      if (!refused[0]) setTimeout(() => setLines((now) => now.filter((line) => line.id !== id)), 2_500);
      await queryClient.invalidateQueries({ queryKey: sourcesQuery(agentId).queryKey });
    } catch (error) {
      change(id, { state: "refused", problem: error instanceof Error ? error.message : "The upload did not arrive." });
    }
  };
  const enqueue = (upload: Upload) => {
    queue.current = queue.current.then(() => carry(upload));
  };
  return {
    lines,
    send: (files) => {
      const added = files.map((file): Upload => ({ id: nextId++, file, state: "waiting", problem: null }));
      setLines((now) => [...now, ...added]);
      added.forEach(enqueue);
    },
    retry: enqueue,
    dismiss: (id) => setLines((now) => now.filter((line) => line.id !== id)),
  };
}

export function UploadLines({ uploads }: { uploads: Uploads }) {
  if (uploads.lines.length === 0) return null;
  return (
    <ul aria-label="Uploads" className="border-b border-line bg-sunken px-8 py-2 max-md:px-4">
      {uploads.lines.map((line) => (
        <li key={line.id} className="flex min-h-9 flex-wrap items-center gap-x-3 py-1">
          {line.state === "added" ? <Check size={16} className="text-green" aria-hidden /> : line.state === "refused" ? <CircleAlert size={16} className="text-red" aria-hidden /> : <span className="size-4" />}
          <span className="min-w-0 flex-1 truncate">{line.file.name}</span>
          {line.state === "refused" ? (
            <>
              <button type="button" className="quiet-link text-small" onClick={() => uploads.retry(line)}>Try again</button>
              <IconButton label={`Dismiss ${line.file.name}`} onClick={() => uploads.dismiss(line.id)}><X size={14} aria-hidden /></IconButton>
            </>
          ) : line.state === "added" ? <span className="text-small text-ink-2">uploaded, being read</span> : <span className="w-32"><Progress share={line.state === "sending" ? null : 0} label={`Uploading ${line.file.name}`} /></span>}
          {line.problem && <p role="alert" className="w-full pl-7 text-small text-ink-2">{line.problem}</p>}
        </li>
      ))}
    </ul>
  );
}
