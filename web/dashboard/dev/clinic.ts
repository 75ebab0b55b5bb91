// A fictional clinic for the mock server: the people and words of the design's sheets. Nobody here exists.
import type { Conversation, Handoff, MemberRow, Message, Reason, SourceRow } from "@deskbell/shared/wire";
import type { Thread } from "@deskbell/shared/live-state";

const MINUTE = 60_000;
const START = Date.now();
export const at = (minutesAgo: number) => new Date(START - minutesAgo * MINUTE).toISOString();

export const me = { id: "m-priya", person_id: "p-priya", name: "Priya Sethi", email: "priya@cedarrow.example" };
export const agent = {
  id: "a-lumi", name: "Lumi",
  instructions: "You answer for Cedar Row Virtual Care, a telehealth clinic in Colorado, Utah and Nevada. Use short, plain sentences. Give times in Mountain Time and say so.\n\nIf someone is upset about a bill, say sorry once, do not guess the reason, and offer a person.\n\nCall the people on our team “our care team”, never “agents”.",
  greeting: "Hi, I am Lumi. I answer from our help pages.", suggested_questions: ["What are your clinic hours?", "How do I cancel a visit?"],
  answerer: "verbatim" as const, tone: "plain" as const, answer_length: "medium" as const, models: [], quotes_when_down: true,
  budget: { tokens_a_day: null, tokens_a_month: null, dollars_a_day: null, dollars_a_month: null }, brand_color: "#0B6E69",
  allowed_sites: ["cedarrow.example"], language: "auto", emergency_region: "US", widget_key: "wk_demo", created_at: at(90_000),
};

const member = (id: string, name: string, role: MemberRow["role"], availability: MemberRow["availability"]): MemberRow => ({
  id, person_id: `p-${id}`, name, email: `${name.split(" ")[0]!.toLowerCase()}@cedarrow.example`, role, availability, joined_at: at(100_000),
});
export const members: MemberRow[] = [
  member("m-nadia", "Nadia Brandt", "owner", "away"),
  member("m-jonah", "Jonah Pell", "admin", "available"),
  { ...member("m-priya", "Priya Sethi", "admin", "available"), person_id: me.person_id },
  member("m-maya", "Maya Okonjo", "operator", "available"),
  member("m-luis", "Luis Ferreira", "operator", "away"),
  member("m-hana", "Hana Whitfield", "operator", "away"),
];

interface Told {
  id: string;
  name: string;
  text: string;
  reason: Reason | null;
  minutes: number;
  unread?: boolean;
  changes?: Partial<Conversation>;
}

const waiting: Told[] = [
  { id: "c-emergency", name: "Visitor 4821", text: "my chest feels tight and my left arm is going numb", reason: "emergency", minutes: 0.8, unread: true, changes: { priority: "emergency", emergency: { raised_at: at(0.8), kind: "cardiac", acknowledged_by: null, acknowledged_at: null, disposition: null, disposed_by: null, disposed_at: null, card: { heading: "This may be an emergency. Call now.", sentence: "", numbers: [], footnote: "", after: "" } } } },
  { id: "c-harold", name: "Harold Nyström", text: "I’ve asked twice now. Can someone just call the pharmacy for me?", reason: "asked_for_person", minutes: 34, unread: true },
  { id: "c-tamsin", name: "Tamsin Boyle", text: "Which of the two doses am I supposed to take?", reason: "clinical", minutes: 27 },
  { id: "c-marisol", name: "Marisol Vega", text: "Ok. I’m at work, so I may be slow to answer.", reason: "asked_for_person", minutes: 14, changes: { label: "Billing", page: "https://cedarrow.example/billing/pay-a-bill" } },
  { id: "c-4809", name: "Visitor 4809", text: "do you take Harbor Mutual PPO for couples sessions", reason: "no_answer", minutes: 12, unread: true },
  { id: "c-ines", name: "Inês Caldeira", text: "Posso falar com uma pessoa, por favor?", reason: "asked_for_person", minutes: 9, unread: true },
  { id: "c-dev", name: "Dev Malhotra", text: "ok but it still says my link has expired", reason: "low_confidence", minutes: 6 },
  { id: "c-ruth", name: "Ruth Abernathy", text: "Thank you. One more thing about the superbill", reason: "reopened", minutes: 4, unread: true },
  { id: "c-4817", name: "Visitor 4817", text: "my daughter’s intake form, it asks for a guardian’s signature", reason: "left_during_collection", minutes: 2 },
];

