// What a visitor's browser receives, by the names this code uses. Written in Python, generated into web/shared.
import { type Schemas } from "@deskbell/shared/wire";

export type { Citation, EmergencyCard, EmergencyNumber, Form, FormField, MessageKind } from "@deskbell/shared/wire";

export type Availability = Schemas["VisitorAvailability"];
export type Settings = Schemas["WidgetSettings"];
export type VisitorConversation = Schemas["VisitorConversation"];
export type VisitorMessage = Schemas["VisitorMessage"];
export type Snapshot = Schemas["Snapshot"];

/** The answer of a write; an absent message did not change. */
export interface Outcome {
  conversation: VisitorConversation | null;
  message?: VisitorMessage;
}

/** The frames of the stream. `resume`: the server asks to come back. */
export type StreamEvent =
  | Schemas["MessageForVisitor"]
  | Schemas["ConversationForVisitor"]
  | Schemas["DraftForVisitor"]
  | { type: "draft_withdrawn"; turn_id: string }
  | Schemas["TypingForVisitor"]
  | { type: "resume" };
