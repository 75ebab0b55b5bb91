// Types flow from Python to TypeScript: `deskbell openapi` prints the schema, this writes src/generated/api.ts.
// With --check nothing is written and a stale file fails.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const target = fileURLToPath(new URL("../src/generated/api.ts", import.meta.url));
const inVenv = fileURLToPath(new URL("../../../.venv/bin/deskbell", import.meta.url));
const command = process.env.DESKBELL ?? (existsSync(inVenv) ? inVenv : "deskbell");

const schema = JSON.parse(execFileSync(command, ["openapi"], { encoding: "utf8", maxBuffer: 64 << 20 }));
const banner = "// Generated from the server's OpenAPI by `npm run generate:types`. Not edited by hand.\n";
const types = banner + astToString(await openapiTS(schema, { defaultNonNullable: true }));

if (!process.argv.includes("--check")) {
  writeFileSync(target, types);
} else if (!existsSync(target) || readFileSync(target, "utf8") !== types) {
  console.error("web/shared/src/generated/api.ts is stale. Run `npm run generate:types`.");
  process.exit(1);
}
