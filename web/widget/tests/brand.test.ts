import { contrast, parseHex } from "@deskbell/shared/contrast";
import { describe, expect, test } from "vitest";
import { brandOf, HOUSE_COLOR } from "../src/brand";

const ratio = (first: string, second: string) => contrast(parseHex(first), parseHex(second));
const COLORS = ["#0b6e69", "#6d2454", "#f4c430", "#ffffff", "#000000", "#808080", "#ff0000", "#00ff00", "#0000ff", "#e91e63", "#fafad2"];
const SURFACES = { light: ["#ffffff", "#fbfaf8", "#f6f6f6"], dark: ["#161a21", "#0e1116", "#22262c"] } as const;

describe.each(["light", "dark"] as const)("on a %s panel", (scheme) => {
  test.each(COLORS)("%s becomes colors that can be seen and read", (color) => {
    const brand = brandOf(color, scheme);
    expect(ratio(brand.fill, SURFACES[scheme][0])).toBeGreaterThanOrEqual(3);
    expect(ratio(brand.fill, brand.onFill)).toBeGreaterThanOrEqual(4.5);
    for (const surface of SURFACES[scheme]) expect(ratio(brand.link, surface)).toBeGreaterThanOrEqual(4.6);
    expect(ratio(brand.tint, scheme === "light" ? "#14181f" : "#e8eaed")).toBeGreaterThanOrEqual(4.5);
  });
});

test("a color that already works stays exactly as the customer gave it", () => {
  expect(brandOf("#0b6e69", "light")).toEqual({ fill: "#0b6e69", onFill: "#ffffff", link: "#0b6e69", tint: "#e4efef" });
});

test("a pale color is darkened and carries ink", () => {
  expect(brandOf("#f4c430", "light").onFill).toBe("#14181f");
});

test("a color that cannot be read falls back to the house color", () => {
  expect(brandOf("teal; } body { display: none", "light")).toEqual(brandOf(HOUSE_COLOR, "light"));
});
