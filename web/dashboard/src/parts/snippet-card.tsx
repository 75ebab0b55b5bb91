import { brandOf, HOUSE_COLOR } from "@deskbell/widget/brand";

import type { Agent } from "../api/shapes.ts";
import { CopyButton } from "../ui/small.tsx";

type Shown = Pick<Agent, "widget_key" | "brand_color">;

/** A color of the customer's own stands in the line, so that the launcher has it before it has asked the server. */
export function snippetOf({ widget_key, brand_color }: Shown): string {
  const color = brand_color.toLowerCase() === HOUSE_COLOR ? "" : ` data-color="${brandOf(brand_color, "light").fill}"`;
  return `<script async src="${window.location.origin}/widget.js" data-deskbell="${widget_key}"${color}></script>`;
}

export function SnippetCard({ agent }: { agent: Agent }) {
  return (
    <section className="mt-9 border-t border-line pt-6">
      <h2 className="text-title font-semibold">Put it on your site</h2>
      <p className="mt-0.5 text-ink-2">Paste this line before the end of the page’s body. Nothing else is needed, and nothing comes from third parties.</p>
      <div className="mt-4 flex items-start gap-3 rounded-card border border-line bg-sunken py-3 pr-3 pl-4">
        <code className="min-w-0 flex-1 py-1.5 font-mono text-small break-all">{snippetOf(agent)}</code>
        <CopyButton text={() => snippetOf(agent)}>Copy</CopyButton>
      </div>
    </section>
  );
}
