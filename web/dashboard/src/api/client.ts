// Every request the dashboard makes, by name. Components never write a path.
import { call } from "@deskbell/shared/http";
import type { DeskEvent } from "@deskbell/shared/events";
import type { InboxPage, ThreadSnapshot, View } from "@deskbell/shared/live-state";
import type { AvailabilityOfMember, Conversation, Disposition, FieldValue, Message, Note, Role, SourceRow } from "@deskbell/shared/wire";

import type {
  Changes, Columns, Crawls, DocumentShown, Flags, ImportedQuestions, NewWebsite, Original, PageStatus, Pages, Pair, QuestionsReport, Versions,
} from "./content-shapes.ts";
import type {
  Action, ActionChanges, Agent, Alarm, AlarmCall, AlarmOfConversation, AgentChanges, BudgetReached, ModelOutOfOrder, WorkspaceUsage, GivenFiles, InvitationPreview, Invited, Ladder, Mails, Me, Members, ModelEntry, ModelPolicy, ModelTried, ModelUsage, NewQuestionTest, NewRule, QuestionTest, QuestionTestRun, QuestionTests, Rehearsal, ResultTrace, Rule, Rules, SavedReply, SavedReplyChanges, SetupCheck, SheetImported, SheetPreview, SourceDetail, Suggestion, Why, WorkspaceChanges,
} from "./shapes.ts";

const get = <T>(path: string, signal?: AbortSignal) => call<T>("GET", path, { signal });
const post = <T = void>(path: string, body: unknown = {}) => call<T>("POST", path, { body });
const put = <T = void>(path: string, body: unknown) => call<T>("PUT", path, { body });
const patch = <T>(path: string, body: unknown) => call<T>("PATCH", path, { body });
const remove = <T = void>(path: string) => call<T>("DELETE", path);

export const people = {
  me: () => get<Me>("/api/me"),
  setupState: () => get<{ needed: boolean }>("/api/setup"),
  setUp: (form: { token: string; email: string; password: string; name: string; workspace_name: string }) => post("/api/setup", form),
  signIn: (form: { email: string; password: string }) => post("/api/session", form),
  signOut: () => remove("/api/session"),
  enterWorkspace: (workspace_id: string) => put("/api/session/workspace", { workspace_id }),
  stillHere: (active: boolean) => post("/api/me/heartbeat", { active }),
  createWorkspace: (name: string) => post("/api/workspaces", { name }),
  setAvailability: (availability: AvailabilityOfMember) => put("/api/me/availability", { availability }),
  /** Opening hours follow the place where somebody sets up; what the server does not know stays as it is. */
  adoptTimeZone: () => patch("/api/workspace", { time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone }).catch(() => undefined),
  changeWorkspace: (changes: WorkspaceChanges) => patch("/api/workspace", changes),
};

export const team = {
  members: () => get<Members>("/api/members"),
  changeRole: (id: string, role: Role) => patch(`/api/members/${id}`, { role }),
  removeMember: (id: string) => remove(`/api/members/${id}`),
  invite: (emails: string[], role: Role) =>
    post<Invited>("/api/invitations", { emails, role }),
  resend: (id: string) => post(`/api/invitations/${id}/resend`),
  removeInvitation: (id: string) => remove(`/api/invitations/${id}`),
  previewInvitation: (token: string) => post<InvitationPreview>("/api/invitations/preview", { token }),
  acceptInvitation: (form: { token: string; name?: string; password?: string }) => post("/api/invitations/accept", form),
  askForRenewal: (token: string) => post("/api/invitations/renewal", { token }),
  mails: () => get<Mails>("/api/mails"),
};

export const alarm = {
  read: () => get<Alarm>("/api/alarm"),
  change: (ladder: Ladder, renew_secret = false) => put<Alarm>("/api/alarm", { ...ladder, renew_secret }),
  test: () => post<AlarmCall[]>("/api/alarm/tests"),
  of: (conversationId: string) => get<AlarmOfConversation>(`/api/conversations/${conversationId}/alarm`),
};

