// Plain text with a little markdown → blocks to typeset. Pure: what is not understood stays text, and nothing becomes HTML.

export type Inline =
  | { type: "text"; text: string }
  | { type: "bold"; text: string }
  | { type: "link"; text: string; href: string }
  | { type: "reference"; number: number };

export type Block =
  | { type: "paragraph"; lines: Inline[][] }
  | { type: "heading"; inlines: Inline[] }
  | { type: "list"; ordered: boolean; start: number; rows: Inline[][] }
  | { type: "table"; head: Inline[][] | null; rows: Inline[][][] };

const BULLET = /^\s{0,6}[-*•]\s+(.*)$/;
const NUMBERED = /^\s{0,6}(\d{1,3})[.)]\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const TABLE_ROW = /^\s*\|(.+)\|\s*$/;
const TABLE_RULE = /^\s*\|(\s*:?-{2,}:?\s*\|)+\s*$/;

/** `listed`: the only addresses that may become links (those of the answer's sources). */
export function toBlocks(text: string, listed: readonly string[] = []): Block[] {
  const allowed = new Set(listed.map(webAddress).filter((address) => address !== null));
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  while (lines.length > 0) {
    const line = lines[0]!;
    if (!line.trim()) lines.shift();
    else blocks.push(takeBlock(lines, (part) => toInlines(part, allowed)));
  }
  return blocks;
}

type Read = (text: string) => Inline[];

function takeBlock(lines: string[], read: Read): Block {
  const line = lines[0]!;
  const heading = HEADING.exec(line);
  if (heading) {
    lines.shift();
    return { type: "heading", inlines: read(heading[1]!) };
  }
  if (TABLE_ROW.test(line)) return takeTable(lines, read);
  if (BULLET.test(line) || NUMBERED.test(line)) return takeList(lines, read);
  return takeParagraph(lines, read);
}

function takeTable(lines: string[], read: Read): Block {
  const rows = takeWhile(lines, (line) => TABLE_ROW.test(line));
  const cells = (row: string) => TABLE_ROW.exec(row)![1]!.split("|").map((cell) => read(cell.trim()));
  const hasHead = rows.length > 1 && TABLE_RULE.test(rows[1]!);
  const named = hasHead && /[^\s|]/.test(rows[0]!);
  return {
    type: "table",
    head: named ? cells(rows[0]!) : null,
    rows: (hasHead ? rows.slice(2) : rows).filter((row) => !TABLE_RULE.test(row)).map(cells),
  };
}

function takeList(lines: string[], read: Read): Block {
  const ordered = !BULLET.test(lines[0]!);
  const form = ordered ? NUMBERED : BULLET;
  const start = ordered ? Number(NUMBERED.exec(lines[0]!)![1]) : 1;
  const rows = takeWhile(lines, (line) => form.test(line));
  return { type: "list", ordered, start, rows: rows.map((row) => read(form.exec(row)!.at(-1)!)) };
}

function takeParagraph(lines: string[], read: Read): Block {
  const starts = [HEADING, TABLE_ROW, BULLET, NUMBERED];
  const first = lines.shift()!;
  const rest = takeWhile(lines, (line) => line.trim() !== "" && !starts.some((start) => start.test(line)));
  return { type: "paragraph", lines: [first, ...rest].map((line) => read(line.trim())) };
}

function takeWhile(lines: string[], belongs: (line: string) => boolean): string[] {
  const taken: string[] = [];
  while (lines.length > 0 && belongs(lines[0]!)) taken.push(lines.shift()!);
  return taken;
}

const INLINE =
  /\*\*(?<bold>[^*\n]{1,1000})\*\*|__(?<under>[^_\n]{1,1000})__|(?<image>!?)\[(?<label>[^[\]\n]{1,300})\]\((?<target>[^)\s]{0,2000})[^)\n]{0,300}\)|\[(?<number>\d{1,2})\]|(?<bare>https?:\/\/[^\s<>"']+)|`(?<code>[^`\n]+)`/g;

function toInlines(text: string, allowed: ReadonlySet<string>): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) inlines.push({ type: "text", text: text.slice(from, match.index) });
    inlines.push(...inlineOf(match.groups!, allowed));
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ type: "text", text: text.slice(from) });
  return inlines;
}

function inlineOf(found: Record<string, string | undefined>, allowed: ReadonlySet<string>): Inline[] {
  if (found.number) return [{ type: "reference", number: Number(found.number) }];
  if (found.label) return [linkOrText(found.label, found.image ? "" : found.target!, allowed)];
  if (found.bare) {
    const address = found.bare.replace(/[.,;:!?)]+$/, "");
    const tail = found.bare.slice(address.length);
    return [linkOrText(address, address, allowed), ...(tail ? [{ type: "text", text: tail } as const] : [])];
  }
  const bold = found.bold ?? found.under;
  return [bold ? { type: "bold", text: bold } : { type: "text", text: found.code! }];
}

function linkOrText(label: string, target: string, allowed: ReadonlySet<string>): Inline {
  const href = webAddress(target);
  return href && allowed.has(href) ? { type: "link", text: label, href } : { type: "text", text: label };
}

/** The address in its one spelling, or null for everything that is not plain http(s). */
export function webAddress(address: string): string | null {
  try {
    const url = new URL(address);
    return (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}
