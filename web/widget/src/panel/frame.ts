// The panel's side of the conversation with the page around it. Both sides name exact origins; no message text crosses.

/** What the page may remember, so that its launcher looks right before the panel has loaded. */
export interface Remembered {
  /** There is an open conversation: build the panel at once next time. */
  open?: boolean;
  /** The visitor has seen what the launcher is. */
  met?: boolean;
  fill?: string;
  onFill?: string;
  ask?: string;
  label?: string;
}

export type ToPage = { type: "news"; keep: Remembered; unread: number; chip: string } | { type: "close" } | { type: "gone" };

export type FromPage = { type: "view"; page: string; open: boolean; full: boolean } | { type: "shutdown" };

export interface Frame {
  /** False when the panel is a page of its own: there is nothing to close. */
  readonly framed: boolean;
  tell(news: ToPage): void;
}

const MARK = "deskbell";

/** Only the parent window may speak, and only from the origin that its first message came from. */
export function frameOf(view: Window, listen: (news: FromPage) => void): Frame {
  const framed = view.parent !== view;
  let page: string | null = view.location.ancestorOrigins?.[0] ?? null;
  const waiting: ToPage[] = [];
  const frame: Frame = {
    framed,
    tell: (news) => {
      if (!framed) return;
      if (page && page !== "null") view.parent.postMessage({ [MARK]: news }, page);
      else waiting.push(news);
    },
  };
  view.addEventListener("message", (event: MessageEvent<Record<string, unknown> | null>) => {
    if (event.source !== view.parent || !framed || typeof event.data !== "object") return;
    const news = event.data?.[MARK] as FromPage | undefined;
    if (!news || (page && event.origin !== page)) return;
    page = event.origin;
    for (const early of waiting.splice(0)) frame.tell(early);
    listen(news);
  });
  return frame;
}

/** Where the visitor is, without what may be private in an address: no query, no fragment. */
export function pageOf(address: string): string | undefined {
  try {
    const url = new URL(address);
    return url.protocol.startsWith("http") ? (url.origin + url.pathname).slice(0, 2_000) : undefined;
  } catch {
    return undefined;
  }
}
