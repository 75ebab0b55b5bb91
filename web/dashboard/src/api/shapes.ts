// Answers of the members' API that are not part of an event, written by hand until the server prints them.
import type { AvailabilityOfMember, FieldType, MemberRow, Role, SourceRow } from "@deskbell/shared/wire";

export type ReopenPolicy = string;

export interface WorkspaceName {
  id: string;
  name: string;
  role: Role;
}

export interface MyWorkspace extends WorkspaceName {
  member_id: string;
  availability: AvailabilityOfMember;
  time_zone: string;
  reopen_policy: ReopenPolicy;
}

export interface Me {
  person: { id: string; email: string; name: string };
  workspaces: WorkspaceName[];
  workspace: MyWorkspace | null;
}

export type InvitationState = "pending" | "expired" | "accepted" | "revoked";

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  state: InvitationState;
  invited_by: string;
  created_at: string;
  expires_at: string;
  link: string | null;
  mail_state: string;
  mail_error: string | null;
}

export interface InvitationPreview {
  state: "pending" | "expired" | "revoked" | "used" | "unknown" | "wrong_person";
  workspace_name: string | null;
  email: string | null;
  role: Role | null;
  invited_by: string | null;
  signed_in_as: string | null;
  has_login: boolean;
}

export interface Members {
  members: MemberRow[];
  invitations: Invitation[];
}

export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  created_at: string;
  state: string;
  error: string | null;
}

export interface Mails {
  smtp: boolean;
  mails: Mail[];
}

export interface Agent {
  id: string;
  name: string;
  instructions: string;
  greeting: string;
  suggested_questions: string[];
  answerer: "verbatim" | "generative";
  model_url: string | null;
  model_name: string | null;
  has_model_key: boolean;
  brand_color: string;
  allowed_sites: string[];
  language: string;
  emergency_region: string;
  widget_key: string;
  created_at: string;
}

export type AgentChanges = Partial<Omit<Agent, "id" | "has_model_key" | "widget_key" | "created_at">> & { model_key?: string };

export interface Passage {
  id: string;
  path: string;
  text: string;
  ordinal: number;
}

export interface SourceDetail {
  source: SourceRow;
  passages: Passage[];
}

export interface UploadAnswer {
  added: SourceRow[];
  refused: { file_name: string; code: string; message: string }[];
}

export type RuleWhen =
  | { kind: "asks_for_person" }
  | { kind: "no_answer" }
  | { kind: "confidence_below"; threshold: number }
  | { kind: "phrase"; phrases: string[] };

export interface Rule {
  id: string;
  agent_id: string;
  position: number;
  enabled: boolean;
  when: RuleWhen;
  collect_first: string | null;
  label: string;
  priority: "normal" | "urgent";
  version: number;
}

export type NewRule = Pick<Rule, "when" | "collect_first" | "label" | "priority" | "enabled">;

export interface Rules {
  rules: Rule[];
  presets: { kind: string; sentence: string; rule: NewRule }[];
  order: { step: number; name: string; sentence: string }[];
  warnings: { rule_id: string | null; sentence: string; fix: string | null }[];
}

export interface ActionField {
  key: string;
  label: string;
  type: FieldType;
  required: boolean;
  choices: string[];
  pattern: string | null;
  hint: string;
}

export interface Action {
  id: string;
  agent_id: string;
  name: string;
  intro: string;
  fields: ActionField[];
}

export type ActionChanges = Pick<Action, "name" | "intro" | "fields">;
