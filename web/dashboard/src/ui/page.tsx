import type { ReactNode } from "react";

/** Header line and scrolling body, the same on every page but the inbox. */
export function Page({ title, about, actions, children, aside }: { title: ReactNode; about?: ReactNode; actions?: ReactNode; children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-8 py-2 max-md:px-4">
          <h1 className="text-title font-semibold">{title}</h1>
          {about && <p className="min-w-0 truncate text-ink-2 max-md:hidden">{about}</p>}
          <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>
        </header>
        <div className="page-scroll min-h-0 flex-1" tabIndex={-1}>{children}</div>
      </div>
      {aside}
    </div>
  );
}

export function Section({ title, count, aside, children }: { title: ReactNode; count?: number; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="mb-9">
      <div className="mb-2.5 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">
          {title} {count !== undefined && <span className="numbers font-normal text-ink-2">{count}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
