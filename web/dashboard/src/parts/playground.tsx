import { RotateCcw } from "lucide-react";
import { useState } from "react";

import type { Agent } from "../api/shapes.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Chip } from "../ui/small.tsx";

/** The real widget, as a visitor sees it. `isBare`: in a card of its own, without air around it. */
export function Playground({ agent, isChanged = false, isBare = false }: { agent: Agent; isChanged?: boolean; isBare?: boolean }) {
  const [round, setRound] = useState(0);
  return (
    <section aria-label="Playground" className="flex h-full flex-col bg-surface">
      <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line pr-3 pl-6">
        <h2 className="text-title font-semibold">Playground</h2>
        {isChanged && <Chip>answers with what is published</Chip>}
        <Button look="quiet" className="ml-auto max-lg:mr-20" icon={<RotateCcw size={16} aria-hidden />} onClick={() => setRound(round + 1)}>Start over</Button>
      </header>
      <div className={cx("flex min-h-0 flex-1 justify-center bg-paper", !isBare && "p-6 max-md:p-0")}>
        <iframe
          key={round}
          title={`${agent.name}, as a visitor sees it`}
          src={`/widget/${agent.widget_key}?preview=${round}`}
          className={cx("h-full w-full bg-surface", !isBare && "max-h-[720px] max-w-[420px] rounded-panel border border-line max-md:rounded-none max-md:border-0")}
        />
      </div>
    </section>
  );
}
