// What a visitor's browser receives. Nothing here is for members only; the shapes shared with them come from web/shared.
import { type Citation, type EmergencyCard, type EmergencyNumber, type Form, type MessageKind } from "@deskbell/shared/wire";

export type { Citation, EmergencyCard, EmergencyNumber, Form, MessageKind };
export type { FormField } from "@deskbell/shared/wire";

export interface Availability {
  kind: "here" | "away" | "closed";
  opens_at: string | null;
  sentence: string;
}

export interface Settings {
  agent_name: string;
  workspace_name: string;
  greeting: string;
  suggested_questions: string[];
  brand_color: string;
  language: string;
  emergency: { numbers: EmergencyNumber[] };
  availability: Availability;
}

export interface VisitorConversation {
  id: string;
  state: "agent" | "waiting" | "person" | "closed";
  person: { name: string; initials: string } | null;
  form: Form | null;
  emergency: EmergencyCard | null;
  last_seq: number;
  contact_known: boolean;
  place_in_line: number | null;
}

export interface VisitorMessage {
  id: string;
  seq: number;
  key: string | null;
  author: "visitor" | "agent" | "person" | "desk";
  person_name: string | null;
  kind: MessageKind;
  text: string;
  at: string;
  sources: Citation[];
  form: Form | null;
  card: EmergencyCard | null;
  rating: "up" | "down" | null;
}

export interface Snapshot {
  conversation: VisitorConversation | null;
  messages: VisitorMessage[];
  last_seq: number;
  availability: Availability;
}

/** The answer of every write; absent parts did not change. */
export interface Outcome {
  conversation: VisitorConversation | null;
  message?: VisitorMessage;
}

export type StreamEvent =
  | { type: "message"; conversation: VisitorConversation; message: VisitorMessage }
  | { type: "conversation"; conversation: VisitorConversation | null; availability?: Availability }
  | { type: "draft"; turn_id: string; text: string }
  | { type: "draft_withdrawn"; turn_id: string }
  | { type: "typing"; who: string }
  | { type: "resume" };
