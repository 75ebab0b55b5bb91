import type { ReactNode } from "react";

import { Wordmark } from "./glyphs.tsx";

/** Pages outside a workspace: one column, one thing to do. */
export function Standalone({ title, lead, aside, children }: { title: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex h-16 items-center justify-between border-b border-line px-10 max-md:px-5"><Wordmark />{aside}</header>
      <main className="mx-auto w-full max-w-[420px] flex-1 px-5 pt-[9vh] pb-16">
        <h1 className="text-hero font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-2 text-read text-ink-2">{lead}</p>}
        <div className="mt-7 flex flex-col gap-4">{children}</div>
      </main>
    </div>
  );
}
