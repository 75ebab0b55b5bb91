// The promise about weight: the loader under 2 kB, the whole panel under 30 kB, both gzipped.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const weight = (path) => gzipSync(readFileSync(new URL(path, dist)), { level: 9 }).length;

const loader = weight("widget.js");
const parts = readdirSync(new URL("panel/", dist)).filter((name) => !name.endsWith(".map"));
// English is inside; a visitor loads at most one other language, so the heaviest counts.
const isLanguage = (name) => /^[a-z]{2}-/.test(name);
const sum = (names) => names.reduce((total, name) => total + weight(`panel/${name}`), 0);
const panel = sum(parts.filter((name) => !isLanguage(name))) + Math.max(0, ...parts.filter(isLanguage).map((name) => weight(`panel/${name}`)));

for (const name of parts) console.log(`  panel/${name} ${weight(`panel/${name}`)} B`);
console.log(`loader ${loader} B of 2048, panel ${panel} B of 30720 (gzip)`);
if (loader > 2_048 || panel > 30_720) {
  console.error("The widget is heavier than promised.");
  process.exit(1);
}
