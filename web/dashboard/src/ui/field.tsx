import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { ChevronDown, CircleAlert } from "lucide-react";

import { cx } from "./cx.ts";

const box =
  "w-full rounded-control border border-control bg-surface px-3 text-ink transition-colors hover:border-control focus-visible:border-teal focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-red";

interface LabelledProps {
  label: string;
  hint?: ReactNode;
  problem?: string | null;
  aside?: ReactNode;
  hideLabel?: boolean;
}

function Labelled({ id, label, hint, problem, aside, hideLabel, children }: LabelledProps & { id: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className={cx("flex items-baseline justify-between gap-3", hideLabel && "sr-only")}>
        <label htmlFor={id} className="font-medium">{label}</label>
        {aside && <span className="numbers text-small text-ink-2">{aside}</span>}
      </div>
      {children}
      {problem && (
        <p id={`${id}-problem`} className="flex items-start gap-1.5 text-small text-ink">
          <CircleAlert size={14} className="mt-0.5 shrink-0 text-red" aria-hidden /> {problem}
        </p>
      )}
      {hint && !problem && <p id={`${id}-hint`} className="text-small text-ink-2">{hint}</p>}
    </div>
  );
}

function described(id: string, { hint, problem }: Pick<LabelledProps, "hint" | "problem">) {
  return { "aria-invalid": problem ? true : undefined, "aria-describedby": problem ? `${id}-problem` : hint ? `${id}-hint` : undefined };
}

type TextFieldProps = LabelledProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export function TextField({ label, hint, problem, aside, hideLabel, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, problem, aside, hideLabel }}>
      <input id={id} className={cx(box, "h-9", className)} {...described(id, { hint, problem })} {...rest} />
    </Labelled>
  );
}

type TextAreaProps = LabelledProps & TextareaHTMLAttributes<HTMLTextAreaElement>;

export function TextArea({ label, hint, problem, aside, hideLabel, className, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, problem, aside, hideLabel }}>
      <textarea id={id} className={cx(box, "py-2.5 leading-[22px]", className)} {...described(id, { hint, problem })} {...rest} />
    </Labelled>
  );
}

type SelectProps = LabelledProps & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly (readonly [value: string, label: string])[] };

export function Select({ label, hint, problem, aside, hideLabel, options, className, ...rest }: SelectProps) {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, problem, aside, hideLabel }}>
      <span className="relative flex">
        <select id={id} className={cx(box, "h-9 appearance-none pr-9", className)} {...described(id, { hint, problem })} {...rest}>
          {options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
        </select>
        <ChevronDown size={16} className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-2" aria-hidden />
      </span>
    </Labelled>
  );
}
