// Types flow from Python to TypeScript: the server prints its schema, this writes src/generated/api.ts.
// With --check nothing is written and a stale file fails.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here("../src/generated/api.ts");
const inVenv = here("../../../.venv/bin/python");
const python = process.env.PYTHON ?? (existsSync(inVenv) ? inVenv : "python3");

const printed = execFileSync(python, [here("print_openapi.py")], { encoding: "utf8", maxBuffer: 64 << 20 });
const schema = withAnswersWhole(JSON.parse(printed, withoutProse));
const banner = "// Generated from the server's OpenAPI by `npm run generate:types`. Not edited by hand.\n\n";
const types = banner + astToString(await openapiTS(schema, { alphabetize: true }));

if (!process.argv.includes("--check")) {
  writeFileSync(target, types);
} else if (!existsSync(target) || readFileSync(target, "utf8") !== types) {
  console.error("web/shared/src/generated/api.ts is stale. Run `npm run generate:types`.");
  process.exit(1);
}

/** Sentences about a shape live in Python; a change of wording is no change of types. */
function withoutProse(key, value) {
  return (key === "description" || key === "title") && typeof value === "string" ? undefined : value;
}

/** The server writes defaults out, so what only answers carry has every field. Request bodies keep theirs optional. */
function withAnswersWhole(api) {
  const { schemas } = api.components;
  const sent = new Set();
  const visit = (node) => {
    if (typeof node !== "object" || node === null) return;
    if (typeof node.$ref === "string") {
      const name = node.$ref.split("/").at(-1);
      if (!sent.has(name)) {
        sent.add(name);
        visit(schemas[name]);
      }
    }
    Object.values(node).forEach(visit);
  };
  for (const operations of Object.values(api.paths)) for (const operation of Object.values(operations)) visit(operation.requestBody);
  for (const [name, shape] of Object.entries(schemas)) {
    if (!sent.has(name) && shape.properties) shape.required = Object.keys(shape.properties);
  }
  return api;
}
