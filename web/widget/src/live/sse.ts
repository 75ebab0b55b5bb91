// Bytes of a text/event-stream → frames. Pure. https://html.spec.whatwg.org/multipage/server-sent-events.html

export interface Frame {
  event: string;
  data: string;
  id: string | null;
}

export class FrameReader {
  private rest = "";

  /** Frames completed by this piece of text; comments (pings) complete nothing. */
  push(piece: string): Frame[] {
    const lines = (this.rest + piece).replace(/\r\n/g, "\n").split("\n\n");
    this.rest = lines.pop()!;
    return lines.flatMap(frameOf);
  }
}

function frameOf(text: string): Frame[] {
  const frame: Frame = { event: "message", data: "", id: null };
  const data: string[] = [];
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") data.push(value);
    else if (name === "event") frame.event = value;
    else if (name === "id") frame.id = value;
  }
  frame.data = data.join("\n");
  return frame.data || frame.event !== "message" ? [frame] : [];
}
