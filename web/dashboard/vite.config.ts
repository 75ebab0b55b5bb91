import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { mockServer } from "./dev/mock-server.ts";

// DESKBELL_URL=http://127.0.0.1:8000 develops against a real server; without it a small mock answers.
const real = process.env.DESKBELL_URL;

export default defineConfig({
  plugins: [react(), tailwindcss(), ...(real ? [] : [mockServer()])],
  build: { target: "baseline-widely-available", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    port: 5199,
    ...(real ? { proxy: { "/api": real, "/widget": real, "/widget.js": real } } : {}),
  },
  test: { environment: "jsdom", include: ["tests/**/*.test.{ts,tsx}"] },
});
