import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

import { IconButton } from "./button.tsx";

/** Beside the page on a desk, over it on a phone. Esc closes. */
export function Drawer({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <Radix.Root open onOpenChange={(now) => !now && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="late-appear fixed inset-0 z-40 bg-black/25" style={{ animationDelay: "0ms" }} />
        <Radix.Content aria-describedby={undefined} className="appear fixed inset-y-0 right-0 z-50 flex w-[min(560px,100vw)] flex-col border-l border-line bg-raised shadow-float max-md:top-10 max-md:w-full max-md:rounded-t-panel">
          <header className="flex h-14 shrink-0 items-center justify-between border-b border-line pr-3 pl-6">
            <Radix.Title className="text-title font-semibold">{title}</Radix.Title>
            <Radix.Close asChild><IconButton label="Close"><X size={16} aria-hidden /></IconButton></Radix.Close>
          </header>
          <div className="page-scroll min-h-0 flex-1 px-6 pt-4 pb-10 max-md:px-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
