// JSON over fetch with the product's errors: every refusal is an ApiError with a code and a sentence fit to show.

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: Record<string, unknown>;

  constructor(status: number, code: string, message: string, detail: Record<string, unknown> = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  /** Nothing reached the server, or nothing came back: worth trying again as it is. */
  get isOffline(): boolean {
    return this.status === 0;
  }
}

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export async function call<Answer>(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const isForm = options.body instanceof FormData;
  const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
  if (options.body !== undefined && !isForm) headers["Content-Type"] = "application/json";
  const body = isForm ? (options.body as FormData) : options.body === undefined ? null : JSON.stringify(options.body);

  let response: Response;
  try {
    response = await fetch(path, { method, headers, body, signal: options.signal ?? null, credentials: "same-origin" });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(0, "offline", "The server could not be reached.");
  }
  if (!response.ok) throw await refusal(response);
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

async function refusal(response: Response): Promise<ApiError> {
  const said: unknown = await response.json().catch(() => null);
  if (isRefusal(said)) return new ApiError(response.status, said.code, said.message, said.detail ?? {});
  if (response.status === 422) return new ApiError(422, "invalid", "Something in this form is not right yet. Check the values.");
  return new ApiError(response.status, "unexpected", "The server could not do this right now. Try again in a moment.");
}

function isRefusal(said: unknown): said is { code: string; message: string; detail?: Record<string, unknown> } {
  if (typeof said !== "object" || said === null) return false;
  return "code" in said && typeof said.code === "string" && "message" in said && typeof said.message === "string";
}
