/**
 * The public keys of the issuer of tokens (RFC 7517), kept as finished keys and never as promises: on workerd a promise
 * that one request began must not be awaited by another, which is why jose's own remote key set is not used.
 */

import { type CryptoKey, importJWK, type JWK, type JWTHeaderParameters } from "jose";

export const algorithms = ["EdDSA", "ES256", "RS256"] as const;
export type Algorithm = (typeof algorithms)[number];

/** The issuer gave no key set, and there is none that may still be used. */
export class IssuerUnreachable extends Error {
  constructor(cause: unknown) {
    super("the issuer of tokens cannot be reached", { cause });
    this.name = "IssuerUnreachable";
  }
}

export interface IssuerKey {
  readonly kid: string | undefined;
  readonly algorithm: Algorithm;
  readonly key: CryptoKey;
}

/** Milliseconds. A key set is fetched again after `fresh`; while that fails it is used until `stale`; never fetched more often than `cooldown`. */
const ages = { fresh: 600_000, stale: 3_600_000, cooldown: 30_000, retry: 1000 };

export class IssuerKeys {
  #keys: readonly IssuerKey[] = [];
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;
  /** Counts the key sets: what was verified under an older one is verified again. */
  #edition = 0;
  readonly #fetchKeySet: () => Promise<unknown>;

  constructor(fetchKeySet: () => Promise<unknown>) {
    this.#fetchKeySet = fetchKeySet;
  }

  get edition(): number {
    return this.#edition;
  }

  /** now in milliseconds. undefined: the issuer has no such key. */
  async find({ alg, kid }: JWTHeaderParameters, now: number): Promise<CryptoKey | undefined> {
    if (now - this.#fetchedAt > ages.fresh) await this.#refresh(now);
    const known = this.#matching(alg, kid);
    // A key that is not known may be a new one. The cooldown keeps made-up key ids from becoming requests to the issuer.
    if (known !== undefined || now - this.#askedAt < ages.cooldown) return known;
    await this.#refresh(now);
    return this.#matching(alg, kid);
  }

  /** Without a key id the algorithm must leave one choice only. */
  #matching(alg: string, kid: string | undefined): CryptoKey | undefined {
    const fitting = this.#keys.filter((key) => key.algorithm === alg && (kid === undefined || key.kid === kid));
    return fitting.length === 1 ? fitting[0]?.key : undefined;
  }

  async #refresh(now: number): Promise<void> {
    const usable = now - this.#fetchedAt <= ages.stale;
    if (now - this.#askedAt < (usable ? ages.cooldown : ages.retry)) {
      if (usable) return;
      throw new IssuerUnreachable("asked a moment ago");
    }
    this.#askedAt = now;
    try {
      this.#keys = await importKeySet(await this.#fetchKeySet());
      this.#fetchedAt = now;
      this.#edition += 1;
    } catch (fault) {
      if (!usable) throw new IssuerUnreachable(fault);
    }
  }
}

/** Asks the issuer over HTTP. A redirect is not followed: the key set is where the settings say. */
export function keySetAt(url: string): () => Promise<unknown> {
  return async () => {
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      redirect: "manual",
      signal: AbortSignal.timeout(5000),
    });
    if (!response.ok) throw new Error(`the key set answers ${response.status}`);
    return response.json();
  };
}

/** Public signature keys of our algorithms; others in the set are for somebody else. */
async function importKeySet(keySet: unknown): Promise<readonly IssuerKey[]> {
  const found: IssuerKey[] = [];
  for (const jwk of keysOf(keySet)) {
    const algorithm = algorithmOf(jwk);
    if (algorithm === undefined) continue;
    const { d: _, ...publicPart } = jwk;
    const key = await importJWK(publicPart, algorithm);
    if (!(key instanceof Uint8Array)) found.push({ kid: jwk.kid, algorithm, key });
  }
  return found;
}

function keysOf(keySet: unknown): readonly JWK[] {
  if (typeof keySet !== "object" || keySet === null || !("keys" in keySet) || !Array.isArray(keySet.keys)) {
    throw new Error("not a JSON Web Key Set");
  }
  return keySet.keys.filter((key): key is JWK => typeof key === "object" && key !== null);
}

/** The algorithm follows from the kind of key, so that no key verifies under two (RFC 8725 §3.1). */
function algorithmOf({ kty, crv, use, alg }: JWK): Algorithm | undefined {
  if (use !== undefined && use !== "sig") return undefined;
  const algorithm = kty === "RSA" ? "RS256" : curves[`${kty}/${crv}`];
  return alg === undefined || alg === algorithm || (alg === "Ed25519" && algorithm === "EdDSA") ? algorithm : undefined;
}

const curves: Readonly<Record<string, Algorithm>> = { "OKP/Ed25519": "EdDSA", "EC/P-256": "ES256" };
