// What a page shows when it has nothing to show yet: loading, empty, broken, not allowed.
import { CloudOff, LockKeyhole, RotateCw } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "./button.tsx";
import { cx } from "./cx.ts";

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("skeleton block h-3.5", className)} />;
}

export function SkeletonRows({ rows = 6, className }: { rows?: number; className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={className}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex flex-col gap-2.5 border-b border-line px-5 py-4">
          <Skeleton className="w-2/5" />
          <Skeleton className="h-3 w-4/5 opacity-70" />
        </div>
      ))}
    </div>
  );
}

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="late-appear mx-auto flex max-w-[400px] flex-col items-center gap-2 px-6 py-14 text-center">
      {icon && <span className="mb-2 text-ink-3">{icon}</span>}
      <h2 className="text-title font-semibold">{title}</h2>
      {children && <div className="text-ink-2">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

export function Failed({ error, onRetry, what }: { error: unknown; onRetry: () => void; what: string }) {
  return (
    <div role="alert">
      <Empty
        icon={<CloudOff size={24} strokeWidth={1.5} aria-hidden />}
        title={`${what} could not be loaded`}
        action={<Button icon={<RotateCw size={16} aria-hidden />} onClick={onRetry}>Try again</Button>}
      >
        {error instanceof Error ? error.message : "Something went wrong on the way."}
      </Empty>
    </div>
  );
}

export function NotAllowed({ children }: { children: ReactNode }) {
  return (
    <Empty icon={<LockKeyhole size={24} strokeWidth={1.5} aria-hidden />} title="Only admins can change this">
      {children}
    </Empty>
  );
}
