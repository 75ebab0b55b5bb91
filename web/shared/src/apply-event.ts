// applyEvent(state, event) is what the server's truth would be after the event: pure, exhaustive, safe to repeat.
import type { ConversationEvent, MemberEvent } from "./events.ts";
import { mergeRead, VIEWS, withRow, withThread, type Counts, type LiveState, type Thread, type ThreadSnapshot } from "./live-state.ts";
import { belongs } from "./views.ts";
import type { Conversation, Handoff, Message } from "./wire.ts";

export function applyEvent(state: LiveState, heard: MemberEvent): LiveState {
  if (heard.position <= state.position) return state;
  return { ...applied(state, heard), position: heard.position };
}

function applied(state: LiveState, { event, position }: MemberEvent): LiveState {
  if ("conversation" in event && event.conversation.is_check) return state; // of a set-up check: in no view, and nobody is rung for
  switch (event.type) {
    case "conversation.started":
    case "conversation.message_posted":
    case "conversation.handed_off":
    case "conversation.taken_over":
    case "conversation.handed_back":
    case "conversation.resolved":
    case "conversation.reopened":
    case "conversation.emergency_raised":
    case "conversation.emergency_acknowledged":
    case "conversation.fields_collected":
    case "conversation.note_added":
    case "conversation.answer_rated":
      return intoThread(intoRow(state, event, position), event, position);
    case "conversation.read":
      return event.member_id === state.member_id
        ? { ...state, read: mergeRead(state.read, { [event.conversation_id]: event.seq }) }
        : state;
    // The pages of these read them anew; the inbox has nothing to change.
    case "alarm.changed":
    case "workspace.changed":
    case "member.joined":
    case "member.changed":
    case "member.removed":
    case "invitation.sent":
    case "invitation.renewal_asked":
    case "invitation.changed":
    case "agent.created":
    case "agent.changed":
    case "rule.changed":
    case "action.changed":
    case "saved_replies.changed":
    case "source.added":
    case "source.changed":
    case "source.removed":
    case "question_tests.changed":
    case "question_tests.run_changed":
    case "setup_check.changed":
      return state;
    default:
      return unheardOf(event, state);
  }
}

/** A type error as soon as the server learns an event that is not handled above; ignored by an older browser. */
function unheardOf(_event: never, state: LiveState): LiveState {
  return state;
}

function intoRow(state: LiveState, event: ConversationEvent, position: number): LiveState {
  if (!("conversation" in event)) return state;
  if (position <= (state.row_positions[event.conversation_id] ?? -1)) return state;
  const moved = withRow(state, event.conversation, position);
  if (position <= state.counts_position) return moved;
  const before = state.rows[event.conversation_id];
  const isKnown = before !== undefined || event.type === "conversation.started";
  if (!isKnown) return { ...moved, counts_stale: true };
  return { ...moved, counts: recounted(state, before, event.conversation), counts_position: position };
}

function recounted(state: LiveState, before: Conversation | undefined, after: Conversation): Counts {
  const counts = { ...state.counts };
  for (const view of VIEWS) {
    const was = before ? belongs(before, view, state.member_id) : false;
    counts[view] += Number(belongs(after, view, state.member_id)) - Number(was);
  }
  return counts;
}

function intoThread(state: LiveState, event: ConversationEvent, position: number): LiveState {
  const thread = state.threads[event.conversation_id];
  if (!thread || position <= thread.position) return state;
  const moved = { ...changed(thread, event), position };
  return { ...state, threads: { ...state.threads, [event.conversation_id]: moved } };
}

/** A thread as it was read, with what was heard of it while it was on its way: a message that came meanwhile is not lost. */
export function withLoadedThread(state: LiveState, snapshot: ThreadSnapshot, lately: readonly MemberEvent[]): LiveState {
  return lately.reduce((known, { event, position }) => {
    const isMissed = position > snapshot.position && "conversation_id" in event && event.conversation_id === snapshot.conversation.id;
    return isMissed ? intoThread(known, event as ConversationEvent, position) : known;
  }, withThread(state, snapshot));
}

function changed(thread: Thread, event: ConversationEvent): Thread {
  switch (event.type) {
    case "conversation.note_added":
      return { ...thread, notes: thread.notes.some(({ id }) => id === event.note.id) ? thread.notes : [...thread.notes, event.note] };
    case "conversation.fields_collected":
      return { ...thread, fields: event.fields };
    case "conversation.answer_rated":
      return { ...thread, messages: thread.messages.map((message) => rated(message, event.message_id, event.rating)) };
    case "conversation.handed_off":
      return { ...thread, messages: withMessage(thread.messages, event.message), handoffs: withHandoff(thread.handoffs, event.handoff) };
    default:
      return "message" in event ? { ...thread, messages: withMessage(thread.messages, event.message) } : thread;
  }
}

function rated(message: Message, id: string, rating: Message["rating"]): Message {
  return message.id === id ? { ...message, rating } : message;
}

export function withMessage(messages: Message[], message: Message): Message[] {
  const last = messages.at(-1);
  if (!last || message.seq > last.seq) return [...messages, message];
  return [...messages.filter(({ seq }) => seq !== message.seq), message].sort((a, b) => a.seq - b.seq);
}

function withHandoff(handoffs: Handoff[], handoff: Handoff): Handoff[] {
  return handoffs.some(({ id }) => id === handoff.id) ? handoffs : [...handoffs, handoff];
}
