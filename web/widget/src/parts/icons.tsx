// The outline set of the product, one stroke weight; plus the agent's glyph, which is ours.
import * as paths from "virtual:icon-paths";

interface IconParts {
  size?: number;
  class?: string;
}

const icon = (path: string) => (parts: IconParts) => (
  <svg
    class={parts.class}
    width={parts.size ?? 20}
    height={parts.size ?? 20}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
);

export const ArrowRight = icon(paths.ArrowRight);
export const ArrowUp = icon(paths.ArrowUp);
export const ArrowUpRight = icon(paths.ArrowUpRight);
export const Check = icon(paths.Check);
export const ChevronDown = icon(paths.ChevronDown);
export const ChevronRight = icon(paths.ChevronRight);
export const CircleAlert = icon(paths.CircleAlert);
export const Clock = icon(paths.Clock);
export const ConciergeBell = icon(paths.ConciergeBell);
export const FileText = icon(paths.FileText);
export const Phone = icon(paths.Phone);
export const RotateCw = icon(paths.RotateCw);
export const ThumbsDown = icon(paths.ThumbsDown);
export const ThumbsUp = icon(paths.ThumbsUp);
export const UserRound = icon(paths.UserRound);
export const WifiOff = icon(paths.WifiOff);
export const X = icon(paths.X);

/** A squircle with a quotation mark: the agent quotes. People are circles. */
export function AgentGlyph({ size = 20 }: { size?: number }) {
  return (
    <svg class="agent-glyph" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path class="agent-glyph-ground" d="M10 0c7.6 0 10 2.4 10 10s-2.4 10-10 10S0 17.6 0 10 2.4 0 10 0Z" />
      <path
        class="agent-glyph-mark"
        d="M8.9 6.2c-2.3.8-3.7 2.6-3.7 5 0 1.7.9 2.8 2.2 2.8 1.2 0 2-.8 2-1.9 0-1-.8-1.8-1.8-1.8h-.4c.1-1 .9-2 2.1-2.6Zm6 0c-2.3.8-3.7 2.6-3.7 5 0 1.7.9 2.8 2.2 2.8 1.2 0 2-.8 2-1.9 0-1-.8-1.8-1.8-1.8h-.4c.1-1 .9-2 2.1-2.6Z"
      />
    </svg>
  );
}
