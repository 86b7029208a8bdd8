/** The whole API on a database of its own, in process: real store, real service, real tokens of an issuer that the test holds. */

import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { sql } from "kysely";
import type { Hono } from "hono";
import { makeApp } from "../../src/http/app.ts";
import { TokenVerifier } from "../../src/http/auth.ts";
import { IssuerKeys } from "../../src/http/issuer-keys.ts";
import { foundDirectory } from "../../src/service/founding.ts";
import { checkLog } from "./check-log.ts";
import { makeTestHost, type TestHost } from "./host.ts";
import { freshDatabase } from "./postgres.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of a problem: its code. */
  readonly code: string | undefined;
  readonly body: Fields;
}

export type Fields = { readonly [name: string]: unknown };

export interface Sending {
  /** The subject of the token; left out: no token. */
  readonly as?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

const issuer = "http://issuer.test";
const audience = "minh-chung";

export class Api {
  readonly whole: TestHost;
  readonly app: Hono;
  readonly tokens: TokenVerifier;
  /** Faults that the API told as 500: a test that ends with one has failed. */
  readonly faults: unknown[];
  readonly #sign: (claims: Fields) => Promise<string>;
  readonly #drop: () => Promise<void>;
  readonly #tokens = new Map<string, string>();
  #keys = 0;

  private constructor(made: {
    whole: TestHost;
    app: Hono;
    tokens: TokenVerifier;
    faults: unknown[];
    sign: (claims: Fields) => Promise<string>;
    drop: () => Promise<void>;
  }) {
    this.whole = made.whole;
    this.app = made.app;
    this.tokens = made.tokens;
    this.faults = made.faults;
    this.#sign = made.sign;
    this.#drop = made.drop;
  }

  /** With its directory founded; the administrator's token is of "administrator". */
  static async start(): Promise<Api> {
    const database = await freshDatabase();
    const whole = await makeTestHost(database.appUrl);
    const pair = await generateKeyPair("EdDSA", { crv: "Ed25519" });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: "test" };
    const keys = new IssuerKeys(async () => ({ keys: [jwk] }));
    const tokens = new TokenVerifier({ issuer, audience, keys, now: () => Date.now() });
    const faults: unknown[] = [];
    const lent = { host: whole.host, end: async () => undefined };
    const app = makeApp({ host: () => lent, tokens, report: (fault) => faults.push(fault) });
    await foundDirectory(
      {
        operator: { code: "van-hanh", name: "Đơn vị vận hành" },
        administrator: { identity: { issuer, subject: "administrator" }, name: "Quản trị danh bạ" },
      },
      whole.host,
    );
    const sign = async (claims: Fields): Promise<string> =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: "EdDSA", kid: "test" }).sign(pair.privateKey);
    return new Api({ whole, app, tokens, faults, sign, drop: database.drop });
  }

  async token(subject: string, claims: Fields = {}): Promise<string> {
    const known = this.#tokens.get(subject);
    if (known !== undefined && Object.keys(claims).length === 0) return known;
    const exp = Math.floor(Date.now() / 1000) + 3600;
    const token = await this.#sign({ iss: issuer, aud: audience, sub: subject, exp, ...claims });
    if (Object.keys(claims).length === 0) this.#tokens.set(subject, token);
    return token;
  }

  async get(path: string, sending: Sending = {}): Promise<Reply> {
    return this.#send("GET", path, sending);
  }

  /** JSON, with a key of its own unless one is given; a header that is undefined is not sent. */
  async post(path: string, sending: Sending = {}): Promise<Reply> {
    this.#keys += 1;
    const headers = {
      "content-type": "application/json",
      "idempotency-key": sending.key ?? `key-${this.#keys}`,
      ...sending.headers,
    };
    return this.#send("POST", path, { ...sending, headers });
  }

  async #send(method: string, path: string, { as, body, headers = {} }: Sending): Promise<Reply> {
    const sent = new Headers();
    if (as !== undefined) sent.set("authorization", `Bearer ${await this.token(as)}`);
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.set(name, value);
    const raw =
      typeof body === "string" || body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body);
    const response = await this.app.request(path, {
      method,
      headers: sent,
      ...(raw === undefined ? {} : { body: raw }),
    });
    return replyOf(response);
  }

  /** Recorded events: what was refused has recorded none. */
  async events(): Promise<number> {
    const { rows } = await sql<{ n: string }>`select count(*) as n from event`.execute(this.whole.database);
    return Number(rows[0]?.n);
  }

  /** The oracle: everything recomputed from the database, and no fault told. */
  async audit(): Promise<void> {
    await checkLog(this.whole);
    if (this.faults.length > 0) throw new AggregateError(this.faults, "the API told faults");
  }

  async end(): Promise<void> {
    await this.whole.end();
    await this.#drop();
  }
}

/** Whatever was asked, the machine did not fail. */
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
