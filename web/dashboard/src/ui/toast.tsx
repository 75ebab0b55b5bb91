// What just happened, in one line at the bottom, with a way back where there is one.
import { X } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";

import { IconButton } from "./button.tsx";

interface Toast {
  id: number;
  text: string;
  undo?: { label: string; act: () => void };
  seconds: number;
}

let toasts: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(after: Toast[]): void {
  toasts = after;
  listeners.forEach((tell) => tell());
}

export function say(text: string, undo?: Toast["undo"]): void {
  change([...toasts.slice(-2), { id: nextId++, text, undo, seconds: undo ? 10 : 5 }]);
}

const hush = (id: number) => change(toasts.filter((toast) => toast.id !== id));

export function Toasts() {
  const shown = useSyncExternalStore((listener) => (listeners.add(listener), () => listeners.delete(listener)), () => toasts);
  return (
    <div role="status" aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-4 z-[60] flex flex-col items-center gap-2 px-4 max-md:bottom-20">
      {shown.map((toast) => <ToastLine key={toast.id} toast={toast} />)}
    </div>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => hush(toast.id), toast.seconds * 1000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className="appear pointer-events-auto flex max-w-[520px] items-center gap-3 rounded-card bg-ink py-1.5 pr-1.5 pl-4 text-on-ink shadow-float">
      <span className="py-1">{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          className="rounded-control px-2.5 py-1 font-semibold underline underline-offset-3 hover:bg-on-ink/15"
          onClick={() => {
            hush(toast.id);
            toast.undo?.act();
          }}
        >
          {toast.undo.label}
        </button>
      )}
      <IconButton label="Dismiss" className="text-on-ink/75 hover:bg-on-ink/15 hover:text-on-ink" onClick={() => hush(toast.id)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
