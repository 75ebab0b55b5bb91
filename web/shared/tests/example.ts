// Rows and messages for tests: whole values with a few words changed.
import type { Conversation, Message } from "../src/wire.ts";

export function row(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: "c1",
    agent_id: "a1",
    visitor_id: "v1",
    visitor_name: "Vera",
    is_test: false, is_check: false,
    state: "agent",
    epoch: 1,
    segment: 1,
    priority: "normal",
    reason: null,
    label: null,
    rule_id: null,
    holder_id: null,
    holder_name: null,
    since: "2026-01-05T10:00:00Z",
    waiting_since: null,
    contact_known: false,
    form: null,
    last_seq: 1,
    last_visitor_seq: 1,
    last_message: null,
    emergency: null,
    page: null,
    created_at: "2026-01-05T10:00:00Z",
    updated_at: "2026-01-05T10:00:00Z",
    ...changes,
  };
}

export function message(changes: Partial<Message> = {}): Message {
  return {
    id: "m1",
    conversation_id: "c1",
    seq: 1,
    key: "k1",
    author: "visitor",
    member_id: null,
    member_name: null,
    kind: "text",
    text: "Is anyone there?",
    at: "2026-01-05T10:00:00Z",
    segment: 1,
    reason: null,
    label: null,
    sources: [],
    confidence: null,
    turn_id: null,
    form: null,
    card: null,
    disposition: null,
    rating: null,
    ...changes,
  };
}
