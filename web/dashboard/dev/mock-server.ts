// A stand-in for the server while there is none: `npm run dev` without DESKBELL_URL. Not part of any build.
import type { DeskEvent, MemberEvent } from "@deskbell/shared/events";
import type { Conversation, Message } from "@deskbell/shared/wire";
import { VIEWS, type View } from "@deskbell/shared/live-state";
import { belongs, byActivity, byNeed } from "@deskbell/shared/views";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";

import * as clinic from "./clinic.ts";
import { pageAnswers } from "./mock-pages.ts";

const log: MemberEvent[] = [];
const streams = new Set<ServerResponse>();
const read: Record<string, number> = Object.fromEntries(clinic.rows.map((row) => [row.id, clinic.unreadIds.has(row.id) ? 0 : row.last_visitor_seq]));
let signedIn = true;

function record(event: DeskEvent): void {
  const entry = { position: log.length + 1, event };
  log.push(entry);
  for (const stream of streams) stream.write(`id: ${entry.position}\nevent: event\ndata: ${JSON.stringify(entry)}\n\n`);
}

function page(query: URLSearchParams) {
  const view = (query.get("view") ?? "needs_person") as View;
  const limit = Number(query.get("limit") ?? 50);
  const start = Number(query.get("cursor") ?? 0);
  const fits = clinic.rows.filter((row) => belongs(row, view, clinic.me.id)).sort(view === "needs_person" ? byNeed : byActivity);
  const counts = Object.fromEntries(VIEWS.map((name) => [name, clinic.rows.filter((row) => belongs(row, name, clinic.me.id)).length]));
  const next = start + limit < fits.length ? String(start + limit) : null;
  return { conversations: fits.slice(start, start + limit), next_cursor: next, counts, read, position: log.length };
}

function change(row: Conversation, changes: Partial<Conversation>): Conversation {
  Object.assign(row, changes, { epoch: row.epoch + 1, updated_at: new Date().toISOString() });
  return { ...row };
}

function post(row: Conversation, changes: Partial<Message>): Message {
  const thread = clinic.threadOf(row);
  const message = clinic.say(row, thread.messages.length + 1, { at: new Date().toISOString(), ...changes });
  thread.messages.push(message);
  row.last_seq = message.seq;
  if (message.author === "visitor") row.last_visitor_seq = message.seq;
  if (message.author !== "desk") row.last_message = { author: message.author, kind: message.kind, text: message.text, at: message.at };
  return message;
}

function line(row: Conversation, type: "taken_over" | "handed_back" | "resolved" | "reopened", changes: Partial<Conversation>): Conversation {
  const message = post(row, { author: "desk", kind: type, member_id: clinic.me.id, member_name: clinic.me.name, text: type });
  const conversation = change(row, changes);
  const common = { at: message.at, conversation_id: row.id, conversation, message };
  record(type === "taken_over" ? { type: "conversation.taken_over", taken_from: null, ...common } : { type: `conversation.${type}`, ...common } as DeskEvent);
  return conversation;
}

const held = { state: "member", holder_id: clinic.me.id, holder_name: clinic.me.name, waiting_since: null } as const;

