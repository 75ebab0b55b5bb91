// What the panel knows, and how each piece of news changes it. Pure; the screen is drawn from this alone.
import { type Outgoing } from "../live/outbox";
import { type PolledEvents } from "../live/api";
import {
  type Availability,
  type Outcome,
  type Settings,
  type Snapshot,
  type StreamEvent,
  type VisitorConversation,
  type VisitorMessage,
} from "../wire";

export interface PanelState {
  settings: Settings | null;
  availability: Availability | null;
  conversation: VisitorConversation | null;
  /** Rising `seq`, no duplicates. */
  messages: VisitorMessage[];
  /** Everything up to this seq has come by the ordered feed; the stream resumes here. */
  cursor: number;
  /** The closed conversation the visitor has left: late news of it is ignored. */
  left: string | null;
  draft: { turn_id: string; text: string } | null;
  typing: string | null;
  /** Initials of everyone who has held this conversation while we watched. */
  faces: Record<string, string>;
  outbox: Outgoing[];
  link: "connecting" | "live" | "broken";
  online: boolean;
}

export const EMPTY: PanelState = {
  settings: null,
  availability: null,
  conversation: null,
  messages: [],
  cursor: 0,
  left: null,
  draft: null,
  typing: null,
  faces: {},
  outbox: [],
  link: "connecting",
  online: true,
};

export function withSettings(state: PanelState, settings: Settings): PanelState {
  return { ...state, settings, availability: state.availability ?? settings.availability };
}

export function withSnapshot(state: PanelState, snapshot: Snapshot): PanelState {
  const next = { ...state, availability: snapshot.availability };
  if (!snapshot.conversation) return next; // asked before the first message: an answer that is older than what we know
  if (snapshot.conversation.id === state.left) return next;
  const held = withConversation(next, snapshot.conversation);
  return { ...snapshot.messages.reduce(withMessage, held), cursor: Math.max(held.cursor, snapshot.last_seq) };
}

export function withEvent(state: PanelState, event: StreamEvent): PanelState {
  switch (event.type) {
    case "message": {
      if (event.conversation.id === state.left) return state;
      const next = withMessage(withConversation(state, event.conversation), event.message);
      return { ...next, cursor: Math.max(next.cursor, event.message.seq) };
    }
    case "conversation": {
      const next = { ...state, availability: event.availability ?? state.availability };
      return event.conversation ? withConversation(next, event.conversation) : next;
    }
    case "draft":
      return state.conversation?.state === "agent" ? { ...state, draft: { turn_id: event.turn_id, text: event.text } } : state;
    case "draft_withdrawn":
      return state.draft?.turn_id === event.turn_id ? { ...state, draft: null } : state;
    case "typing":
      return { ...state, typing: event.who };
    case "resume":
      return state;
    default:
      return state; // a newer server may say more than this page understands
  }
}

export function withPolled(state: PanelState, polled: PolledEvents): PanelState {
  const held = polled.conversation ? withConversation(state, polled.conversation) : state;
  if (held.conversation?.id !== polled.conversation?.id) return state;
  return { ...polled.messages.reduce(withMessage, held), cursor: Math.max(held.cursor, polled.last_seq) };
}

/** The answer to a write. It may overtake the feed, so the cursor stays where it is. */
export function withOutcome(state: PanelState, outcome: Outcome): PanelState {
  if (!outcome.conversation) return state;
  const held = withConversation(state, outcome.conversation);
  return outcome.message && held.conversation?.id === outcome.conversation.id ? withMessage(held, outcome.message) : held;
}

export function withNewStart(state: PanelState): PanelState {
  const left = state.conversation?.id ?? state.left;
  return { ...state, conversation: null, messages: [], cursor: 0, draft: null, typing: null, left };
}

export function withRating(state: PanelState, id: string, rating: "up" | "down" | null): PanelState {
  return { ...state, messages: state.messages.map((message) => (message.id === id ? { ...message, rating } : message)) };
}

/** The newer of the two wins: answers to writes and the stream may cross. */
function withConversation(state: PanelState, conversation: VisitorConversation): PanelState {
  const known = state.conversation;
  if (conversation.id === state.left) return state;
  if (known && known.id === conversation.id && known.last_seq > conversation.last_seq) return state;
  const fresh = known?.id === conversation.id ? state : { ...state, messages: [], cursor: 0, draft: null };
  const person = conversation.person;
  const faces = person ? { ...fresh.faces, [person.name]: person.initials } : fresh.faces;
  return { ...fresh, conversation, faces, draft: conversation.state === "agent" ? fresh.draft : null };
}

function withMessage(state: PanelState, message: VisitorMessage): PanelState {
  const others = state.messages.filter((other) => other.seq !== message.seq);
  const place = others.findLastIndex((other) => other.seq < message.seq) + 1;
  const fromDesk = message.author !== "visitor";
  return {
    ...state,
    messages: [...others.slice(0, place), message, ...others.slice(place)],
    draft: fromDesk ? null : state.draft,
    typing: fromDesk ? null : state.typing,
  };
}