export const agents = {
  all: () => get<Agent[]>("/api/agents"),
  create: (name: string) => post<Agent>("/api/agents", { name }),
  change: (id: string, changes: AgentChanges) => patch<Agent>(`/api/agents/${id}`, changes),
  tryModel: (id: string, model: ModelEntry) => post<ModelTried>(`/api/agents/${id}/models/test`, model),
  usage: (id: string) => get<ModelUsage>(`/api/agents/${id}/models/usage`),
  policy: () => get<ModelPolicy>("/api/model-policy"),
  setPolicy: (policy: ModelPolicy) => put<ModelPolicy>("/api/model-policy", policy),
  usageOfAll: () => get<WorkspaceUsage>("/api/model-usage"),
  outOfOrder: () => get<ModelOutOfOrder[]>("/api/model-troubles"),
  tryKeptModel: (id: string, modelId: string) => post<ModelTried>(`/api/agents/${id}/models/${modelId}/trial`),
  budgetsReached: () => get<BudgetReached[]>("/api/model-budgets/reached"),
  rules: (id: string) => get<Rules>(`/api/agents/${id}/rules`),
  addRule: (id: string, rule: NewRule) => post<Rule>(`/api/agents/${id}/rules`, rule),
  changeRule: (id: string, changes: Partial<NewRule>) => patch<Rule>(`/api/rules/${id}`, changes),
  removeRule: (id: string) => remove(`/api/rules/${id}`),
  orderRules: (id: string, rule_ids: string[]) => put(`/api/agents/${id}/rules/order`, { rule_ids }),
  actions: (id: string) => get<Action[]>(`/api/agents/${id}/actions`),
  addAction: (id: string, action: ActionChanges) => post<Action>(`/api/agents/${id}/actions`, action),
  changeAction: (id: string, action: ActionChanges) => patch<Action>(`/api/actions/${id}`, action),
  removeAction: (id: string) => remove(`/api/actions/${id}`),
};

export const savedReplies = {
  all: () => get<SavedReply[]>("/api/saved-replies"),
  add: (reply: SavedReplyChanges) => post<SavedReply>("/api/saved-replies", reply),
  change: (id: string, reply: SavedReplyChanges) => put<SavedReply>(`/api/saved-replies/${id}`, reply),
  remove: (id: string) => remove(`/api/saved-replies/${id}`),
  use: (id: string) => post(`/api/saved-replies/${id}/uses`),
};

export const why = {
  ofMessage: (conversationId: string, messageId: string) => get<Why>(`/api/conversations/${conversationId}/messages/${messageId}/turn`),
  /** Runs in the worker; `rehearsal` waits for it. Nothing is published. */
  replay: (turnId: string) => post<Rehearsal>(`/api/turns/${turnId}/replay`),
  rehearsal: (id: string) => get<Rehearsal>(`/api/rehearsals/${id}?wait=25`),
};

const testsOf = (agentId: string) => `/api/agents/${agentId}/question-tests`;

export const questionTests = {
  page: (agentId: string) => get<QuestionTests>(testsOf(agentId)),
  suggestions: (agentId: string) => get<Suggestion[]>(`${testsOf(agentId)}/suggestions`),
  add: (agentId: string, test: NewQuestionTest) => post<QuestionTest>(testsOf(agentId), test),
  change: (id: string, test: NewQuestionTest) => put<QuestionTest>(`/api/question-tests/${id}`, test),
  remove: (id: string) => remove(`/api/question-tests/${id}`),
  run: (agentId: string, test_ids: string[] = []) => post<QuestionTestRun>(`${testsOf(agentId)}/runs`, { test_ids }),
  cancel: (runId: string) => remove<QuestionTestRun>(`/api/question-test-runs/${runId}`),
  choose: (agentId: string, choices: QuestionTests["choices"]) => put(`${testsOf(agentId)}/choices`, choices),
  sheetAddress: (agentId: string) => `${testsOf(agentId)}/sheet`,
  importSheet: (agentId: string, csv: string) =>
    post<SheetImported>(`${testsOf(agentId)}/sheet`, { csv }),
  lookAtSheet: (agentId: string, csv: string) => post<SheetPreview>(`${testsOf(agentId)}/sheet/preview`, { csv }),
  result: (runId: string, testId: string) => get<ResultTrace>(`/api/question-test-runs/${runId}/results/${testId}`),
};

export const setupChecks = {
  newest: (agentId: string) => get<SetupCheck[]>(`/api/agents/${agentId}/setup-checks`),
  /** Answers at once; it goes on by itself, and its events say how far it is. */
  run: (agentId: string) => post<SetupCheck>(`/api/agents/${agentId}/setup-checks`),
};

export const content = {
  sources: (agentId: string) => get<{ sources: SourceRow[] }>(`/api/agents/${agentId}/sources`).then(({ sources }) => sources),
  source: (id: string) => get<SourceDetail>(`/api/sources/${id}`),
  addText: (agentId: string, title: string, text: string) => post<SourceRow>(`/api/agents/${agentId}/sources/text`, { title, text }),
  addQuestion: (agentId: string, question: string, answer: string) =>
    post<SourceRow>(`/api/agents/${agentId}/sources/questions`, { question, answer }),
  addFiles: (agentId: string, files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append("files", file);
    return call<GivenFiles>("POST", `/api/agents/${agentId}/sources/files`, { body: form });
  },
  previewQuestions: (agentId: string, file: File, columns: Columns | null) =>
    call<QuestionsReport>("POST", `/api/agents/${agentId}/sources/questions/preview`, { body: tableOf(file, columns) }),
  importQuestions: (agentId: string, file: File, columns: Columns | null) =>
    call<ImportedQuestions>("POST", `/api/agents/${agentId}/sources/questions/import`, { body: tableOf(file, columns) }),
  original: (id: string) => get<Original>(`/api/sources/${id}/original`),
  /** `revision`: what was read before editing; without it the newer words win. */
  editText: (id: string, edited: { title: string; text: string; revision: string | null }) => put<SourceRow>(`/api/sources/${id}/text`, edited),
  editQuestion: (id: string, edited: { question: string; answer: string; revision: string | null }) => put<SourceRow>(`/api/sources/${id}/question`, edited),
  editQuestions: (id: string, edited: { title: string; pairs: Pair[]; revision: string | null }) => put<SourceRow>(`/api/sources/${id}/questions`, edited),
  retry: (id: string) => post(`/api/sources/${id}/retry`),
  remove: (id: string) => remove(`/api/sources/${id}`),
  bringBack: (id: string) => remove<SourceRow>(`/api/sources/${id}/removal`),
};

