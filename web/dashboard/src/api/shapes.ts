// Answers of the members' API that are not part of an event, written by hand until the server prints them.
import type { AvailabilityOfMember, FieldType, MemberRow, Role, SourceRow } from "@deskbell/shared/wire";

export type ReopenPolicy = "to_people" | "new_with_agent";
export type DayKey = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
/** Intervals of local time, ["08:00", "18:00"]. No days at all: no hours are kept. */
export type BusinessHours = Partial<Record<DayKey, [string, string][]>>;

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
  business_hours: BusinessHours;
  holidays: string[];
}

export interface Me {
  person: { id: string; email: string; name: string };
  workspaces: WorkspaceName[];
  workspace: MyWorkspace | null;
}

/** `kept`: there is no mail server, so it is only in the outbox. */
export type MailState = "waiting" | "kept" | "sent" | "failed";

export type InvitationState = "pending" | "expired" | "accepted" | "revoked";

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  state: InvitationState;
  invited_by: string;
  created_at: string;
  sent_at: string;
  expires_at: string;
  renewal_asked_at: string | null;
  link: string | null;
  mail_state: MailState;
  mail_error: string | null;
}

export interface InvitationPreview {
  state: "pending" | "expired" | "revoked" | "replaced" | "used" | "unknown" | "wrong_person";
  workspace_name: string | null;
  email: string | null;
  role: Role | null;
  invited_by: string | null;
  signed_in_as: string | null;
  has_login: boolean;
}

export type Member = MemberRow & { availability_since: string; last_seen_at: string };

export interface Members {
  members: Member[];
  invitations: Invitation[];
}

export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: string;
  state: MailState;
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
  tone: "warm" | "plain" | "formal";
  greeting: string;
  suggested_questions: string[];
  answerer: "verbatim" | "generative";
  model_url: string;
  model_name: string;
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
  words: number;
}

export interface SourceDetail {
  source: SourceRow;
  url: string | null;
  body: string;
  read_at: string | null;
  passages: Passage[];
}

export interface UploadAnswer {
  added: SourceRow[];
  refused: { file_name: string; sentence: string }[];
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
  sentence: string;
  fired_30_days: number;
}

export type NewRule = Pick<Rule, "when" | "collect_first" | "label" | "priority" | "enabled">;

export interface Preset {
  key: string;
  sentence: string;
  when: RuleWhen;
  label: string;
  starts_enabled: boolean;
}

/** Who decides a step: the product (locked), the rules, or nobody (it only happens). */
export type Judge = "product" | "rules_on_message" | "rules_on_answer" | "nobody";

export interface Step {
  number: number;
  name: string;
  sentence: string;
  judge: Judge;
}

export type Fix =
  | { kind: "add_preset"; label: string; preset: string }
  | { kind: "enable_rule"; label: string; rule_id: string }
  | { kind: "delete_rule"; label: string; rule_id: string }
  | { kind: "collect_first"; label: string; rule_id: string; action_id: string }
  | { kind: "move_before"; label: string; rule_id: string; before_rule_id: string }
  | { kind: "set_threshold"; label: string; rule_id: string; threshold: number }
  | { kind: "edit_action"; label: string; action_id: string };

export interface Finding {
  code: string;
  sentence: string;
  rule_id: string | null;
  fix: Fix;
}

export interface Rules {
  rules: Rule[];
  presets: Preset[];
  order: Step[];
  warnings: Finding[];
}

export interface ActionField {
  key: string;
  label: string;
  type: FieldType;
  required: boolean;
  choices: string[];
  pattern: string;
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
