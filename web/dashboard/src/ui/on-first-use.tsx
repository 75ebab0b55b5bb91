// A menu whose code is fetched when it is first opened: the frame paints without it.
import { Suspense, useState, type ButtonHTMLAttributes, type ReactNode, type Ref } from "react";

interface OnFirstUseProps {
  /** Draws the trigger; before the first use it gets nothing but `onClick`. */
  trigger: (props: ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> }) => ReactNode;
  children: (trigger: ReactNode) => ReactNode;
}

export function OnFirstUse({ trigger, children }: OnFirstUseProps) {
  const [isWanted, setWanted] = useState(false);
  if (!isWanted) return trigger({ onClick: () => setWanted(true), "aria-haspopup": "menu", "aria-expanded": false });
  return <Suspense fallback={trigger({})}>{children(trigger({}))}</Suspense>;
}
