// One brand color becomes a button fill, the text on it, a link color and a bubble tint that can be read. Pure.
import { contrast, luminance, mix, parseHex, type Rgb } from "@deskbell/shared/contrast";

export interface Brand {
  fill: string;
  onFill: string;
  link: string;
  tint: string;
}

export const HOUSE_COLOR = "#0b6e69";

const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [20, 24, 31];
const PANELS = {
  light: { surface: WHITE, paper: [251, 250, 248] as Rgb, pointedAt: [246, 246, 246] as Rgb, tint: 0.11, step: -0.005 },
  dark: { surface: [22, 26, 33] as Rgb, paper: [14, 17, 22] as Rgb, pointedAt: [34, 38, 44] as Rgb, tint: 0.34, step: 0.005 },
};

/** A color that is not `#rgb` or `#rrggbb` is the house color: a typo must not make the chat unreadable. */
export function brandOf(color: string, scheme: "light" | "dark"): Brand {
  const given = parseHex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color : HOUSE_COLOR);
  const panel = PANELS[scheme];
  const fill = nearest(given, panel.step, (shade) => contrast(shade, panel.surface) >= 3 && contrast(shade, textOn(shade)) >= 4.5);
  const grounds = [panel.surface, panel.paper, panel.pointedAt];
  const link = nearest(given, panel.step, (shade) => grounds.every((ground) => contrast(shade, ground) >= 4.6));
  return { fill: hex(fill), onFill: hex(textOn(fill)), link: hex(link), tint: hex(mix(given, panel.surface, panel.tint)) };
}

function textOn(shade: Rgb): Rgb {
  return contrast(shade, WHITE) >= 4.5 || luminance(shade) < 0.18 ? WHITE : INK;
}

/** The first shade on the way to black (light panel) or white (dark panel) that passes; the hue stays. */
function nearest(given: Rgb, step: number, passes: (shade: Rgb) => boolean): Rgb {
  const [hue, saturation, lightness] = toHsl(given);
  for (let level = lightness; level >= 0 && level <= 1; level += step) {
    const shade = level === lightness ? given : fromHsl(hue, calmed(saturation, level - lightness), level);
    if (passes(shade)) return shade;
  }
  return step < 0 ? INK : WHITE;
}

/** A color that is made lighter glows unless it gives up some saturation. */
function calmed(saturation: number, lighter: number): number {
  return saturation * (1 - Math.min(0.5, Math.max(0, 1.8 * lighter)));
}

function toHsl(color: Rgb): [number, number, number] {
  const [red, green, blue] = color.map((channel) => channel / 255) as [number, number, number];
  const high = Math.max(red, green, blue);
  const spread = high - Math.min(red, green, blue);
  const lightness = high - spread / 2;
  if (!spread) return [0, 0, lightness];
  const sector =
    high === red ? ((green - blue) / spread + 6) % 6 : high === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  return [sector * 60, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12;
    const amplitude = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

function hex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