function row({ id, name, text, reason, minutes, changes }: Told): Conversation {
  return {
    id, agent_id: agent.id, visitor_id: `v-${id}`, visitor_name: name, is_test: false, is_check: false, state: "waiting", epoch: 2, segment: 1,
    priority: "normal", reason, label: null, rule_id: null, holder_id: null, holder_name: null, since: at(minutes), waiting_since: at(minutes),
    contact_known: false, form: null, last_seq: 1, last_visitor_seq: 1, last_message: { author: "visitor", kind: "text", text, at: at(minutes) },
    emergency: null, page: null, created_at: at(minutes + 8), updated_at: at(minutes), ...changes,
  };
}

const mine = (id: string, name: string, text: string, minutes: number): Conversation =>
  row({ id, name, text, reason: "asked_for_person", minutes, changes: { state: "member", holder_id: me.id, holder_name: me.name, waiting_since: null } });

export const rows: Conversation[] = [
  ...waiting.map(row),
  mine("c-orla", "Orla Finch", "That worked, thank you!", 22),
  mine("c-teo", "Teo Brandvold", "I will send the photo tonight.", 41),
  row({ id: "c-maya", name: "Sana Idris", text: "Which pharmacy did it go to?", reason: "asked_for_person", minutes: 18, changes: { state: "member", holder_id: "m-maya", holder_name: "Maya Okonjo", waiting_since: null } }),
  ...Array.from({ length: 60 }, (_, index) => row({
    id: `c-agent-${index}`, name: `Visitor ${4700 + index}`, text: ["Do you send superbills?", "How do I ask for a refill?", "are you open saturday"][index % 3]!, reason: null, minutes: 3 + index * 7,
    changes: { state: "agent", waiting_since: null, epoch: 1 },
  })),
  ...Array.from({ length: 30 }, (_, index) => row({
    id: `c-closed-${index}`, name: `Visitor ${4600 + index}`, text: "Thanks, that helps.", reason: "asked_for_person", minutes: 1500 + index * 90, changes: { state: "resolved", waiting_since: null },
  })),
];

export function say(conversation: Conversation, seq: number, changes: Partial<Message>): Message {
  return {
    id: `${conversation.id}-${seq}`, conversation_id: conversation.id, seq, key: `${conversation.id}-key-${seq}`, author: "visitor", member_id: null,
    member_name: null, kind: "text", text: "", at: conversation.since, segment: 1, reason: null, label: null, sources: [], confidence: null,
    turn_id: null, form: null, card: null, disposition: null, rating: null, ...changes,
  };
}

function marisol(conversation: Conversation): Message[] {
  const source = { number: 1, passage_id: "pa-1", source_id: "s-hours", document_id: "d-hours", version: 1, title: "Clinic hours and holidays", path: "Week of Nov 16", quote: "On Thursday we close at 2 pm for staff training.", passage: "Monday to Friday we are open 8 am to 7 pm Mountain Time, and Saturday 9 am to 1 pm. On Thursday we close at 2 pm for staff training. All other days are as usual.", url: null, read_at: null };
  return [
    say(conversation, 1, { text: "Hi, what are your hours this week? I can only call after 5.", at: at(20) }),
    say(conversation, 2, { author: "agent", kind: "answer", text: "Monday to Friday we are open 8 am to 7 pm Mountain Time, and Saturday 9 am to 1 pm. This Thursday we close early, at 2 pm. [1]", at: at(20), sources: [source], confidence: 0.93, rating: "up" }),
    say(conversation, 3, { text: "Ok thanks. I was billed twice for my October visit, $85 each time. Can I talk to a real person about this please?", at: at(18) }),
    say(conversation, 4, { author: "agent", kind: "question", text: "Of course. So the right person can pick this up: what is your full name, the provider you saw, and the reference number on the bill?", at: at(18) }),
    say(conversation, 5, { text: "Marisol Vega, Dr. Anand, ref 88231", at: at(15) }),
    say(conversation, 6, { author: "desk", kind: "handed_off", reason: "asked_for_person", text: "You asked for a person.", at: at(14) }),
    say(conversation, 7, { author: "agent", text: "Thank you, Marisol. A person from our team will answer here. Replies usually take about 15 minutes, and you can leave this page open.", at: at(14) }),
    say(conversation, 8, { text: "Ok. I’m at work, so I may be slow to answer.", at: at(12) }),
  ];
}

