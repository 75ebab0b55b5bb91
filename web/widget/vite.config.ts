// The panel: the page inside the iframe. Its loader is built by vite.loader.config.ts.
import { defineConfig } from "vite";
import { iconPaths } from "./scripts/icon-paths.mjs";

/** A language has nothing to preload; the helper for it would weigh more than a language. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre" as const,
  load: (id: string) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

export default defineConfig({
  root: "panel",
  base: "/widget-assets/",
  plugins: [plainImports, iconPaths()],
  oxc: { jsx: { importSource: "preact", runtime: "automatic" } },
  build: {
    outDir: "../dist/panel",
    emptyOutDir: true,
    assetsDir: "",
    target: "es2022",
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    modulePreload: false,
    assetsInlineLimit: 0,
  },
  test: { root: ".", include: ["tests/**/*.test.{ts,tsx}"] },
});
