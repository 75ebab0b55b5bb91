/* global process */
// What the mock server says: one fictional clinic, scripted, so that every state of the panel can be reached by typing.

export const SETTINGS = {
  agent_name: "Lumi",
  workspace_name: "Cedar Row",
  greeting: "Hello. What can I look up for you?\nI answer from Cedar Row’s help pages and show you where each answer comes from. I can’t give medical advice.",
  suggested_questions: ["How do I join my video visit?", "Can I move or cancel a visit?", "Which insurance do you take?", "How do I get a refill?"],
  brand_color: process.env.BRAND ?? "#0b6e69",
  language: process.env.LANGUAGE_OF_AGENT ?? "auto",
  emergency: { numbers: [{ label: "Emergency", number: "911", can_text: false }, { label: "Suicide and crisis", number: "988", can_text: true }] },
};

export const CARD = {
  heading: "This may be an emergency. Call now.",
  sentence: "Do not wait for a reply here.",
  numbers: SETTINGS.emergency.numbers,
  footnote: "Outside the US, call your local emergency number.",
};

const LATE_FEE =
  "“A visit cancelled less than 24 hours before its start is charged $25; less than 2 hours, or a missed visit, $50. No fee applies where the patient was ill.”";

export const ANSWER = {
  text: "Within **24 hours** of a visit there is a fee:\n\n| | |\n|---|---|\n| 24 hours or more before | Free |\n| 2 to 24 hours before | $25 |\n| Less than 2 hours, or missed | $50 |",
  sources: [
    {
      number: 1,
      passage_id: "p1",
      source_id: "s1",
      title: "Billing",
      path: "Billing › Late cancellation",
      quote: "A visit cancelled less than 24 hours before its start is charged $25; less than 2 hours, or a missed visit, $50.",
      passage: LATE_FEE,
      url: "https://cedarrow.example/help/billing",
      read_at: "2026-11-21T09:00:00Z",
    },
  ],
};

export const FORM = {
  action_id: "a1",
  fields: [
    { key: "patient", label: "Patient name", type: "text", required: true, choices: [], hint: "" },
    { key: "provider", label: "Provider", type: "choice", required: true, choices: ["Dr. Chen", "Tomas Bell", "Dr. Osei"], hint: "" },
    { key: "about", label: "About", type: "choice", required: true, choices: ["Billing", "Results", "Refill", "Other"], hint: "" },
    { key: "reference", label: "Reference number", type: "reference", required: false, choices: [], hint: "At least 4 digits. It is on your receipt." },
  ],
  values: {},
  problems: [],
};

export function closedUntilMonday(now = new Date()) {
  const monday = new Date(now);
  monday.setDate(monday.getDate() + ((8 - monday.getDay()) % 7 || 1));
  monday.setUTCHours(16, 0, 0, 0);
  return { kind: "closed", opens_at: monday.toISOString(), sentence: "We are closed right now." };
}
export const HERE = { kind: "here", opens_at: null, sentence: "A person from our team is here." };
