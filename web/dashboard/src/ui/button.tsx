import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

import { cx } from "./cx.ts";

type Look = "primary" | "plain" | "quiet" | "danger" | "bare";

const looks: Record<Look, string> = {
  primary: "bg-teal text-on-teal hover:bg-teal-hover",
  plain: "border border-line-strong bg-surface text-ink hover:bg-hover",
  quiet: "text-ink-2 hover:text-ink hover:bg-hover",
  danger: "bg-red-fill text-on-red hover:brightness-95",
  bare: "text-ink-2 hover:text-ink",
};

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  busy?: boolean;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = "plain", busy = false, icon, children, className, disabled, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      className={cx(
        "inline-flex h-8 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-control px-3 font-medium",
        "transition-colors duration-(--fast) disabled:cursor-default disabled:opacity-50",
        looks[look],
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors hover:bg-hover hover:text-ink",
        "disabled:opacity-50 max-md:size-11",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
