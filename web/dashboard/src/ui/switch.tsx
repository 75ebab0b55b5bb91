import { cx } from "./cx.ts";

interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, on, disabled, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      disabled={disabled}
      onClick={() => onChange(!on)}
      className={cx(
        "relative h-[18px] w-8 shrink-0 rounded-full border transition-colors duration-(--fast) disabled:opacity-50",
        on ? "border-teal bg-teal" : "border-control bg-sunken",
      )}
    >
      <span
        className={cx(
          "absolute top-px left-px size-3.5 rounded-full transition-transform duration-(--fast)",
          on ? "translate-x-3.5 bg-on-teal" : "bg-control",
        )}
      />
    </button>
  );
}
