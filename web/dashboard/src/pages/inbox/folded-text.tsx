// A visitor's very long message: how it begins and how it ends, with everything between one press away.
import { useId, useState } from "react";

import { PlainText } from "./rich-text.tsx";

const SHOWN_WHOLE = 1_800;
const BEGINNING = 900;
const ENDING = 450;

export function FoldedText({ text }: { text: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const id = useId();
  if (text.length <= SHOWN_WHOLE) return <PlainText text={text} />;
  const count = text.length.toLocaleString("en-US");
  return (
    <>
      <div id={id} className="flex flex-col gap-1">
        {isWhole ? (
          <PlainText text={text} />
        ) : (
          <>
            <PlainText text={`${upToASpace(text.slice(0, BEGINNING))} …`} />
            <PlainText text={`… ${fromASpace(text.slice(-ENDING))}`} />
          </>
        )}
      </div>
      <button type="button" className="quiet-link mt-1 text-small" aria-expanded={isWhole} aria-controls={id} onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? "Show less" : `Show all ${count} characters`}
      </button>
    </>
  );
}

function upToASpace(text: string): string {
  const end = text.search(/\s\S*$/);
  return end > BEGINNING / 2 ? text.slice(0, end) : text;
}

function fromASpace(text: string): string {
  const start = text.search(/\s/);
  return start >= 0 && start < ENDING / 2 ? text.slice(start + 1) : text;
}