const handoff = (conversation: Conversation): Handoff => ({
  id: `h-${conversation.id}`, conversation_id: conversation.id, at: conversation.since, reason: conversation.reason ?? "asked_for_person", label: conversation.label ?? "Asked for a person",
  rule_id: null, route_id: null, route_version: null, rule_version: null, matched: null, score: 0.41, language: "en", question: "Why was the October visit charged $85 twice, and will one charge be returned?",
  tried: [{ title: "Billing and payments", path: "Reading your bill", score: 0.41 }, { title: "Billing and payments", path: "Refunds", score: 0.38 }, { title: "Insurance plans", path: "Copays", score: 0.22 }],
});

export const unreadIds = new Set(waiting.filter(({ unread }) => unread).map(({ id }) => id));
export const threads = new Map<string, Thread>();

export function threadOf(conversation: Conversation): Thread {
  const known = threads.get(conversation.id);
  if (known) return known;
  const isMarisol = conversation.id === "c-marisol";
  const field = (key: string, label: string, value: string, verified = true) => ({ key, label, value, original: verified ? value : `ref ${value}`, verified, edited_by: null, action_id: null, missing: false });
  const messages = isMarisol ? marisol(conversation) : [say(conversation, 1, { text: conversation.last_message?.text ?? "", at: conversation.last_message?.at ?? conversation.since })];
  conversation.last_seq = messages.length;
  conversation.last_visitor_seq = messages.length;
  const thread: Thread = {
    messages, notes: [], handoffs: conversation.reason ? [handoff(conversation)] : [], position: 0,
    fields: isMarisol ? [field("patient", "Patient", "Marisol Vega"), field("provider", "Provider", "Dr. Leela Anand"), field("inquiry", "Inquiry", "Billing"), field("reference", "Reference", "88231", false)] : [],
    visitor: { id: conversation.visitor_id, name: conversation.visitor_name, email: isMarisol ? "marisol@example.com" : null, first_seen_at: at(9000), page: conversation.page, earlier: isMarisol ? [{ id: "c-closed-1", opened_at: at(110_000), state: "resolved", last_text: "Moving a visit to Friday" }, { id: "c-closed-2", opened_at: at(230_000), state: "resolved", last_text: "Uploading an insurance card" }] : [] },
  };
  threads.set(conversation.id, thread);
  return thread;
}

const source = (id: string, kind: SourceRow["kind"], title: string, passages: number, used: number, changes: Partial<SourceRow> = {}): SourceRow => ({
  id, agent_id: agent.id, kind, title, file_name: kind === "file" ? title : null, status: "trained", url: null, failure: null, warnings: [], pairs: null, pages: 1, progress: null, refresh: "never", next_refresh_at: null, last_read_at: at(19_000), passages, words: passages * 120, answers_used: used, created_at: at(20_000), trained_at: at(19_000), ...changes,
});
export const sources: SourceRow[] = [
  source("s-refill", "file", "Refill policy 2026.docx", 0, 0, { status: "processing", trained_at: null }),
  source("s-scan", "file", "Scanned consent 1998.pdf", 0, 0, { status: "failed", failure: "This PDF has no text in it, only pictures of pages. Export it with text, or paste the words.", trained_at: null }),
  source("s-hours", "text", "Clinic hours and holidays", 5, 466),
  source("s-billing", "file", "Billing and payments.pdf", 38, 304),
  source("s-insurance", "qa", "Which insurance plans do you accept?", 1, 221),
  source("s-before", "qa", "What do I need before my first visit?", 1, 147),
  source("s-directory", "file", "Provider directory.pdf", 24, 96),
  source("s-consent", "file", "Telehealth consent form.md", 9, 18),
];
