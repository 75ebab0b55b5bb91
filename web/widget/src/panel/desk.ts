// The panel's verbs: what a visitor can do, and how news arrives. Holds the connections; the state itself is pure (state.ts).
import { type Api } from "../live/api";
import { Feed } from "../live/feed";
import { type Keep } from "../live/keep";
import { Outbox, type Outgoing } from "../live/outbox";
import { asProblem, type Problem } from "../live/problem";
import { Sender } from "../live/sender";
import { Store } from "../live/store";
import { type Tabs } from "../live/tabs";
import { type Outcome, type Snapshot, type StreamEvent, type VisitorConversation } from "../wire";
import { type PolledEvents } from "../live/api";
import {
  EMPTY,
  type PanelState,
  withEvent,
  withNewStart,
  withOutcome,
  withPolled,
  withRating,
  withSettings,
  withSnapshot,
} from "./state";

type News =
  | { type: "event"; event: StreamEvent }
  | { type: "snapshot"; snapshot: Snapshot }
  | { type: "polled"; polled: PolledEvents }
  | { type: "outcome"; outcome: Outcome }
  | { type: "rated"; id: string; rating: "up" | "down" | null }
  | { type: "left" }
  | { type: "link"; link: PanelState["link"] };

const TYPING_SHOWN_MS = 6_000;
const TYPING_TOLD_EVERY_MS = 4_000;

export interface DeskParts {
  api: Api;
  keep: Keep;
  tabs: Tabs;
  outboxPrefix: string;
  newKey(): string;
  page(): string | undefined;
}

export class Desk {
  readonly store: Store<PanelState>;
  private readonly outbox: Outbox;
  private readonly sender: Sender;
  private feed: Feed | null = null;
  private following = false;
  private wakeUps = new Set<() => void>();
  private typingEnds: ReturnType<typeof setTimeout> | undefined;
  private toldTypingAt = 0;

  constructor(private readonly parts: DeskParts) {
    this.outbox = new Outbox(parts.keep, parts.outboxPrefix);
    // Believed to be online until the browser reports a change: it calls a machine without other networks offline.
    this.store = new Store<PanelState>({ ...EMPTY, outbox: this.outbox.list() });
    this.sender = new Sender({
      outbox: this.outbox,
      post: (outgoing) => this.post(outgoing),
      alone: (work) => parts.tabs.alone("sending", work),
      online: () => this.store.value.online,
      pause: (ms) => this.pause(ms),
      random: Math.random,
      sent: (_outgoing, outcome) => this.tellAll({ type: "outcome", outcome }),
      changed: () => this.readOutbox(),
    });
    parts.tabs.onNews((news) => this.apply(news as News));
  }

  async open(): Promise<void> {
    const settings = await this.parts.api.settings();
    this.store.change((state) => withSettings(state, settings));
    this.follow();
    void this.sender.kick();
  }

  say(text: string): void {
    this.send("message", text);
  }

  askForPerson(): void {
    const [before] = this.store.value.outbox.filter((outgoing) => outgoing.kind === "handoff");
    if (before) this.retry(before.key);
    else this.send("handoff", "");
  }

  /** Resolves to null when it went through (the conversation then says what is missing), else to what went wrong. */
  async fill(values: Record<string, string>, justConnectMe = false): Promise<Problem | null> {
    return this.write("/form", { key: this.parts.newKey(), values, just_connect_me: justConnectMe });
  }

  async leaveAddress(email: string): Promise<Problem | null> {
    return this.write("/contact", { email });
  }

  async startAnew(): Promise<Problem | null> {
    const problem = await this.write("/conversations", {});
    if (!problem) this.tellAll({ type: "left" });
    return problem;
  }

  async rate(id: string, rating: "up" | "down" | null): Promise<void> {
    const before = this.store.value.messages.find((message) => message.id === id)?.rating ?? null;
    this.tellAll({ type: "rated", id, rating });
    try {
      await this.parts.api.write<void>("PUT", `/messages/${id}/rating`, { rating });
    } catch {
      this.tellAll({ type: "rated", id, rating: before });
    }
  }

  typing(): void {
    const state = this.store.value.conversation?.state;
    if ((state !== "person" && state !== "waiting") || Date.now() - this.toldTypingAt < TYPING_TOLD_EVERY_MS) return;
    this.toldTypingAt = Date.now();
    this.parts.api.write<void>("POST", "/typing", {}).catch(() => {}); // a hint; the message itself is what counts
  }

