import type { SourceDetail } from "../../api/shapes.ts";

/** All that the agent knows from something, as it was cut. */
export function Passages({ passages }: { passages: SourceDetail["passages"] }) {
  return (
    <>
      <p className="mb-2 text-ink-2">Read as {passages.length} {passages.length === 1 ? "passage" : "passages"}. This is all the agent knows from it.</p>
      <ul>
        {passages.map((passage) => (
          <li key={passage.id} className="border-t border-line py-3.5">
            {passage.path && <h4 className="font-semibold" dir="auto">{passage.path}</h4>}
            <p className="mt-0.5 whitespace-pre-wrap text-ink-2" dir="auto">{passage.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
