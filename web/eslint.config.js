// Sizes and borders are tests: a file stays small, a component smaller, and folders import downwards only.
import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const lines = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", "shared/src/generated/**"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "max-lines": lines(250),
      "max-lines-per-function": ["error", { max: 150, skipBlankLines: true, skipComments: true }],
      complexity: ["error", { max: 14, variant: "modified" }],
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
        { type: "page", pattern: "dashboard/src/pages/*", mode: "folder", capture: ["page"] },
        { type: "frame", pattern: "dashboard/src/frame", mode: "folder" },
        { type: "live", pattern: "dashboard/src/live", mode: "folder" },
        { type: "ui", pattern: "dashboard/src/ui", mode: "folder" },
        { type: "api", pattern: "dashboard/src/api", mode: "folder" },
        { type: "app", pattern: "dashboard/src/*.{ts,tsx}", mode: "full" },
      ],
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".js"] } },
    },
    rules: {
      ...reactHooks.configs["recommended-latest"]?.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "boundaries/element-types": [
        "error",
        {
          default: "disallow",
          rules: [
            { from: "app", allow: ["app", "page", "frame", "live", "ui", "api"] },
            { from: "page", allow: [["page", { page: "${from.page}" }], "frame", "live", "ui", "api"] },
            { from: "frame", allow: ["frame", "live", "ui", "api"] },
            { from: "live", allow: ["live", "api", "ui"] },
            { from: "ui", allow: ["ui"] },
            { from: "api", allow: ["api"] },
          ],
        },
      ],
    },
  },
);
