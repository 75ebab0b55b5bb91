// Before there is anything to show: the shape of what comes, or why it does not.
import { useEffect, useState } from "preact/hooks";
import { type Problem } from "../live/problem";
import { X } from "../parts/icons";
import { useSpeech } from "../words/words";

const PATIENCE_MS = 300;

export function Loading() {
  const { words } = useSpeech();
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main class="panel" aria-busy="true" aria-label={words.loading}>
      {shown && (
        <div aria-hidden="true">
          <div class="header">
            <span class="bone bone-mark" />
            <span class="bone bone-name" />
          </div>
          <div class="greeting">
            <span class="bone bone-heading" />
            <span class="bone bone-heading bone-short" />
            <span class="bone" />
            <span class="bone bone-short" />
          </div>
        </div>
      )}
    </main>
  );
}

export function CannotLoad({ problem, retry, close }: { problem: Problem; retry: () => void; close: (() => void) | null }) {
  const { words } = useSpeech();
  const unknown = problem.status === 404 || problem.status === 403;
  return (
    <main class="panel">
      {close && (
        <div class="header header-bare">
          <button class="icon-button" type="button" aria-label={words.close} onClick={close}>
            <X size={20} />
          </button>
        </div>
      )}
      <div class="cannot-load" role="alert">
        <h1>{unknown ? words.notSetUp : words.cannotLoad}</h1>
        <p>{unknown ? words.notSetUpRest : words.cannotLoadRest}</p>
        {!unknown && (
          <button class="button" type="button" onClick={retry}>
            {words.tryAgain}
          </button>
        )}
      </div>
    </main>
  );
}
