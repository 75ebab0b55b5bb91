import type { Disposition } from "@deskbell/shared/wire";
import { useState, type FormEvent } from "react";

import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import { DISPOSITIONS } from "./dispositions.ts";

/** An emergency ends with a word on what came of it. Nothing is chosen beforehand: it is said, not clicked away. */
export default function DispositionDialog({ visitor, onEnd, onClose }: { visitor: string; onEnd: (disposition: Disposition) => void; onClose: () => void }) {
  const [chosen, setChosen] = useState<Disposition | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) onEnd(chosen);
  };
  return (
    <Dialog open title="What came of this emergency?" description={`It stays with the conversation of ${visitor} and in the audit log. The visitor does not see it.`} onClose={onClose}>
      <form onSubmit={submit}>
        <div role="radiogroup" aria-label="What came of it" className="flex flex-col gap-2">
          {DISPOSITIONS.map(([disposition, words, about], index) => (
            <label key={disposition} className={cx("flex cursor-pointer items-start gap-3 rounded-card border px-3.5 py-2.5", chosen === disposition ? "border-teal bg-chosen" : "border-line-strong hover:bg-hover")}>
              <input type="radio" name="disposition" className="mt-1 accent-teal" autoFocus={index === 0} checked={chosen === disposition} onChange={() => setChosen(disposition)} />
              <span><span className="block font-medium">{words}</span><span className="block text-small text-ink-2">{about}</span></span>
            </label>
          ))}
        </div>
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Keep it open</Button>
          <Button type="submit" look="primary" disabled={!chosen}>Close the emergency</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
