// Every event a member's browser may hear, in the past tense. `applyEvent` must have a case for each.
import type { Conversation, FieldValue, Handoff, MemberRow, Message, Note, SourceRow } from "./wire.ts";

interface OfConversation<Type extends string> {
  type: Type;
  at: string;
  conversation_id: string;
  conversation: Conversation;
}

interface WithMessage<Type extends string> extends OfConversation<Type> {
  message: Message;
}

export type ConversationEvent =
  | OfConversation<"conversation.started">
  | WithMessage<"conversation.message_posted">
  | (WithMessage<"conversation.handed_off"> & { handoff: Handoff })
  | (WithMessage<"conversation.taken_over"> & { taken_from: string | null })
  | WithMessage<"conversation.handed_back">
  | WithMessage<"conversation.resolved">
  | WithMessage<"conversation.reopened">
  | WithMessage<"conversation.emergency_raised">
  | OfConversation<"conversation.emergency_acknowledged">
  | (OfConversation<"conversation.fields_collected"> & { fields: FieldValue[] })
  | { type: "conversation.note_added"; at: string; conversation_id: string; note: Note }
  | { type: "conversation.read"; at: string; conversation_id: string; member_id: string; seq: number }
  | {
      type: "conversation.answer_rated";
      at: string;
      conversation_id: string;
      message_id: string;
      rating: "up" | "down" | null;
    };

export type WorkspaceEvent =
  | { type: "workspace.changed"; at: string }
  | { type: "member.joined"; at: string; member: MemberRow }
  | { type: "member.changed"; at: string; member: MemberRow }
  | { type: "member.removed"; at: string; member_id: string }
  | { type: "invitation.sent"; at: string; invitation_id: string }
  | { type: "invitation.changed"; at: string; invitation_id: string }
  | { type: "agent.changed"; at: string; agent_id: string }
  | { type: "rule.changed"; at: string; agent_id: string }
  | { type: "action.changed"; at: string; agent_id: string }
  | { type: "source.added"; at: string; source: SourceRow }
  | { type: "source.changed"; at: string; source: SourceRow }
  | { type: "source.removed"; at: string; source_id: string; agent_id: string };

export type DeskEvent = ConversationEvent | WorkspaceEvent;

export interface MemberEvent {
  position: number;
  event: DeskEvent;
}

/** Never logged and never resumed: gone with the connection. */
export type Ephemeral =
  | { type: "typing"; conversation_id: string; who: string; member_id: string | null }
  | { type: "draft"; conversation_id: string; turn_id: string; text: string }
  | { type: "draft_withdrawn"; conversation_id: string; turn_id: string }
  | { type: "presence"; conversation_id: string; viewers: { member_id: string; name: string }[] };
