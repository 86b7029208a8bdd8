/**
 * The whole API on a database of its own, in process: the real store, the real service, real tokens of an issuer that
 * the test holds.
 */

import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { sql } from "kysely";
import type { Hono } from "hono";
import { makeApp } from "../../../src/http/app.ts";
import type { Env } from "../../../src/env.ts";
import { TokenVerifier } from "../../../src/http/token-verifier.ts";
import { IssuerKeys } from "../../../src/http/issuer-keys.ts";
import type { RateLimiter } from "../../../src/service/admitting/rate-limiter.ts";
import { type Founders, foundDirectory } from "../../../src/service/recording/founding.ts";
import { ApiClient, type Fields } from "./api-client.ts";
import { checkLog } from "../host/check-log.ts";
import { makeTestHost, type TestHost } from "../host/host.ts";
import { type Database as Server, freshDatabase } from "../postgres/postgres.ts";

const issuer = "http://issuer.test";
const audience = "minh-chung";

type Sign = (claims: Fields) => Promise<string>;

interface Made {
  readonly whole: TestHost;
  readonly app: Hono;
  readonly tokens: TokenVerifier;
  readonly faults: unknown[];
  readonly sign: Sign;
  readonly server: Server;
}

export class Api extends ApiClient {
  readonly whole: TestHost;
  /** The database of this API. */
  readonly server: Server;
  readonly app: Hono;
  readonly tokens: TokenVerifier;
  /** The faults that the API reported. A test that ends with one has failed. */
  readonly faults: unknown[];
  readonly #sign: Sign;

  private constructor(made: Made) {
    const known = new Map<string, Promise<string>>();
    super({
      issuer,
      token: async (subject) => {
        const token = known.get(subject) ?? signed(made.sign, { sub: subject });
        known.set(subject, token);
        return token;
      },
      fetch: async (path, request) => made.app.request(path, request),
    });
    this.whole = made.whole;
    this.app = made.app;
    this.tokens = made.tokens;
    this.faults = made.faults;
    this.#sign = made.sign;
    this.server = made.server;
  }

  /** Starts the API with its directory founded, on a new database or on one that is given; the administrators' tokens have the subjects "administrator" and "second-administrator". */
  static async start(
    how: { readonly env?: Env; readonly server?: Server; readonly limiter?: RateLimiter } = {},
  ): Promise<Api> {
    const server = how.server ?? (await freshDatabase());
    const whole = await makeTestHost(server, how);
    const pair = await generateKeyPair("EdDSA", { crv: "Ed25519" });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: "test" };
    const keys = new IssuerKeys(async () => ({ keys: [jwk] }));
    const tokens = new TokenVerifier({ issuer, audience, keys, now: () => Date.now() });
    const faults: unknown[] = [];
    const lent = { host: whole.host, end: async () => undefined };
    const app = makeApp({ host: () => lent, tokens, report: (fault) => faults.push(fault) });
    await foundDirectory(foundersOf(issuer), whole.host);
    const sign: Sign = async (claims) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: "EdDSA", kid: "test" }).sign(pair.privateKey);
    return new Api({ whole, app, tokens, faults, sign, server });
  }

  /** Makes a token with claims that differ from the usual. */
  async token(subject: string, claims: Fields = {}): Promise<string> {
    return signed(this.#sign, { sub: subject, ...claims });
  }

  /** Counts recorded events: a request that was refused has recorded none. */
  async events(): Promise<number> {
    const { rows } = await sql<{ n: string }>`select count(*) as n from event`.execute(this.whole.database);
    return Number(rows[0]?.n);
  }

  /** Runs the oracle: everything is recomputed from the database, and no fault was reported. */
  async audit(): Promise<void> {
    await checkLog(this.whole);
    if (this.faults.length > 0) throw new AggregateError(this.faults, "the API told faults");
  }

  async end(): Promise<void> {
    await this.whole.end();
    await this.server.drop();
  }
}

export function foundersOf(tokenIssuer: string): Founders {
  return {
    operator: { code: "van-hanh", name: "Đơn vị vận hành" },
    administrators: [
      { identity: { issuer: tokenIssuer, subject: "administrator" }, name: "Quản trị danh bạ" },
      { identity: { issuer: tokenIssuer, subject: "second-administrator" }, name: "Quản trị danh bạ thứ hai" },
    ],
  };
}

async function signed(sign: Sign, claims: Fields): Promise<string> {
  return sign({ iss: issuer, aud: audience, exp: Math.floor(Date.now() / 1000) + 3600, ...claims });
}
