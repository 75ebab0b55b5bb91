// The visitor's calls. The token travels in a header only, and is asked for when there is something to send.
import { type Outcome, type Settings, type Snapshot, type VisitorConversation, type VisitorMessage } from "../wire";
import { type Keep } from "./keep";
import { Problem } from "./problem";

export interface PolledEvents {
  messages: VisitorMessage[];
  conversation: VisitorConversation | null;
  last_seq: number;
}

export interface ApiParts {
  base: string;
  keep: Keep;
  tokenName: string;
  preview: boolean;
  fetch: typeof fetch;
  /** Two tabs that send at the same instant share one new visitor. */
  alone<Result>(work: () => Promise<Result>): Promise<Result | undefined>;
}

const GIVE_UP_MS = 20_000;

export class Api {
  constructor(private readonly parts: ApiParts) {}

  get token(): string | null {
    return this.parts.keep.get(this.parts.tokenName);
  }

  forget(): void {
    this.parts.keep.remove(this.parts.tokenName);
  }

  settings(): Promise<Settings> {
    return this.call<Settings>("GET", "/settings", undefined, null);
  }

  snapshot(): Promise<Snapshot> {
    return this.call<Snapshot>("GET", "/conversation", undefined, this.token);
  }

  events(after: number, signal: AbortSignal): Promise<PolledEvents> {
    return this.call<PolledEvents>("GET", `/events?after=${after}&wait=25`, undefined, this.token, signal);
  }

  async stream(after: number, signal: AbortSignal): Promise<Response> {
    const response = await this.parts.fetch(`${this.parts.base}/stream?after=${after}`, {
      headers: { Accept: "text/event-stream", Authorization: `Bearer ${this.token}` },
      cache: "no-store",
      signal,
    });
    if (!response.ok || !response.body) throw await problemOf(response);
    return response;
  }

  /** A write by the visitor; makes the visitor first when there is none, and once more when the server has forgotten them. */
  async write<Result = Outcome>(method: "POST" | "PUT", path: string, body: object): Promise<Result> {
    const token = this.token ?? (await this.becomeVisitor());
    try {
      return await this.call<Result>(method, path, body, token);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      if (this.token === token) this.forget();
      return this.call<Result>(method, path, body, this.token ?? (await this.becomeVisitor()));
    }
  }

  private async becomeVisitor(): Promise<string> {
    const token = await this.parts.alone(async () => {
      if (this.token) return this.token;
      const made = await this.call<{ token: string }>("POST", "/visitors", this.parts.preview ? { preview: true } : {}, null);
      this.parts.keep.set(this.parts.tokenName, made.token);
      return made.token;
    });
    return token!;
  }

  private async call<Result>(
    method: string,
    path: string,
    body: object | undefined,
    token: string | null,
    signal?: AbortSignal,
  ): Promise<Result> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (body) headers["Content-Type"] = "application/json";
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await this.parts.fetch(this.parts.base + path, {
      method,
      headers,
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: signal ?? AbortSignal.timeout(GIVE_UP_MS),
    });
    if (!response.ok) throw await problemOf(response);
    return (response.status === 204 ? undefined : await response.json()) as Result;
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  const seconds = Number(response.headers.get("Retry-After"));
  return new Problem(response.status, said.code ?? "", said.message ?? "", seconds > 0 ? seconds * 1_000 : null);
}
