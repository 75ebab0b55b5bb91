// Blocks → elements. Text reaches the page as text nodes only.
import { type ComponentChildren } from "preact";
import { type Citation } from "../wire";
import { type Block, type Inline, toBlocks } from "./blocks";

export function Typeset({ text, sources = [] }: { text: string; sources?: readonly Citation[] }) {
  const listed = sources.flatMap((source) => source.url ?? []);
  return (
    <div class="typeset" dir="auto">
      {toBlocks(text, listed).map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { block: Block }) {
  switch (block.type) {
    case "heading":
      return <p class="typeset-heading">{inlines(block.inlines)}</p>;
    case "paragraph":
      return <p>{block.lines.flatMap((line, index) => (index ? [<br key={`b${index}`} />, inlines(line)] : [inlines(line)]))}</p>;
    case "list": {
      const rows = block.rows.map((row, index) => <li key={index}>{inlines(row)}</li>);
      return block.ordered ? <ol start={block.start}>{rows}</ol> : <ul>{rows}</ul>;
    }
    case "table":
      return (
        <div class="typeset-scroll">
          <table>
            {block.head && (
              <thead>
                <tr>{block.head.map((cell, index) => <th key={index} scope="col">{inlines(cell)}</th>)}</tr>
              </thead>
            )}
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>{row.map((cell, column) => <td key={column}>{inlines(cell)}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function inlines(parts: Inline[]): ComponentChildren {
  return parts.map((part, index) => {
    switch (part.type) {
      case "bold":
        return <strong key={index}>{part.text}</strong>;
      case "link":
        return (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        );
      case "reference":
        return <sup key={index}>{part.number}</sup>;
      case "text":
        return part.text;
    }
  });
}
