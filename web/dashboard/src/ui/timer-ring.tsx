import { cx } from "./cx.ts";
import { duration } from "./times.ts";

/** Fills toward the reply target and turns solid once late. */
export function TimerRing({ since, now, targetMs }: { since: string; now: number; targetMs: number }) {
  const waited = Math.max(0, now - Date.parse(since));
  const share = Math.min(1, waited / targetMs);
  const isLate = waited > targetMs;
  return (
    <span className="numbers inline-flex items-center gap-1.5 text-small font-semibold whitespace-nowrap text-brass">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
        {isLate ? (
          <>
            <circle cx="7" cy="7" r="6.5" className="fill-brass-fill" />
            <path d="M7 3.6V7l1.9 1.5" className="stroke-on-brass" strokeWidth="1.4" fill="none" strokeLinecap="round" />
          </>
        ) : (
          <g fill="none" strokeWidth="2.2">
            <circle cx="7" cy="7" r="5.3" className="stroke-chosen" />
            <circle cx="7" cy="7" r="5.3" className="stroke-brass-fill" pathLength="100" strokeDasharray={`${share * 100} 100`} transform="rotate(-90 7 7)" />
          </g>
        )}
      </svg>
      <span className="sr-only">{isLate ? "late, waiting" : "waiting"}</span>
      <span className={cx(isLate && "font-semibold")}>{duration(waited)}</span>
    </span>
  );
}
