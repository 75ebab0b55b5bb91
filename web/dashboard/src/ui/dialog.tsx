import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

import { IconButton } from "./button.tsx";
import { cx } from "./cx.ts";

interface DialogProps {
  open: boolean;
  title: string;
  description?: ReactNode;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ open, title, description, wide = false, onClose, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="late-appear fixed inset-0 z-40 bg-black/35" style={{ animationDelay: "0ms" }} />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cx(
            "appear page-scroll fixed z-50 max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] rounded-card border border-line bg-raised p-5 shadow-float",
            "top-1/2 left-1/2 -translate-x-1/2 -translate-y-1/2",
            wide ? "max-w-[640px]" : "max-w-[440px]",
          )}
        >
          <div className="mb-3 flex items-start justify-between gap-4">
            <Radix.Title className="text-title font-semibold">{title}</Radix.Title>
            <Radix.Close asChild><IconButton label="Close" className="-mt-1.5 -mr-2"><X size={16} aria-hidden /></IconButton></Radix.Close>
          </div>
          {description && <Radix.Description className="mb-4 text-ink-2">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}
