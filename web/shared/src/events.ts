// Every event a member's browser may hear, in the past tense. `applyEvent` must have a case for each.
import type { Schemas } from "./wire.ts";

export type MemberEvent = Schemas["MemberEvent"];
export type DeskEvent = MemberEvent["event"];
export type ConversationEvent = Extract<DeskEvent, { conversation_id: string }>;
export type WorkspaceEvent = Exclude<DeskEvent, ConversationEvent>;

/** Never logged and never resumed: gone with the connection. */
export type Ephemeral = Schemas["EphemeralForMember"]["ephemeral"];
