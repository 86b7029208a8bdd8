/**
 * A caller of the API: it has tokens by subject, sends JSON bodies, and gives each command a key of its own. The client
 * is the same in process and on workerd.
 */

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The code of a problem document. */
  readonly code: string | undefined;
  readonly body: Fields;
}

export type Fields = { readonly [name: string]: unknown };

export interface Sending {
  /** The subject of the token; without it no token is sent. */
  readonly as?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

interface Line {
  /** The issuer of the tokens: the directory knows a login by issuer and subject. */
  readonly issuer: string;
  readonly token: (subject: string) => Promise<string>;
  readonly fetch: (path: string, request: RequestInit) => Promise<Response>;
}

export class ApiClient {
  readonly issuer: string;
  readonly #line: Line;
  #keys = 0;

  constructor(line: Line) {
    this.issuer = line.issuer;
    this.#line = line;
  }

  async get(path: string, sending: Sending = {}): Promise<Reply> {
    return this.#send("GET", path, sending);
  }

  /** Sends JSON, with a key of its own unless one is given; a header that is undefined is not sent. */
  async post(path: string, sending: Sending = {}): Promise<Reply> {
    this.#keys += 1;
    const key = sending.key ?? `key-${this.#keys}`;
    const headers = { "content-type": "application/json", "idempotency-key": key, ...sending.headers };
    return this.#send("POST", path, { ...sending, headers });
  }

  async #send(method: string, path: string, { as, body, headers = {} }: Sending): Promise<Reply> {
    const sent = new Headers();
    if (as !== undefined) sent.set("authorization", `Bearer ${await this.#line.token(as)}`);
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.set(name, value);
    const raw =
      typeof body === "string" || body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body);
    const request = { method, headers: sent, ...(raw === undefined ? {} : { body: raw }) };
    return replyOf(await this.#line.fetch(path, request));
  }
}

/** Whatever was asked, the answer is not a fault of the machine. */
export function faultless(reply: Reply): Reply {
  if (reply.status >= 500) throw new Error(reply.text);
  return reply;
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  const body: Fields = /json/.test(type) && text !== "" ? JSON.parse(text) : {};
  const code = type === "application/problem+json" ? String(body["code"]) : undefined;
  return { status: response.status, headers: response.headers, text, code, body };
}
