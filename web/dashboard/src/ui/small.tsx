import { Check, Copy } from "lucide-react";
import { useState, type ReactNode } from "react";

import { Button } from "./button.tsx";
import { cx } from "./cx.ts";

export function Key({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd className={cx("inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-tiny border border-current/35 px-1 font-sans text-micro font-medium max-md:hidden", className)}>
      {children}
    </kbd>
  );
}

export function Chip({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span className={cx("inline-flex h-[22px] max-w-full items-center gap-1.5 truncate rounded-control border border-line-strong px-1.5 text-meta text-ink-2", className)}>
      {children}
    </span>
  );
}

interface CopyButtonProps {
  text: () => string;
  children?: ReactNode;
  done?: string;
  look?: "plain" | "quiet";
  icon?: ReactNode;
}

export function CopyButton({ text, children = "Copy", done = "Copied", look = "plain", icon }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), 2500);
  };
  return (
    <Button look={look} onClick={() => void copy()} icon={copied ? <Check size={16} className="text-green" aria-hidden /> : (icon ?? <Copy size={16} aria-hidden />)}>
      <span aria-live="polite">{copied ? done : children}</span>
    </Button>
  );
}

/** The clipboard API needs a secure page; a workspace on plain http in a local network copies by a selection. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

export function Progress({ share, label }: { share: number | null; label: string }) {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      className="block h-1 w-full overflow-hidden rounded-full bg-chosen"
    >
      <span className={cx("block h-full rounded-full bg-teal transition-[width] duration-300", share === null && "skeleton bg-teal!")} style={{ width: share === null ? "45%" : `${share * 100}%` }} />
    </span>
  );
}
