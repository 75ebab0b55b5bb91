// Starts the panel: reads the widget key from its own address, connects, tells the page around it what it may know.
import { render } from "preact";
import { brandOf } from "../brand";
import { Api } from "../live/api";
import { inMemory, keepIn } from "../live/keep";
import { asProblem } from "../live/problem";
import { aloneTab, tabsOf } from "../live/tabs";
import { ReachContext } from "../parts/context";
import { type Settings } from "../wire";
import { en } from "../words/en";
import { type Speech, SpeechContext, speechFor } from "../words/words";
import { App } from "./app";
import { Desk } from "./desk";
import { type FromPage, frameOf, pageOf, type Remembered } from "./frame";
import { CannotLoad, Loading } from "./start-states";
import { unreadOf } from "./unread";
import "./panel.css";

const key = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
const preview = new URLSearchParams(location.search).has("preview");
const scope = `deskbell:${key}`;
const keep = preview ? inMemory() : keepIn(() => localStorage);
const tabs = preview ? aloneTab() : tabsOf(scope);
const session = prefixed(preview ? inMemory() : keepIn(() => sessionStorage), `${scope}:`);
const api = new Api({
  base: `/api/widget/${encodeURIComponent(key)}`,
  keep,
  tokenName: `${scope}:visitor`,
  preview,
  fetch: (...request) => fetch(...request),
  alone: (work) => tabs.alone("visitor", work),
});
let page: string | undefined;
const desk = new Desk({
  api,
  keep,
  tabs,
  outboxPrefix: `${scope}:out:`,
  // Without https, browsers keep randomUUID to themselves.
  newKey: () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].join("-"),
  page: () => page,
});

let speech: Speech = { words: en, locale: "en", direction: "ltr" };
let shown = { open: false, full: false, opened: 0 };
let look: Remembered = {};
const unread = unreadOf(keep, `${scope}:seen`);
let told = "";
let screen: "loading" | "ready" | ReturnType<typeof asProblem> = "loading";

const frame = frameOf(window, hear);
const close = () => {
  shown = { ...shown, open: false };
  frame.tell({ type: "close" });
};

void start();

async function start(): Promise<void> {
  screen = "loading";
  draw();
  try {
    await desk.open();
    const settings = desk.store.value.settings!;
    speech = await speechFor(settings.language, navigator.languages);
    dress(settings);
    screen = "ready";
  } catch (error) {
    speech = await speechFor("auto", navigator.languages);
    screen = asProblem(error);
  }
  document.documentElement.lang = speech.locale;
  document.documentElement.dir = speech.direction;
  draw();
}

function draw(): void {
  const closable = frame.framed && !preview;
  render(
    <SpeechContext.Provider value={speech}>
      <ReachContext.Provider value={{ desk, session, close }}>
        {screen === "loading" ? (
          <Loading />
        ) : screen === "ready" ? (
          <App closable={closable} opened={shown.opened} full={shown.full} />
        ) : (
          <CannotLoad problem={screen} retry={start} close={closable ? close : null} />
        )}
      </ReachContext.Provider>
    </SpeechContext.Provider>,
    document.getElementById("panel")!,
  );
}

/** Colors go through the style object, which a strict content policy allows. */
function dress(settings: Settings): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wear = () => {
    const brand = brandOf(settings.brand_color, dark.matches ? "dark" : "light");
    for (const [name, color] of Object.entries(brand)) document.documentElement.style.setProperty(`--brand-${name}`, color);
  };
  wear();
  dark.addEventListener("change", wear);
  document.title = speech.words.chatWith(settings.workspace_name);
  const { fill, onFill } = brandOf(settings.brand_color, "light");
  look = { fill, onFill, ask: speech.words.ask, label: document.title };
  tellPage();
}

function hear(news: FromPage): void {
  if (news.type === "view") {
    page = pageOf(news.page);
    const opened = shown.opened + (news.open && !shown.open ? 1 : 0);
    shown = { open: news.open, full: news.full, opened };
    tellPage();
    draw();
    return;
  }
  desk.forget();
  for (const name of session.names()) session.remove(name);
  for (const name of keep.names()) if (name.startsWith(scope)) keep.remove(name);
  frame.tell({ type: "gone" });
}

function tellPage(): void {
  const { conversation, messages } = desk.store.value;
  const onScreen = (frame.framed && !preview ? shown.open : true) && !document.hidden;
  const { count, from } = unread.count(messages, conversation, onScreen);
  const open = conversation !== null && conversation.state !== "closed";
  const chip = from ? speech.words.replied(from) : "";
  const news = JSON.stringify([count, chip, open, look]);
  if (told === news) return;
  told = news;
  frame.tell({ type: "news", keep: { ...look, open }, unread: count, chip });
}

desk.store.listen(tellPage);
addEventListener("online", () => desk.setOnline(true));
addEventListener("offline", () => desk.setOnline(false));
addEventListener("pageshow", () => desk.wake());
addEventListener("storage", (event) => event.key?.startsWith(scope) && desk.readStorage());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) desk.wake();
  tellPage();
});

function prefixed(base: ReturnType<typeof inMemory>, prefix: string): ReturnType<typeof inMemory> {
  return {
    get: (name) => base.get(prefix + name),
    set: (name, value) => base.set(prefix + name, value),
    remove: (name) => base.remove(prefix + name),
    names: () => base.names().flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  };
}
