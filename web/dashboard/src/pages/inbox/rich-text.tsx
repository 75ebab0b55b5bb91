// What people and the agent write, typeset: paragraphs, lists, bold, links, [1] references. Never HTML from outside.
import { Fragment, type ReactNode } from "react";

const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+/;

export function RichText({ text, onReference }: { text: string; onReference?: (number: number) => void }) {
  const blocks = text.trim().split(/\n{2,}/);
  return (
    <div className="flex flex-col gap-2" dir="auto">
      {blocks.map((block, index) => <Block key={index} block={block} onReference={onReference} />)}
    </div>
  );
}

/** A visitor's words stand as they were typed: only addresses become links. */
export function PlainText({ text }: { text: string }) {
  return <p className="whitespace-pre-wrap" dir="auto">{text.split(ADDRESS).map((piece, index) => (index % 2 ? <Address key={index} href={piece} /> : piece))}</p>;
}

function Address({ href }: { href: string }) {
  return <a href={href} target="_blank" rel="noreferrer noopener" className="quiet-link">{href}</a>;
}

function Block({ block, onReference }: { block: string; onReference?: (number: number) => void }) {
  const lines = block.split("\n");
  if (lines.length > 0 && lines.every((line) => BULLET.test(line))) {
    const isNumbered = /^\s*\d/.test(lines[0]!);
    const rows = lines.map((line, index) => <li key={index}>{inline(line.replace(BULLET, ""), onReference)}</li>);
    return isNumbered ? <ol className="list-decimal pl-5">{rows}</ol> : <ul className="list-disc pl-5">{rows}</ul>;
  }
  return (
    <p className="whitespace-pre-wrap">
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && "\n"}
          {inline(line.replace(/^#{1,4}\s+/, ""), onReference)}
        </Fragment>
      ))}
    </p>
  );
}

const ADDRESS = /(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/g;
const PIECE = /(\*\*[^*]+\*\*|https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?]|\[\d{1,2}\])/g;

function inline(text: string, onReference?: (number: number) => void): ReactNode[] {
  return text.split(PIECE).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece.startsWith("**")) return <strong key={index}>{piece.slice(2, -2)}</strong>;
    if (piece.startsWith("http")) return <Address key={index} href={piece} />;
    const number = Number(piece.slice(1, -1));
    if (!onReference) return piece;
    return (
      <button key={index} type="button" onClick={() => onReference(number)} aria-label={`Source ${number}`} className="mx-0.5 inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-tiny bg-agent-tint px-1 align-[1px] text-micro font-semibold text-agent">
        {number}
      </button>
    );
  });
}
