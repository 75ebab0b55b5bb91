// Where a passage stands, and the words of it that were quoted.
export function placeOf({ title, path }: { title: string; path: string }): string {
  const steps = path.split(/\s*›\s*/).filter((step) => step && step !== title);
  return [title, ...steps].filter(Boolean).join(" › ");
}

/** A passage with the quoted words marked. */
export function Quoted({ passage, quote }: { passage: string; quote: string }) {
  const at = quote ? passage.indexOf(quote) : -1;
  if (at < 0) return passage;
  return (
    <>
      {passage.slice(0, at)}
      <mark className="rounded-[3px] bg-agent-tint px-0.5 text-ink">{quote}</mark>
      {passage.slice(at + quote.length)}
    </>
  );
}
