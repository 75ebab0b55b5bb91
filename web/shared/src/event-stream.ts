// Server-sent events read from fetch, so that headers can be sent and no token stands in a URL.

export interface ServerEvent {
  event: string;
  data: string;
  id: string | null;
}

/** Cuts whole events off the front of `text`; what is not whole yet comes back as `rest`. Comments are skipped. */
export function cutEvents(text: string): { events: ServerEvent[]; rest: string } {
  const blocks = text.replace(/\r\n?/g, "\n").split("\n\n");
  const rest = blocks.pop() ?? "";
  return { events: blocks.flatMap((block) => readBlock(block) ?? []), rest };
}

function readBlock(block: string): ServerEvent | null {
  const read: ServerEvent = { event: "message", data: "", id: null };
  const lines: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon === 0 || line === "") continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") lines.push(value);
    else if (field === "event") read.event = value;
    else if (field === "id") read.id = value;
  }
  if (lines.length === 0 && read.event === "message") return null;
  return { ...read, data: lines.join("\n") };
}

export interface StreamRequest {
  url: string;
  headers?: Record<string, string>;
  signal: AbortSignal;
  /** No byte for this long means that the connection is dead, whatever the browser believes. */
  silenceMs: number;
  onOpen: () => void;
  onBytes: () => void;
  onEvent: (event: ServerEvent) => void;
}

export class StreamRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The stream answered ${status}`);
    this.status = status;
  }
}

/** Resolves when the server ends the stream; rejects when it was refused, broke or fell silent. */
export async function readStream(request: StreamRequest): Promise<void> {
  const inner = new AbortController();
  const stop = () => inner.abort();
  request.signal.addEventListener("abort", stop, { once: true });
  let alarm = setTimeout(stop, request.silenceMs);
  try {
    const response = await fetch(request.url, {
      headers: { Accept: "text/event-stream", ...request.headers },
      signal: inner.signal,
      credentials: "same-origin",
      cache: "no-store",
    });
    if (!response.ok || !response.body) throw new StreamRefused(response.status);
    request.onOpen();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      request.onBytes();
      clearTimeout(alarm);
      alarm = setTimeout(stop, request.silenceMs);
      const cut = cutEvents(rest + value);
      rest = cut.rest;
      for (const event of cut.events) request.onEvent(event);
    }
  } finally {
    clearTimeout(alarm);
    request.signal.removeEventListener("abort", stop);
  }
}
