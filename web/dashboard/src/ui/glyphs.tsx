// The product's own signs. A circle is a person, the violet squircle with a quotation mark is the agent, the bell asks for a person.
import { ConciergeBell } from "lucide-react";

import { cx } from "./cx.ts";

export function AgentGlyph({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden className="shrink-0 text-agent-fill">
      <path fill="currentColor" d="M14 0c10.6 0 14 3.4 14 14s-3.4 14-14 14S0 24.6 0 14 3.4 0 14 0Z" />
      <path className="stroke-on-agent" d="M12.2 10.4 10.6 15.4M17.6 10.4 16 15.4" strokeWidth="2.3" strokeLinecap="round" fill="none" />
    </svg>
  );
}

export function AgentOutline({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden>
      <path d="M10 2.4c5.8 0 7.6 1.8 7.6 7.6s-1.8 7.6-7.6 7.6S2.4 15.8 2.4 10 4.2 2.4 10 2.4Z" />
      <path d="M8.6 7.6 7.7 10.6M12.3 7.6l-.9 3" />
    </svg>
  );
}

export function Bell({ size = 20, className }: { size?: number; className?: string }) {
  return <ConciergeBell size={size} strokeWidth={1.6} aria-hidden className={className} />;
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-title font-semibold tracking-tight">
      <Bell size={22} /> Deskbell
    </span>
  );
}

/** A workspace, by its initials. */
export function Monogram({ name }: { name: string }) {
  return <span aria-hidden className="inline-flex size-7 items-center justify-center rounded-[7px] bg-ink text-meta font-semibold tracking-tight text-on-ink">{initials(name)}</span>;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const letters = words.length > 0 ? words.slice(0, 2) : ["?"];
  return letters.map((word) => [...(word ?? "?")][0]).join("").toUpperCase();
}

function shade(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 997, 7) % 5;
}

interface FaceProps {
  name: string;
  size?: number;
  availability?: "available" | "away";
  outlined?: boolean;
}

/** A member is a filled circle; a visitor, in the thread only, an outlined one. */
export function Face({ name, size = 28, availability, outlined = false }: FaceProps) {
  return (
    <span className="relative inline-flex shrink-0" aria-hidden>
      <span
        style={{ width: size, height: size, fontSize: size < 24 ? 9 : Math.round(size * 0.38) }}
        className={cx(
          "inline-flex items-center justify-center rounded-full font-semibold tracking-tight",
          outlined ? "border border-line-strong bg-surface text-ink-2" : `face-${shade(name)}`,
        )}
      >
        {initials(name)}
      </span>
      {availability && (
        <span
          className={cx(
            "absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full ring-2 ring-paper",
            availability === "available" ? "bg-teal" : "border-2 border-ink-3 bg-paper",
          )}
        />
      )}
    </span>
  );
}
