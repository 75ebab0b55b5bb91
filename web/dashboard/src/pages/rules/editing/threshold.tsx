import { useId } from "react";

/** Below the threshold the agent hands off; at or above it, it answers. */
export function Threshold({ value, onChange }: { agentId: string; value: number; onChange: (value: number) => void }) {
  const id = useId();
  const set = (text: string) => onChange(Math.min(1, Math.max(0, Number(text) || 0)));
  return (
    <div>
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="font-medium">Hand off below</label>
        <input type="number" min={0} max={1} step={0.01} value={value} onChange={(event) => set(event.target.value)} aria-label="Threshold" className="numbers h-8 w-[76px] rounded-control border border-control bg-surface text-center" />
      </div>
      <input id={id} type="range" min={0} max={1} step={0.01} value={value} onChange={(event) => set(event.target.value)} className="threshold mt-3 w-full" style={{ background: `linear-gradient(to right, var(--brass-fill) ${value * 100}%, var(--agent-fill) ${value * 100}%)` }} />
      <div className="mt-1.5 flex justify-between text-small text-ink-2"><span>0 · always answers</span><span>1 · only exact matches</span></div>
    </div>
  );
}
