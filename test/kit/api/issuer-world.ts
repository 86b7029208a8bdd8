/** An issuer of tokens whose keys and clock the test holds, and its verifier: without a database. */

import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { algorithms, TokenVerifier } from "../../../src/http/token-verifier.ts";
import { IssuerKeys } from "../../../src/http/issuer-keys.ts";

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

export const issuer = "https://issuer.example";
export const audience = "minh-chung";
export const start = Date.parse("2026-11-23T08:00:00Z");
/** The same in seconds. */
export const seconds = start / 1000;
const pairs = new Map<string, Pair>();

/** Makes the issuer's keys, and one of somebody else: for beforeAll. */
export async function makePairs(): Promise<void> {
  for (const alg of algorithms) pairs.set(alg, await generateKeyPair(alg, { extractable: true }));
  pairs.set("foreign", await generateKeyPair("EdDSA"));
}

export function pair(name: string): Pair {
  const found = pairs.get(name);
  if (found === undefined) throw new Error(`no key pair ${name}`);
  return found;
}

export async function publicJwk(name: string, kid: string): Promise<JWK> {
  return { ...(await exportJWK(pair(name).publicKey)), kid, use: "sig" };
}

/** A verifier and its issuer, whose clock and key set the test controls. */
export class World {
  now = start;
  asked = 0;
  down = false;
  names: readonly string[] = algorithms;
  readonly verifier = new TokenVerifier({
    issuer,
    audience,
    keys: new IssuerKeys(async () => this.#keySet()),
    now: () => this.now,
  });

  async #keySet(): Promise<unknown> {
    this.asked += 1;
    if (this.down) throw new Error("down");
    return { keys: await Promise.all(this.names.map(async (name) => publicJwk(name, name))) };
  }

  async codeOf(token: string, scheme = "Bearer"): Promise<string> {
    const identified = await this.verifier.identify(new Headers({ authorization: `${scheme} ${token}` }));
    return identified.ok ? `${identified.value.issuer} ${identified.value.subject}` : identified.refusal.code;
  }
}

interface Signing {
  readonly alg?: string;
  readonly kid?: string;
  readonly by?: string;
  readonly claims?: Record<string, unknown>;
}

export async function sign({ alg = "EdDSA", kid = alg, by = alg, claims = {} }: Signing = {}): Promise<string> {
  const payload = { iss: issuer, aud: audience, sub: "an", exp: seconds + 600, nbf: seconds, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(payload))).setProtectedHeader({ alg, kid }).sign(pair(by).privateKey);
}
