// Sizes and borders are tests: a file stays small, a component smaller, and folders import downwards only.
import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const lines = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];
const downwards = (from, to) => ({ from: { element: { type: from } }, allow: to.map((type) => ({ to: { element: { type } } })) });

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", "shared/src/generated/**"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "max-lines": lines(250),
      "max-lines-per-function": ["error", { max: 150, skipBlankLines: true, skipComments: true }],
      complexity: ["error", { max: 22, variant: "modified" }],
      "max-params": ["error", 6],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-console": "error",
    },
  },
  { files: ["**/tests/**", "**/dev/**"], rules: { "max-lines": lines(400), "max-lines-per-function": "off", "no-console": "off" } },
  { files: ["**/scripts/**"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } } },
  {
    files: ["dashboard/src/**/*.{ts,tsx}"],
    plugins: { boundaries, "react-hooks": reactHooks },
    settings: {
      "boundaries/elements": [
        { type: "page", pattern: "dashboard/src/pages/*", capture: ["page"] },
        { type: "parts", pattern: "dashboard/src/parts" },
        { type: "frame", pattern: "dashboard/src/frame" },
        { type: "live", pattern: "dashboard/src/live" },
        { type: "ui", pattern: "dashboard/src/ui" },
        { type: "api", pattern: "dashboard/src/api" },
        { type: "app", pattern: "dashboard/src/*.{ts,tsx}", partialMatch: false },
      ],
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".js"] } },
    },
    rules: {
      ...reactHooks.configs["recommended-latest"]?.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "react-hooks/incompatible-library": "off",
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: [
            downwards("app", ["app", "page", "parts", "frame", "live", "ui", "api"]),
            downwards("page", ["parts", "frame", "live", "ui", "api"]),
            {
              from: { element: { type: "page" } },
              allow: [{ to: { element: { type: "page", captured: { page: "{{from.element.captured.page}}" } } } }],
            },
            downwards("parts", ["parts", "frame", "live", "ui", "api"]),
            downwards("frame", ["frame", "live", "ui", "api"]),
            downwards("live", ["live", "api", "ui"]),
            downwards("ui", ["ui"]),
            downwards("api", ["api"]),
          ],
        },
      ],
    },
  },
);
