// From the state to the rows of the transcript. Pure.
import { type Outgoing } from "../live/outbox";
import { type VisitorMessage } from "../wire";
import { type PanelState } from "./state";

export type Delivery = "sent" | "sending" | "waiting" | "failed" | "refused";

export type Row =
  | { type: "visitor"; id: string; text: string; at: string; delivery: Delivery; reason: string | null; last: boolean }
  | { type: "agent"; id: string; message: VisitorMessage; lead: boolean }
  | { type: "person"; id: string; message: VisitorMessage; lead: boolean; last: boolean }
  | { type: "line"; id: string; message: VisitorMessage }
  | { type: "waiting"; id: string }
  | { type: "emergency"; id: string; message: VisitorMessage; active: boolean };

export function rowsOf(state: PanelState): Row[] {
  const { messages } = state;
  const rows = messages.flatMap((message, index) => rowsOfMessage(state, message, messages[index - 1], messages[index + 1]));
  const pending = pendingOf(state);
  const last = rows.at(-1);
  if (last?.type === "visitor" && pending.length > 0) last.last = false;
  return [...rows, ...pending.map((outgoing, index) => pendingRow(state, outgoing, index === pending.length - 1))];
}

/** Sent here, not yet seen in the thread. */
export function pendingOf(state: PanelState): Outgoing[] {
  const arrived = new Set(state.messages.map((message) => message.key));
  return state.outbox.filter((outgoing) => outgoing.kind === "message" && !arrived.has(outgoing.key));
}

export function isAskingForPerson(state: PanelState): boolean {
  return state.outbox.some((outgoing) => outgoing.kind === "handoff" && outgoing.state !== "refused");
}

/** The visitor's words are with the agent, and it has not answered yet. */
export function isLookingUp(state: PanelState): boolean {
  const last = state.messages.at(-1);
  return !state.draft && !state.conversation?.form && state.conversation?.state === "agent" && last?.author === "visitor";
}

function rowsOfMessage(
  state: PanelState,
  message: VisitorMessage,
  before: VisitorMessage | undefined,
  after: VisitorMessage | undefined,
): Row[] {
  const id = message.id;
  const lead = !together(before, message);
  const last = !together(message, after);
  if (message.kind === "emergency" && message.card) {
    const active = state.conversation?.emergency !== null && message === lastOf(state.messages, ["emergency"]);
    return [{ type: "emergency", id, message, active }];
  }
  switch (message.author) {
    case "visitor":
      return [{ type: "visitor", id: message.key ?? id, text: message.text, at: message.at, delivery: "sent", reason: null, last }];
    case "agent":
      return [{ type: "agent", id, message, lead }];
    case "person":
      return [{ type: "person", id, message, lead, last }];
    case "desk": {
      const row: Row = message.kind === "handed_off" && message.text ? farewellOf(message, before) : { type: "line", id, message };
      return waitsHere(state, message) ? [row, { type: "waiting", id: "waiting" }] : [row];
    }
  }
}

/** The agent's last words say why. When somebody will be there stands in the card, in the visitor's own time. */
function farewellOf(message: VisitorMessage, before: VisitorMessage | undefined): Row {
  const why = /^.+?[.!?。؟](?=\s|$)/.exec(message.text)?.[0] ?? message.text;
  return { type: "agent", id: message.id, message: { ...message, text: why }, lead: before?.author !== "agent" };
}

function waitsHere(state: PanelState, message: VisitorMessage): boolean {
  const waiting = state.conversation?.state === "waiting" && state.conversation.emergency === null;
  return waiting && message === lastOf(state.messages, ["handed_off", "reopened", "emergency"]);
}

function lastOf(messages: VisitorMessage[], kinds: VisitorMessage["kind"][]): VisitorMessage | undefined {
  return messages.findLast((message) => kinds.includes(message.kind));
}

const TOGETHER_MS = 5 * 60_000;

/** Two messages of one author within a few minutes share a name and a time. */
function together(first: VisitorMessage | undefined, second: VisitorMessage | undefined): boolean {
  if (!first || !second || first.author !== second.author || first.person_name !== second.person_name) return false;
  if (first.kind === "answer" || second.kind === "answer") return false;
  return new Date(second.at).getTime() - new Date(first.at).getTime() < TOGETHER_MS;
}

function pendingRow(state: PanelState, outgoing: Outgoing, last: boolean): Row {
  const { key, text, at, reason } = outgoing;
  const delivery = outgoing.state === "queued" ? (state.online ? "sending" : "waiting") : outgoing.state;
  return { type: "visitor", id: key, text, at: new Date(at).toISOString(), delivery, reason, last };
}
