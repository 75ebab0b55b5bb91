/* global process, URL, console, crypto */
// A stand-in for the desk while the panel is being made: same routes, scripted answers, everything in memory.
// `npm run build && npm run dev`, then open http://localhost:4600/
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { closedUntilMonday, SETTINGS } from "./clinic.mjs";
import { Thread } from "./thread.mjs";

const PORT = Number(process.env.PORT ?? 4600);
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const site = fileURLToPath(new URL("../../../src/deskbell/sample_site/", import.meta.url));
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";
const LINE = `<script async src="http://localhost:${PORT}/widget.js" data-deskbell="wk_demo"></script>`;
const threads = new Map();

createServer((request, response) => {
  const url = new URL(request.url, "http://mock");
  route(request, url, response).catch((error) => answer(response, 500, { code: "broken", message: String(error) }));
}).listen(PORT, () => console.log(`mock desk on http://localhost:${PORT}/`));

async function route(request, url, response) {
  const path = url.pathname;
  if (path.startsWith("/api/widget/")) return api(request, url, response);
  if (path.startsWith("/mock/")) {
    const thread = [...threads.values()].at(-1);
    thread.member(path.slice(6), url.searchParams.get("text"));
    return answer(response, 200, thread.snapshot());
  }
  if (path === "/widget.js") return file(response, join(dist, "widget.js"));
  if (path.startsWith("/widget/")) return file(response, join(dist, "panel/index.html"), { "Content-Security-Policy": CSP });
  if (path.startsWith("/widget-assets/")) return file(response, join(dist, "panel", normalize(path.slice(15))));
  return file(response, join(site, normalize(path.endsWith("/") ? `${path}index.html` : path)));
}

async function api(request, url, response) {
  const path = url.pathname.split("/").slice(4).join("/");
  const body = request.method === "GET" ? {} : await bodyOf(request);
  if (path === "settings") return answer(response, 200, { ...SETTINGS, availability: closedUntilMonday() });
  if (path === "visitors") {
    const token = crypto.randomUUID();
    threads.set(token, new Thread());
    return answer(response, 200, { token, visitor_id: crypto.randomUUID() });
  }
  const thread = threads.get((request.headers.authorization ?? "").slice(7));
  if (!thread) return answer(response, 401, { code: "sign_in_needed", message: "This chat has ended." });
  if (path === "conversation") return answer(response, 200, thread.snapshot());
  if (path === "stream") return stream(request, response, thread, Number(url.searchParams.get("after")));
  if (path === "messages") {
    const message = thread.says(body.key, body.text);
    return answer(response, 200, { message, conversation: thread.conversation });
  }
  if (path === "handoff") thread.collect();
  else if (path === "form") thread.fill(body.values, body.just_connect_me);
  else if (path === "contact") thread.change({ contact_known: true });
  else if (path === "conversations") Object.assign(thread, { conversation: null, messages: [] });
  else return answer(response, 204);
  return answer(response, 200, { conversation: thread.conversation });
}

function stream(request, response, thread, after) {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  const send = (event, payload, id) => response.write(`${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
  response.write(": hello\n\n");
  for (const message of thread.messages.slice(after)) send("message", { conversation: thread.conversation, message }, message.seq);
  thread.listeners.add(send);
  request.on("close", () => thread.listeners.delete(send));
}

function answer(response, status, body) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(body && JSON.stringify(body));
}

function file(response, path, headers = {}) {
  try {
    const bytes = readFileSync(path);
    response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "text/plain", ...headers });
    response.end(extname(path) === ".html" ? bytes.toString().replace("<!-- deskbell -->", LINE) : bytes);
  } catch {
    answer(response, 404, { code: "not_found", message: "There is no such page." });
  }
}

async function bodyOf(request) {
  let text = "";
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : {};
}
