// Shapes of the members' API by the names the dashboard uses. All of them are generated from the server.
import type { Schemas } from "@deskbell/shared/wire";

export type Me = Schemas["Me"];
export type MyWorkspace = Schemas["WorkspaceOut"];
export type WorkspaceChanges = Schemas["WorkspacePatch"];
export type DayKey = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
/** Intervals of local time, ["08:00", "18:00"]. No days at all: no hours are kept. */
export type BusinessHours = MyWorkspace["business_hours"];

export type Members = Schemas["Members"];
export type Member = Schemas["MemberOut"];
export type Invitation = Schemas["InvitationOut"];
export type InvitationPreview = Schemas["PreviewOut"];
export type Invited = Schemas["InvitedOut"];
export type Mails = Schemas["Outbox"];
export type Mail = Schemas["MailOut"];

export type Alarm = Schemas["AlarmOut"];
export type Ladder = Alarm["ladder"];
/** One attempt to reach somebody about an emergency that nobody has acknowledged. */
export type AlarmCall = Alarm["calls"][number];
export type AlarmOfConversation = Schemas["AlarmOfConversation"];

export type Agent = Schemas["AgentOut"];
export type AgentChanges = Schemas["AgentPatch"];
export type AgentModel = Schemas["ModelOut"];
/** A model as it is typed: its key goes in and never comes out. */
export type ModelEntry = Schemas["ModelIn"];
export type Budget = Schemas["BudgetShape"];
export type ModelUsage = Schemas["UsageOut"];
export type ModelTried = Schemas["TestOut"];
export type ModelPolicy = Schemas["PolicyShape"];
export type BudgetReached = Schemas["BudgetReached"];
export type ModelOutOfOrder = Schemas["ModelOutOfOrder"];
export type WorkspaceUsage = Schemas["WorkspaceUsageOut"];
export type Spending = Schemas["SpendingOut"];

export type SourceDetail = Schemas["SourceDetail"];
export type GivenFiles = Schemas["GivenFiles"];

export type Rules = Schemas["RulesOut"];
export type Rule = Schemas["RuleOut"];
export type RuleWhen = Rule["when"];
export type RuleLanguage = Extract<RuleWhen, { kind: "other_language" }>["served"][number];
/** What an admin decides about a rule. */
export type RuleDraft = Pick<Rule, "when" | "collect_first" | "label" | "priority" | "enabled" | "says">;
/** `restored`: a rule that was deleted comes back as itself, at its place. */
export type NewRule = RuleDraft & { position?: number; restored?: Pick<Rule, "id" | "version"> };
export type Preset = Schemas["Preset"];
/** `judge`: who decides a step. The product (locked), the rules, or nobody (it only happens). */
export type Step = Schemas["Step"];
export type Finding = Schemas["Finding"];
export type Fix = Finding["fix"];

export type Why = Schemas["Why"];
export type TurnWithTrace = Schemas["TurnOut"];
export type Trace = Schemas["Trace"];
export type Considered = Trace["passages"][number];
export type Rehearsal = Schemas["RehearsalOut"];

export type QuestionTests = Schemas["QuestionTestsOut"];
export type QuestionTest = Schemas["QuestionTestOut"];
export type Expectation = QuestionTest["expectation"];
export type NewQuestionTest = Pick<QuestionTest, "question" | "expectation" | "note">;
export type QuestionTestRun = QuestionTests["runs"][number];
export type Suggestion = Schemas["SuggestionOut"];
export type SheetPreview = Schemas["SheetPreview"];
export type SheetImported = Schemas["ImportedOut"];
/** Why a result came about. `before`: what the same test came to in the run before. */
export type ResultTrace = Schemas["ResultTrace"];

export type SavedReply = Schemas["SavedReplyOut"];
export type SavedReplyChanges = Schemas["SavedReplyBody"];

export type SetupCheck = Schemas["SetupCheckOut"];
export type CheckLine = SetupCheck["lines"][number];

export type Action = Schemas["ActionOut"];
export type ActionField = Required<Schemas["ActionField"]>;
export type ActionChanges = Pick<Action, "name" | "intro"> & { fields: ActionField[] };
