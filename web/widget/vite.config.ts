// The panel: the page inside the iframe. Its loader is built by vite.loader.config.ts.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { iconPaths } from "./scripts/icon-paths.mjs";

/** A language has nothing to preload; the helper for it would weigh more than a language. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre" as const,
  load: (id: string) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

/** The palette is shared with the dashboard; the panel carries only the colors that it uses. */
const ownTokens = {
  name: "own-tokens",
  enforce: "pre" as const,
  transform(code: string, id: string) {
    if (!id.endsWith("/panel.css")) return null;
    const tokens = readFileSync(fileURLToPath(new URL("../shared/src/tokens.css", import.meta.url)), "utf8");
    const used = (name: string) => (code + tokens).includes(`var(${name})`);
    const kept = tokens.replace(/^ *(--[\w-]+):[^;]+;\n/gm, (line, name: string) => (used(name) ? line : ""));
    return code.replace('@import "@deskbell/shared/tokens.css";', kept);
  },
};

export default defineConfig({
  root: "panel",
  base: "/widget-assets/",
  plugins: [ownTokens, plainImports, iconPaths()],
  // Classic calls weigh less than the automatic runtime, which would come on top of what Preact has anyway.
  oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment", development: false }, jsxInject: 'import { Fragment, h } from "preact";' },
  build: {
    outDir: "../dist/panel",
    emptyOutDir: true,
    assetsDir: "",
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: 0,
  },
  test: { root: ".", include: ["tests/**/*.test.{ts,tsx}"] },
});