function tableOf(file: File, columns: Columns | null): FormData {
  const form = new FormData();
  form.append("file", file);
  if (columns) {
    form.append("question_column", String(columns.question));
    form.append("answer_column", String(columns.answer));
    form.append("has_names", String(columns.has_names));
  }
  return form;
}

export const websites = {
  add: (agentId: string, website: NewWebsite) => post<SourceRow>(`/api/agents/${agentId}/sources/websites`, website),
  addPage: (agentId: string, address: string, refresh: SourceRow["refresh"]) => post<SourceRow>(`/api/agents/${agentId}/sources/pages`, { address, refresh }),
  changeRefresh: (id: string, refresh: SourceRow["refresh"]) => patch<SourceRow>(`/api/sources/${id}`, { refresh }),
  changeScope: (id: string, scope: NonNullable<SourceDetail["website"]>) => patch<SourceRow>(`/api/sources/${id}`, { scope }),
  stop: (id: string) => remove<SourceRow>(`/api/sources/${id}/reading`),
  pages: (id: string, status: PageStatus | null, after: string) =>
    get<Pages>(`/api/sources/${id}/pages?${new URLSearchParams({ after, ...(status ? { status } : {}) })}`),
  retryPages: (id: string) => post<SourceRow>(`/api/sources/${id}/pages/retry`),
  crawls: (id: string) => get<Crawls>(`/api/sources/${id}/changes`).then(({ crawls }) => crawls),
  changes: (id: string, number: number) => get<Changes>(`/api/sources/${id}/changes/${number}`).then(({ changes }) => changes),
};

export const documents = {
  versions: (id: string) => get<Versions>(`/api/documents/${id}/versions`).then(({ versions }) => versions),
  version: (id: string, version: number | null) => get<DocumentShown>(`/api/documents/${id}${version === null ? "" : `/versions/${version}`}`),
  flags: (agentId: string) => get<Flags>(`/api/agents/${agentId}/flags`).then(({ flags }) => flags),
  dismissFlag: (id: string) => post(`/api/flags/${id}/dismissal`),
  restoreFlag: (id: string) => remove(`/api/flags/${id}/dismissal`),
};

export const rehearsals = {
  ask: (agentId: string, question: string) => post<Rehearsal>(`/api/agents/${agentId}/rehearsals`, { question }),
  askSource: (sourceId: string, question: string) => post<Rehearsal>(`/api/sources/${sourceId}/rehearsals`, { question }),
};

const thread = (id: string) => `/api/conversations/${id}`;

export const inbox = {
  page: (view: View, cursor: string | null, limit = 50) => {
    const query = new URLSearchParams({ view, limit: String(limit), ...(cursor ? { cursor } : {}) });
    return get<InboxPage>(`/api/inbox?${query}`);
  },
  thread: (id: string) => get<ThreadSnapshot>(thread(id)),
  reply: (id: string, body: { key: string; text: string; seen_seq: number | null }) =>
    post<{ message: Message; conversation: Conversation }>(`${thread(id)}/messages`, body),
  note: (id: string, body: { key: string; text: string }) => post<Note>(`${thread(id)}/notes`, body),
  takeOver: (id: string, from_member_id?: string) => post<Conversation>(`${thread(id)}/takeover`, from_member_id ? { from_member_id } : {}),
  handBack: (id: string) => remove<Conversation>(`${thread(id)}/takeover`),
  close: (id: string, seen_seq: number | null, disposition: Disposition | null) => post<Conversation>(`${thread(id)}/resolution`, { seen_seq, disposition }),
  reopen: (id: string) => remove<Conversation>(`${thread(id)}/resolution`),
  read: (id: string, seq: number) => put(`${thread(id)}/read`, { seq }),
  correctField: (id: string, key: string, value: string) =>
    patch<{ fields: FieldValue[] }>(`${thread(id)}/fields/${encodeURIComponent(key)}`, { value }),
  acknowledge: (id: string) => post<Conversation>(`${thread(id)}/acknowledgement`),
  typing: (id: string) => post(`${thread(id)}/typing`),
  eventsAfter: (position: number, signal: AbortSignal) =>
    get<{ events: { position: number; event: DeskEvent }[]; position: number }>(`/api/events?after=${position}&wait=25`, signal),
};
