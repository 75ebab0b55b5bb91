// The loader: one classic script with a name that never changes, because customers paste it into their pages.
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    rollupOptions: {
      input: "src/loader/loader.ts",
      output: { format: "iife", entryFileNames: "widget.js" },
    },
  },
});
