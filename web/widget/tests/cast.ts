// The people and things of the tests: a conversation, its messages, a server that can be told to fail.
import { type VisitorConversation, type VisitorMessage } from "../src/wire";

export function conversation(change: Partial<VisitorConversation> = {}): VisitorConversation {
  return { id: "c1", state: "agent", person: null, form: null, emergency: null, last_seq: 0, contact_known: false, place_in_line: null, usual_wait_minutes: null, ...change };
}

export function message(seq: number, change: Partial<VisitorMessage> = {}): VisitorMessage {
  return {
    id: `m${seq}`,
    seq,
    key: null,
    author: "agent",
    person_name: null,
    kind: "text",
    text: `message ${seq}`,
    at: "2026-11-22T19:00:00Z",
    sources: [],
    form: null,
    card: null,
    rating: null,
    ...change,
  };
}

export const HERE = { kind: "here" as const, opens_at: null, sentence: "Somebody is here." };
export const CARD = { heading: "Call now.", sentence: "Do not wait.", numbers: [], footnote: "", after: "" };
