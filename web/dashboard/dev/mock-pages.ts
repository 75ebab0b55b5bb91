// The mock's answers for the quieter pages: mostly fixed, enough to look at.
import * as clinic from "./clinic.ts";

let rules = [
  rule("r1", 1, { kind: "asks_for_person" }, "ac-contact", "Asked for a person"),
  rule("r2", 2, { kind: "phrase", phrases: ["speak to a manager"] }, null, "Asked for a manager"),
  rule("r3", 3, { kind: "no_answer" }, "ac-contact", "No answer"),
  rule("r4", 4, { kind: "confidence_below", threshold: 0.55 }, null, "Low confidence"),
];

function rule(id: string, position: number, when: object, action: string | null, label: string) {
  return { id, agent_id: clinic.agent.id, position, enabled: true, when, collect_first: action ? [action] : [], label, priority: "normal", says: { here: "", away: "", closed: "" }, version: 1, sentence: "", fired_30_days: [509, 0, 238, 203][position - 1] };
}

const field = (key: string, label: string, type: string, required = true) => ({ key, label, type, required, choices: type === "choice" ? ["Billing", "Visit", "Results"] : [], pattern: type === "reference" ? "\\d{4,}" : "", hint: "" });
const actions = [{ id: "ac-contact", agent_id: clinic.agent.id, name: "Contact details", intro: "So the right person can pick this up:", fields: [field("patient", "Patient name", "text"), field("provider", "Provider name", "text", false), field("inquiry", "Inquiry type", "choice"), field("reference", "Reference number", "reference", false)] }];

const order = [
  ["Keep the message", "Stored once, whatever happens after."], ["Emergency screen", "When the message sounds like an emergency, show the emergency card and ring everyone."],
  ["Closed before?", "A closed conversation reopens for people."], ["Who holds it?", "If a person holds it or it is waiting, the agent stops here."],
  ["Collecting details?", "The message is read as an answer to the agent’s question."], ["Rules on the message", "The first rule that fits hands over."],
  ["Clinical boundary", "When the question is clinical, say the approved wording and hand off as Clinical question."], ["Answer from content", "The agent looks for passages and writes an answer with its source."],
  ["Rules on the answer", "No answer or too little confidence hands over."], ["Tags and statistics", "Added after the reply. They never change who answers."],
].map(([name, sentence], number) => ({ number, name, sentence, kinds: number === 5 ? ["asks_for_person", "phrase"] : number === 8 ? ["no_answer", "confidence_below"] : [], judge: number === 1 || number === 6 ? "product" : number === 5 ? "rules_on_message" : number === 8 ? "rules_on_answer" : "nobody" }));

const invitation = (id: string, email: string, state: string, days: number, mail_error: string | null = null) => ({
  id, email, role: "operator", state, invited_by: "Priya Sethi", created_at: clinic.at((7 - days) * 1440), expires_at: clinic.at(-days * 1440), link: `http://localhost/invitation#${id}`, sent_at: clinic.at((7 - days) * 1440), renewal_asked_at: null, mail_state: mail_error ? "failed" : "kept", mail_error,
});

export function pageAnswers(method: string, path: string, body: Record<string, string>): unknown {
  const workspace = { id: "w1", name: "Cedar Row Virtual Care", role: "admin", member_id: clinic.me.id, availability: "available", time_zone: "America/Denver", reopen_policy: "to_people", business_hours: { mon: [["08:00", "19:00"]] }, holidays: ["2026-11-26"] };
  switch (`${method} ${path}`) {
    case "GET /api/me":
      return { person: { id: clinic.me.person_id, email: clinic.me.email, name: clinic.me.name }, workspaces: [workspace, { id: "w2", name: "Harbor Dental", role: "owner" }], workspace };
    case "GET /api/setup":
      return { needed: false };
    case "GET /api/members":
      return { members: clinic.members.map((known) => ({ ...known, availability_since: clinic.at(900), last_seen_at: clinic.at(1) })), invitations: [invitation("i1", "amara.cole@cedarrow.example", "pending", 7), invitation("i2", "billing@cedarrow-partners.example", "pending", 6, "the mailbox is full"), invitation("i3", "r.okafor@cedarrow.example", "expired", -8)] };
    case "GET /api/mails":
      return { smtp: false, mails: [{ id: "e1", to: "amara.cole@cedarrow.example", subject: "Priya invites you to Cedar Row Virtual Care", text: "Open this link to join:\nhttp://localhost/invitation#i1", at: clinic.at(30), state: "kept", error: null }] };
    case "GET /api/agents":
      return [clinic.agent];
    case "GET /api/agents/a-lumi/sources":
      return { sources: clinic.sources };
    case "GET /api/agents/a-lumi/rules":
      return { rules, presets: [{ key: "asks_for_person", sentence: "The visitor asks for a person.", when: { kind: "asks_for_person" }, label: "Asked for a person", starts_enabled: true }, { key: "no_answer", sentence: "The agent finds no answer.", when: { kind: "no_answer" }, label: "No answer", starts_enabled: true }], order, warnings: [{ code: "covered", rule_id: "r2", sentence: "Never matched. “Asks for a person” already covers this wording.", fix: { kind: "delete_rule", label: "Remove rule", rule_id: "r2" } }] };
    case "GET /api/agents/a-lumi/actions":
      return actions;
    case "POST /api/invitations/preview":
      return { state: body.token || "unknown", workspace_name: "Cedar Row Virtual Care", email: "amara.cole@cedarrow.example", role: "operator", invited_by: "Priya Sethi", signed_in_as: body.token === "wrong_person" ? "other@cedarrow.example" : null, has_login: false };
  }
  const source = /^\/api\/sources\/([\w-]+)$/.exec(path);
  if (method === "GET" && source) {
    return { source: clinic.sources.find(({ id }) => id === source[1]), url: null, body: "Monday to Friday 8 am to 7 pm Mountain Time.", read_at: clinic.at(60), passages: ["Regular hours", "Week of Nov 16", "Holidays 2026"].map((name) => ({ id: name, path: name, words: 20, text: "Monday to Friday 8 am to 7 pm Mountain Time, Saturday 9 am to 1 pm. Closed on Sunday." })) };
  }
  const changed = /^\/api\/rules\/(\w+)$/.exec(path);
  if (changed && method === "PATCH") rules = rules.map((known) => (known.id === changed[1] ? { ...known, ...body } : known));
  if (changed && method === "DELETE") rules = rules.filter(({ id }) => id !== changed[1]);
  return null;
}
