/* global setTimeout */
// One visitor's conversation in the mock's memory, with the same transitions as the real desk.
import { randomUUID } from "node:crypto";
import { ANSWER, CARD, closedUntilMonday, FORM, HERE } from "./clinic.mjs";

export class Thread {
  conversation = null;
  messages = [];
  listeners = new Set();
  keys = new Map();
  availability = closedUntilMonday();

  snapshot() {
    return { conversation: this.conversation, messages: this.messages, last_seq: this.messages.length, availability: this.availability };
  }

  begin() {
    this.conversation ??= { id: randomUUID(), state: "agent", person: null, form: null, emergency: null, last_seq: 0, contact_known: false, place_in_line: null };
  }

  change(change) {
    this.conversation = { ...this.conversation, ...change };
    this.emit("conversation", { conversation: this.conversation, availability: this.availability });
  }

  add(message) {
    const full = { id: randomUUID(), seq: this.messages.length + 1, key: null, person_name: null, kind: "text", text: "", at: new Date().toISOString(), sources: [], form: null, card: null, rating: null, ...message };
    this.messages.push(full);
    this.conversation = { ...this.conversation, last_seq: full.seq };
    this.emit("message", { conversation: this.conversation, message: full }, full.seq);
    return full;
  }

  emit(event, payload, id) {
    for (const listen of this.listeners) listen(event, payload, id);
  }

  says(key, text) {
    if (this.keys.has(key)) return this.keys.get(key);
    this.begin();
    if (this.conversation.state === "closed") this.conversation.state = "waiting";
    const message = this.add({ key, author: "visitor", text });
    this.keys.set(key, message);
    if (/chest|breathe|suicid/i.test(text)) this.alarm();
    else if (this.conversation.state === "agent") setTimeout(() => this.reply(text), 700);
    return message;
  }

  reply(text) {
    if (this.conversation?.state !== "agent") return;
    if (/person|human|bill\b|someone/i.test(text)) return this.collect();
    if (/slow/i.test(text)) return void this.emit("draft", { turn_id: "t0", text: "" });
    const words = ANSWER.text.slice(0, 40);
    [14, 28, 40].forEach((end, index) => setTimeout(() => this.emit("draft", { turn_id: "t1", text: words.slice(0, end) }), index * 250));
    setTimeout(() => this.add({ author: "agent", kind: "answer", ...ANSWER }), 1000);
  }

  collect() {
    this.begin();
    if (this.conversation.form) return this.handOff();
    this.conversation.form = FORM;
    this.add({ author: "agent", kind: "question", text: "I’ll pass you to a person. Add what you know:", form: FORM });
  }

  fill(values, justConnect) {
    const bad = values.reference && !/^\d{4,}$/.test(values.reference);
    if (bad && !justConnect) {
      return this.change({ form: { ...FORM, values, problems: [{ key: "reference", sentence: "This needs at least 4 digits, like 88231. It is on your receipt." }] } });
    }
    this.handOff();
  }

  handOff() {
    const place = this.availability.kind === "here" ? 2 : null;
    this.conversation = { ...this.conversation, state: "waiting", form: null, place_in_line: place };
    this.add({ author: "desk", kind: "handed_off", text: `I am passing you to a person from our team. ${this.availability.sentence}` });
  }

  alarm() {
    this.conversation = { ...this.conversation, state: "waiting", form: null, emergency: CARD };
    this.add({ author: "desk", kind: "emergency", text: CARD.heading, card: CARD });
  }

  /** The other side of the desk: `curl -X POST :4600/mock/join`. */
  member(verb, text) {
    if (verb === "here") return void ((this.availability = HERE), this.change({ place_in_line: 2 }));
    if (verb === "join") {
      this.conversation = { ...this.conversation, state: "person", person: { name: "Maya", initials: "MO" }, form: null };
      return this.add({ author: "desk", kind: "taken_over", person_name: "Maya", text: "Maya joined" });
    }
    if (verb === "say") return this.add({ author: "person", person_name: "Maya", text });
    if (verb === "type") return this.emit("typing", { who: "Maya" });
    if (verb === "close") {
      this.conversation = { ...this.conversation, state: "closed", person: null };
      return this.add({ author: "desk", kind: "resolved", person_name: "Maya", text: "Closed" });
    }
  }
}
