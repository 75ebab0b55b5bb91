import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

import { cx } from "./cx.ts";

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  side?: "top" | "right" | "bottom";
  align?: "start" | "end";
  startsOpen?: boolean;
}

export function Menu({ trigger, children, side, align = "start", startsOpen = false }: MenuProps) {
  return (
    <DropdownMenu.Root defaultOpen={startsOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side={side ?? "bottom"}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="appear z-50 max-w-[320px] min-w-[200px] rounded-card border border-line bg-raised p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const row = "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1.5 outline-none select-none data-highlighted:bg-chosen data-disabled:opacity-50";

interface ChoiceProps {
  onSelect: () => void;
  chosen?: boolean;
  danger?: boolean;
  icon?: ReactNode;
  children: ReactNode;
}

export function MenuChoice({ onSelect, chosen, danger, icon, children }: ChoiceProps) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={cx(row, danger && "text-red")}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {chosen && <Check size={16} className="text-teal" aria-label="chosen" />}
    </DropdownMenu.Item>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 py-1.5 text-meta text-ink-3">{children}</DropdownMenu.Label>;
}
