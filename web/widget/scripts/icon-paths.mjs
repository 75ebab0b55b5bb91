// Only the lines of the icons we draw, taken from the lucide package at build time: its components weigh more than the lines.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = {
  ArrowRight: "arrow-right",
  ArrowUp: "arrow-up",
  ArrowUpRight: "arrow-up-right",
  Check: "check",
  ChevronDown: "chevron-down",
  ChevronRight: "chevron-right",
  CircleAlert: "circle-alert",
  Clock: "clock",
  ConciergeBell: "concierge-bell",
  FileText: "file-text",
  Phone: "phone",
  RotateCw: "rotate-cw",
  ThumbsDown: "thumbs-down",
  ThumbsUp: "thumbs-up",
  UserRound: "user-round",
  WifiOff: "wifi-off",
  X: "x",
};
const VIRTUAL = "virtual:icon-paths";

export function iconPaths() {
  return {
    name: "icon-paths",
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load: (id) => (id === `\0${VIRTUAL}` ? moduleOf() : null),
  };
}

async function moduleOf() {
  const folder = join(dirname(createRequire(import.meta.url).resolve("lucide-preact")), "../esm/icons");
  const lines = Object.entries(NAMES).map(async ([name, file]) => {
    const { __iconData } = await import(pathToFileURL(join(folder, `${file}.mjs`)).href);
    return `export const ${name} = ${JSON.stringify(__iconData.node.map(lineOf).join(""))};`;
  });
  return `/*! Icons: Lucide, ISC license */\n${(await Promise.all(lines)).join("\n")}`;
}

/** A relative start would otherwise begin where the previous shape ended. */
function lineOf([tag, shape]) {
  if (tag === "path") return shape.d.startsWith("m") ? `M0 0${shape.d}` : shape.d;
  if (tag === "line") return `M${shape.x1} ${shape.y1}L${shape.x2} ${shape.y2}`;
  if (tag === "circle") return `M${shape.cx - shape.r} ${shape.cy}a${shape.r} ${shape.r} 0 1 0 ${2 * shape.r} 0a${shape.r} ${shape.r} 0 1 0 ${-2 * shape.r} 0`;
  throw new Error(`an icon has a shape that is not drawn yet: ${tag}`);
}