  retry(key: string): void {
    this.outbox.mark(key, "queued");
    this.readOutbox();
    this.wake();
  }

  discard(key: string): void {
    this.outbox.remove(key);
    this.readOutbox();
  }

  /** Back from sleep, from another network or to a visible tab. */
  wake(): void {
    for (const wakeUp of this.wakeUps) wakeUp();
    this.feed?.wake();
    this.follow();
    void this.sender.kick();
  }

  setOnline(online: boolean): void {
    this.store.change((state) => ({ ...state, online }));
    if (online) this.wake();
  }

  /** Another tab wrote to the outbox or made the visitor. */
  readStorage(): void {
    this.readOutbox();
    this.follow();
  }

  /** `shutdown`: nothing of this visitor stays in this browser. */
  forget(): void {
    this.feed?.stop();
    for (const outgoing of this.outbox.list()) this.outbox.remove(outgoing.key);
    this.parts.api.forget();
    this.parts.tabs.close();
  }

  private send(kind: Outgoing["kind"], text: string): void {
    this.outbox.add({ key: this.parts.newKey(), kind, text }, Date.now());
    this.readOutbox();
    this.wake();
  }

  private post(outgoing: Outgoing): Promise<Outcome> {
    if (outgoing.kind === "handoff") return this.parts.api.write("POST", "/handoff", { key: outgoing.key });
    return this.parts.api.write("POST", "/messages", {
      key: outgoing.key,
      text: outgoing.text,
      page: this.parts.page(),
      conversation_id: this.store.value.conversation?.id,
    });
  }

  private async write(path: string, body: object): Promise<Problem | null> {
    try {
      const outcome = await this.parts.api.write<{ conversation: VisitorConversation | null }>("POST", path, body);
      this.tellAll({ type: "outcome", outcome });
      return null;
    } catch (error) {
      return asProblem(error);
    }
  }

  /** The leader tab connects; the others stand in line for the lock and listen meanwhile. */
  private follow(): void {
    if (this.following || !this.parts.api.token) return;
    this.following = true;
    void this.parts.tabs.alone("stream", () => this.runFeed()).finally(() => (this.following = false));
    if (this.store.value.link === "connecting") this.parts.api.snapshot().then((snapshot) => this.apply({ type: "snapshot", snapshot }), () => {});
  }

  private async runFeed(): Promise<void> {
    this.feed = new Feed({
      snapshot: () => this.parts.api.snapshot(),
      stream: (after, signal) => this.parts.api.stream(after, signal),
      poll: (after, signal) => this.parts.api.events(after, signal),
      cursor: () => this.store.value.cursor,
      onSnapshot: (snapshot) => this.tellAll({ type: "snapshot", snapshot }),
      onEvent: (event) => this.tellAll({ type: "event", event }),
      onPolled: (polled) => this.tellAll({ type: "polled", polled }),
      onLink: (link) => this.tellAll({ type: "link", link }),
      pause: (ms) => this.pause(ms),
      random: Math.random,
      now: Date.now,
    });
    await this.feed.run();
    this.feed = null;
  }

  private tellAll(news: News): void {
    this.apply(news);
    this.parts.tabs.tell(news);
  }

  private apply(news: News): void {
    this.store.change((state) => applied(state, news));
    if (news.type === "outcome") this.readOutbox();
    if (news.type === "event" && news.event.type === "typing") {
      clearTimeout(this.typingEnds);
      this.typingEnds = setTimeout(() => this.store.change((state) => ({ ...state, typing: null })), TYPING_SHOWN_MS);
    }
    this.follow();
  }

  private readOutbox(): void {
    this.store.change((state) => ({ ...state, outbox: this.outbox.list() }));
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakeUps.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wakeUps.add(done);
    });
  }
}

function applied(state: PanelState, news: News): PanelState {
  switch (news.type) {
    case "event":
      return withEvent(state, news.event);
    case "snapshot":
      return withSnapshot(state, news.snapshot);
    case "polled":
      return withPolled(state, news.polled);
    case "outcome":
      return withOutcome(state, news.outcome);
    case "rated":
      return withRating(state, news.id, news.rating);
    case "left":
      return withNewStart(state);
    case "link":
      return { ...state, link: news.link };
  }
}
