import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { contrast, mix, parseHex, type Rgb } from "../src/contrast.ts";

type Theme = "light" | "dark";

const css = readFileSync(new URL("../src/tokens.css", import.meta.url), "utf8");

function written(token: string, theme: Theme): string {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`There is no token --${token}`);
  const pair = /^light-dark\(((?:[^(),]|\([^)]*\))+),\s*((?:[^(),]|\([^)]*\))+)\)$/.exec(value.trim());
  if (!pair) return value.trim();
  return (theme === "light" ? pair[1] : pair[2])!.trim();
}

/** A see-through color is what it looks like over the surface behind it. */
function color(token: string, theme: Theme, behind?: Rgb): Rgb {
  const value = written(token, theme);
  if (value.startsWith("#")) return parseHex(value);
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(value);
  if (!parts || !behind) throw new Error(`--${token} (${value}) cannot be read here`);
  return mix([Number(parts[1]), Number(parts[2]), Number(parts[3])], behind, Number(parts[4]));
}

const texts = ["ink", "ink-2", "ink-3", "teal", "brass", "red", "agent", "green"];
const grounds = ["paper", "surface", "raised", "sunken"];
const pairs: [string, string][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string] => [text, ground])),
  ["on-teal", "teal"],
  ["on-teal", "teal-hover"],
  ["on-brass", "brass-fill"],
  ["on-red", "red-fill"],
  ["on-red", "emergency-fill"],
  ["on-agent", "agent-fill"],
  ["on-ink", "ink"],
  ["ink", "teal-tint"],
  ["ink-2", "teal-tint"],
  ["teal", "teal-tint"],
  ["ink", "brass-tint"],
  ["ink-2", "brass-tint"],
  ["brass", "brass-tint"],
  ["ink", "red-tint"],
  ["ink-2", "red-tint"],
  ["red", "red-tint"],
  ["agent", "agent-tint"],
];

describe.each<Theme>(["light", "dark"])("the %s palette", (theme) => {
  test.each(pairs)("%s can be read on %s", (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["ink", "ink-2", "ink-3", "teal", "brass", "agent"])("%s can be read on a chosen row", (text) => {
    const row = color("chosen", theme, color("paper", theme));
    expect(contrast(color(text, theme), row)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)("a control's border shows on %s", (ground) => {
    expect(contrast(color("control-line", theme), color(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test("focus shows on every ground", () => {
    const rings = grounds.map((ground) => contrast(color("teal", theme), color(ground, theme)));
    expect(Math.min(...rings)).toBeGreaterThanOrEqual(3);
  });
});

test("black on white is 21 to 1", () => {
  expect(contrast(parseHex("#000"), parseHex("#ffffff"))).toBeCloseTo(21);
});
