// The one script a website includes: a launcher, and the panel's frame when somebody means to use it.
// Vanilla, under 2 kB, no request of its own; the page and the panel talk by postMessage with exact origins.
import { type FromPage, type Remembered, type ToPage } from "../panel/frame";
import { LOOK } from "./look";

type Verb = "open" | "close" | "shutdown";
/** `q`: calls made before this script arrived. `on`: this script is here already. */
type Door = ((verb: Verb) => void) & { q?: [Verb][]; on?: boolean };

const script = (document.currentScript || document.querySelector("[data-deskbell]")) as HTMLScriptElement;
const page = window as unknown as { Deskbell?: Door };
const early = page.Deskbell;

if (!early?.on) begin(new URL(script.src).origin, script.dataset.deskbell!);

function begin(origin: string, key: string): void {
  const place = `deskbell:${key}`;
  const root = document.createElement("div");
  const shadow = root.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  const launcher = document.createElement("button");
  const words = ["b", "i", "em"].map((tag) => document.createElement(tag)) as [HTMLElement, HTMLElement, HTMLElement];
  const [ask, badge, chip] = words;
  const bell = svg("svg", "viewBox", "0 0 24 24");
  const small = matchMedia("(max-width:479px),(max-height:479px)");
  let memory: Remembered = {};
  let frame: HTMLIFrameElement | undefined;
  let ready = 0; // 1: loaded, so that it can be told; 2: it has answered, so that it can be shown
  let open = false;
  let unread = 0;
  let scrolling: string;

  // Storage may be blocked: the launcher then starts as if for the first time.
  const attempt = (work: () => void) => {
    try {
      work();
    } catch {
      return;
    }
  };
  const remember = (more: Remembered) => {
    Object.assign(memory, more);
    attempt(() => (localStorage[place] = JSON.stringify(memory)));
    wear();
  };
  const wear = () => {
    const { fill, onFill, met } = memory;
    badge.textContent = unread ? `${unread}` : "";
    root.style.setProperty("--fill", fill || script.dataset.color || "#0b6e69");
    root.style.setProperty("--on", onFill || "#fff");
    launcher.ariaLabel = `${memory.label || "Chat with us"} ${badge.textContent}`;
    launcher.className = open && ready > 1 ? "open" : met ? "" : "first";
    ask.textContent = memory.ask || "Ask us";
    if (frame) frame.className = launcher.className;
  };
  const tell = (news: FromPage) => ready && frame!.contentWindow!.postMessage({ deskbell: news }, origin);
  const tellView = () => tell({ type: "view", page: location.origin + location.pathname, open, full: small.matches });
  const build = () => {
    if (frame) return;
    frame = document.createElement("iframe");
    frame.title = launcher.ariaLabel!;
    frame.src = `${origin}/widget/${key}`;
    frame.onload = () => {
      ready = 1;
      tellView();
    };
    shadow.append(frame);
  };
  const show = (now: boolean) => {
    if (open === now) return;
    build();
    open = now;
    chip.textContent = "";
    remember({ met: true });
    const ground = document.documentElement.style;
    if (open) scrolling = ground.overflow;
    ground.overflow = open && small.matches ? "hidden" : scrolling;
    focus();
    tellView();
  };
  const focus = () => (open ? frame! : launcher).focus();
  const fold = () => remember({ met: true });
  const leave = () => {
    root.remove();
    removeEventListener("message", hear);
    removeEventListener("scroll", fold);
    attempt(() => delete localStorage[place]);
    delete page.Deskbell;
  };
  const hear = ({ origin: from, source, data }: MessageEvent) => {
    const news = data?.deskbell as ToPage | undefined;
    if (from !== origin || !frame || source !== frame.contentWindow || !news) return;
    if (news.type === "gone") leave();
    else if (news.type === "close") show(false);
    else {
      const rings = news.unread > unread;
      const first = ready++ < 2;
      unread = news.unread;
      chip.textContent = news.chip;
      remember(news.keep);
      if (first && open) focus();
      if (rings && !matchMedia("(prefers-reduced-motion:reduce)").matches) bell.animate({ rotate: ["0deg", "14deg", "-10deg", "0deg"] }, 400);
    }
  };
  const door: Door = (verb) => {
    show(verb === "open");
    if (verb !== "shutdown") return;
    if (ready > 1) tell({ type: "shutdown" });
    else leave();
  };

  attempt(() => (memory = JSON.parse(localStorage[place])));
  sheet.replaceSync(LOOK);
  shadow.adoptedStyleSheets = [sheet];
  bell.append(svg("path", "d", "M4 16a8 8 0 0 1 16 0M2 16h20v3H2zM12 8V5M10 5h4"));
  launcher.append(bell, ...words);
  launcher.onpointerenter = launcher.onfocus = build;
  launcher.onclick = () => show(true);
  shadow.append(launcher);
  addEventListener("message", hear);
  addEventListener("scroll", fold, { once: true });
  wear();
  (document.body || document.documentElement).append(root);
  if (memory.open) build();
  door.on = true;
  page.Deskbell = door;
  for (const [verb] of early?.q || []) door(verb);
}

function svg(tag: string, name: string, value: string): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag) as SVGElement;
  element.setAttribute(name, value);
  return element;
}