/** Conversation commands; the two other people of the sheets make the conflicts. */
function command(row: Conversation, method: string, verb: string, body: Record<string, string>): unknown {
  switch (`${method} ${verb}`) {
    case "POST takeover":
      if (row.state === "member" && row.holder_id !== clinic.me.id && body.from_member_id !== row.holder_id) return conflict("held_by_colleague", { holder_id: row.holder_id, holder_name: row.holder_name });
      return line(row, "taken_over", held);
    case "DELETE takeover":
      return line(row, "handed_back", { state: "agent", holder_id: null, holder_name: null, waiting_since: null });
    case "POST resolution":
      return line(row, "resolved", { state: "resolved", holder_id: null, holder_name: null, waiting_since: null });
    case "DELETE resolution":
      return line(row, "reopened", held);
    case "POST messages": {
      if (body.text?.includes("offline")) return { status: 503, body: { code: "unavailable", message: "The server is restarting. Try again in a moment." } };
      if (row.state === "member" && row.holder_id !== clinic.me.id) return conflict("held_by_colleague", { holder_id: row.holder_id, holder_name: row.holder_name });
      if (row.state !== "member") line(row, "taken_over", held);
      const message = post(row, { author: "member", member_id: clinic.me.id, member_name: clinic.me.name, text: body.text, key: body.key });
      const conversation = change(row, {});
      record({ type: "conversation.message_posted", at: message.at, conversation_id: row.id, conversation, message });
      return { message, conversation };
    }
    case "POST notes": {
      const note = { id: body.key!, conversation_id: row.id, key: body.key!, member_id: clinic.me.id, member_name: clinic.me.name, text: body.text!, at: new Date().toISOString(), after_seq: row.last_seq };
      clinic.threadOf(row).notes.push(note);
      record({ type: "conversation.note_added", at: note.at, conversation_id: row.id, note });
      return note;
    }
    case "POST acknowledgement": {
      const conversation = change(row, { emergency: { ...row.emergency!, acknowledged_by: clinic.me.name, acknowledged_at: new Date().toISOString() } });
      record({ type: "conversation.emergency_acknowledged", at: conversation.updated_at, conversation_id: row.id, conversation });
      return conversation;
    }
    case "PUT read":
      read[row.id] = Number(body.seq);
      return null;
    default:
      return verb.startsWith("fields/") ? correct(row, decodeURIComponent(verb.slice(7)), body.value!) : null;
  }
}

function correct(row: Conversation, key: string, value: string) {
  const thread = clinic.threadOf(row);
  thread.fields = thread.fields.map((field) => (field.key === key ? { ...field, value, verified: true, edited_by: "Priya" } : field));
  return { fields: thread.fields };
}

const conflict = (code: string, detail: object) => ({ status: 409, body: { code, message: "Somebody was quicker.", detail } });

function answer(method: string, url: URL, body: Record<string, string>): unknown {
  const [, name, id, ...rest] = url.pathname.split("/").filter(Boolean);
  if (name === "session" && method !== "PUT") signedIn = method === "POST";
  if (!signedIn && name === "me") return { status: 401, body: { code: "sign_in_needed", message: "Sign in first." } };
  if (name === "inbox") return page(url.searchParams);
  if (name === "conversations") {
    const row = clinic.rows.find((known) => known.id === id);
    if (!row) return { status: 404, body: { code: "not_found", message: "There is no such conversation." } };
    if (method === "GET") return { ...clinic.threadOf(row), conversation: row, read_seq: read[row.id] ?? 0, position: log.length };
    return command(row, method, rest.join("/"), body);
  }
  return pageAnswers(method, url.pathname, body);
}

function openStream(response: ServerResponse, after: number): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(": hello\n\n");
  for (const entry of log.slice(after)) response.write(`id: ${entry.position}\nevent: event\ndata: ${JSON.stringify(entry)}\n\n`);
  streams.add(response);
  response.on("close", () => streams.delete(response));
}

async function readBody(request: IncomingMessage): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text.startsWith("{") ? (JSON.parse(text) as Record<string, string>) : {};
}

export function mockServer(): Plugin {
  return {
    name: "mock-server",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? "/", "http://mock");
        if (!url.pathname.startsWith("/api/")) return next();
        if (url.pathname === "/api/stream") return openStream(response, Number(url.searchParams.get("after")));
        void readBody(request).then((body) => {
          const said = answer(request.method ?? "GET", url, body) as { status?: number; body?: unknown } | null;
          const status = said === null ? 204 : typeof said?.status === "number" ? said.status : 200;
          response.writeHead(status, { "Content-Type": "application/json" });
          response.end(said === null ? "" : JSON.stringify(status === 200 ? said : said.body));
        });
      });
    },
  };
}
