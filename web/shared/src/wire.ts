// The shapes that travel from the server, written by hand until the server prints them (`npm run generate:types`).

export type State = "agent" | "waiting" | "member" | "resolved";
export type Priority = "normal" | "urgent" | "emergency";
export type Reason =
  | "asked_for_person"
  | "no_answer"
  | "low_confidence"
  | "phrase"
  | "clinical"
  | "emergency"
  | "agent_unavailable"
  | "left_during_collection"
  | "reopened"
  | "handed_by_member";
export type Author = "visitor" | "agent" | "member" | "desk";
export type MessageKind =
  | "text"
  | "answer"
  | "question"
  | "handed_off"
  | "taken_over"
  | "handed_back"
  | "resolved"
  | "reopened"
  | "emergency";
export type FieldType = "text" | "choice" | "email" | "phone" | "date" | "reference";
export type Role = "owner" | "admin" | "operator";
export type AvailabilityOfMember = "available" | "away";

export interface Citation {
  number: number;
  passage_id: string;
  source_id: string;
  title: string;
  path: string;
  quote: string;
  passage: string;
  url: string | null;
  read_at: string | null;
}

export interface FormField {
  key: string;
  label: string;
  type: FieldType;
  required: boolean;
  choices: string[];
  hint: string;
}

export interface Form {
  action_id: string;
  fields: FormField[];
  values: Record<string, string>;
  problems: { key: string; sentence: string }[];
}

export interface EmergencyNumber {
  label: string;
  number: string;
  can_text: boolean;
}

export interface EmergencyCard {
  heading: string;
  sentence: string;
  numbers: EmergencyNumber[];
  footnote: string;
}

export interface Message {
  id: string;
  conversation_id: string;
  seq: number;
  key: string;
  author: Author;
  member_id: string | null;
  member_name: string | null;
  kind: MessageKind;
  text: string;
  at: string;
  segment: number;
  reason: Reason | null;
  label: string | null;
  sources: Citation[];
  confidence: number | null;
  turn_id: string | null;
  form: Form | null;
  card: EmergencyCard | null;
  rating: "up" | "down" | null;
}

export interface FieldValue {
  key: string;
  label: string;
  value: string;
  original: string;
  verified: boolean;
  edited_by: string | null;
  action_id: string | null;
  missing: boolean;
}

export interface Note {
  id: string;
  conversation_id: string;
  key: string;
  member_id: string;
  member_name: string;
  text: string;
  at: string;
  after_seq: number;
}

export interface Tried {
  title: string;
  path: string;
  score: number;
}

export interface Handoff {
  id: string;
  conversation_id: string;
  at: string;
  reason: Reason;
  label: string;
  rule_id: string | null;
  rule_version: number | null;
  matched: string | null;
  score: number | null;
  question: string | null;
  tried: Tried[];
}

export interface Emergency {
  raised_at: string;
  kind: string;
  acknowledged_by: string | null;
  acknowledged_at: string | null;
}

export interface Conversation {
  id: string;
  agent_id: string;
  visitor_id: string;
  visitor_name: string;
  is_test: boolean;
  state: State;
  epoch: number;
  segment: number;
  priority: Priority;
  reason: Reason | null;
  label: string | null;
  rule_id: string | null;
  holder_id: string | null;
  holder_name: string | null;
  since: string;
  waiting_since: string | null;
  collecting: boolean;
  last_seq: number;
  last_visitor_seq: number;
  last_message: { author: Author; kind: MessageKind; text: string; at: string } | null;
  emergency: Emergency | null;
  page: string | null;
  created_at: string;
  updated_at: string;
}

export interface MemberRow {
  id: string;
  person_id: string;
  name: string;
  email: string;
  role: Role;
  availability: AvailabilityOfMember;
  joined_at: string;
}

export interface SourceRow {
  id: string;
  agent_id: string;
  kind: "file" | "text" | "qa";
  title: string;
  file_name: string | null;
  status: "pending" | "processing" | "trained" | "failed";
  failure: string | null;
  passages: number;
  words: number;
  answers_used: number;
  created_at: string;
  trained_at: string | null;
}
