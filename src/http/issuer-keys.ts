/**
 * The public keys of the issuer of tokens (RFC 7517). The set is kept as JSON and jose finds the key in it anew for each
 * token: jose's key sets, the remote one too, keep promises, and on workerd a promise that one request began must not be
 * awaited by another. jose's remote set also has no rule for an issuer that is away.
 *
 * One request fetches; those that need the set meanwhile look again and again whether it came, on either runtime.
 */

import {
  createLocalJWKSet,
  type CryptoKey,
  errors,
  type JSONWebKeySet,
  type JWK,
  type JWTHeaderParameters,
} from "jose";

/** No key set could be fetched, and none that was fetched before may still be used. */
export class IssuerUnreachable extends Error {
  constructor(cause: unknown) {
    super("the issuer of tokens cannot be reached", { cause });
    this.name = "IssuerUnreachable";
  }
}

/** Milliseconds. */
const ages = {
  /** A key set is fetched again after this: a key that the issuer took back is believed for ten minutes at most. */
  fresh: 600_000,
  /** A key set is used for this long while fetching fails: an hour without the issuer stops no work. */
  stale: 3_600_000,
  /** Made-up key ids and an issuer that is away cause two requests a minute at most. */
  cooldown: 30_000,
  /** Without a usable key set no person can sign in, so fetching is tried every second. */
  retry: 1000,
};

/** Milliseconds. A person waits for the answer; five seconds is also jose's own limit. */
const fetchLimit = 5000;
/** Milliseconds between two looks: whoever waits learns of the keys soon, and costs next to nothing. */
const lookEvery = 15;

/** One fetch. Who waits for it holds this object and learns from it how it ended. */
interface Fetch {
  ended: "no" | "fetched" | "failed";
  fault?: unknown;
}

export class IssuerKeys {
  #keySet: JSONWebKeySet = { keys: [] };
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;
  #edition = 0;
  #last: Fetch | undefined;
  readonly #fetchKeySet: () => Promise<unknown>;

  constructor(fetchKeySet: () => Promise<unknown>) {
    this.#fetchKeySet = fetchKeySet;
  }

  /** Counts the key sets that were fetched: what was verified with an older one is verified again. */
  get edition(): number {
    return this.#edition;
  }

  /** The one key that fits a token's header; JOSEError if none or several do, IssuerUnreachable without a key set. */
  async find(header: JWTHeaderParameters, now: number): Promise<CryptoKey> {
    if (now - this.#fetchedAt > ages.fresh) await this.#refresh(now);
    try {
      return await this.#match(header);
    } catch (fault) {
      // An unknown key may be a new one, and the issuer may have mended a broken or an ambiguous one.
      const underWay = this.#underWay;
      if (underWay === undefined && now - this.#askedAt < ages.cooldown) throw fault;
      await (underWay === undefined ? this.#fetch(now) : ended(underWay));
      return this.#match(header);
    }
  }

  async #match(header: JWTHeaderParameters): Promise<CryptoKey> {
    try {
      return await createLocalJWKSet(this.#keySet)(header);
    } catch (fault) {
      // WebCrypto cannot import the key that the token names: the issuer published a broken one.
      throw fault instanceof errors.JOSEError ? fault : new errors.JWKSInvalid("broken key", { cause: fault });
    }
  }

  get #underWay(): Fetch | undefined {
    return this.#last?.ended === "no" ? this.#last : undefined;
  }

  /** Fetches a set that is old; waits for it if there is none that may be used. */
  async #refresh(now: number): Promise<void> {
    if (now - this.#fetchedAt > ages.stale) return this.#begin(now);
    if (this.#underWay === undefined && now - this.#askedAt >= ages.cooldown) await this.#fetch(now);
  }

  /**
   * Gets a first key set. That the issuer was asked a moment ago is a reason to wait a moment and never to fail; whoever then
   * asks first asks for all who waited.
   */
  async #begin(now: number): Promise<void> {
    const before = this.#last;
    const early = before?.ended === "no" ? 0 : Math.max(0, ages.retry - (now - this.#askedAt));
    if (early > 0) await pause(early);
    const others = this.#last === before ? this.#underWay : this.#last;
    const { ended: how, fault } = others === undefined ? await this.#fetch(now + early) : await ended(others);
    if (how !== "fetched") throw new IssuerUnreachable(fault);
  }

  async #fetch(now: number): Promise<Fetch> {
    const fetch: Fetch = { ended: "no" };
    this.#last = fetch;
    this.#askedAt = now;
    try {
      this.#keySet = checkedKeySet(await this.#fetchKeySet());
      this.#fetchedAt = now;
      this.#edition += 1;
      fetch.ended = "fetched";
    } catch (fault) {
      fetch.ended = "failed";
      fetch.fault = fault;
    }
    return fetch;
  }
}

/** Waits for the fetch of another request. On workerd it may have been ended with that request: then it has failed. */
async function ended(fetch: Fetch): Promise<Fetch> {
  for (let waited = 0; fetch.ended === "no" && waited < fetchLimit + ages.retry; waited += lookEvery)
    await pause(lookEvery);
  if (fetch.ended === "no") fetch.ended = "failed";
  return fetch;
}

async function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Fetches the issuer's key set over HTTP. A redirect is not followed: the key set is where the settings say. */
export function keySetAt(url: string): () => Promise<unknown> {
  return async () => {
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      redirect: "manual",
      signal: AbortSignal.timeout(fetchLimit),
    });
    if (!response.ok) throw new Error(`the key set answers ${response.status}`);
    return response.json();
  };
}

/** jose checks the set's form; a key is checked when a token names it, so a broken one hides no other. */
function checkedKeySet(answer: unknown): JSONWebKeySet {
  if (!isKeySet(answer)) throw new Error("the answer is not a JSON Web Key Set");
  const keys = answer.keys.filter((key: unknown): key is JWK => typeof key === "object" && key !== null);
  // RFC 9864 calls EdDSA with Ed25519 "Ed25519"; jose compares the names, and tokens say EdDSA.
  const named = keys.map((key) => (key.alg === "Ed25519" ? { ...key, alg: "EdDSA" } : key));
  return createLocalJWKSet({ ...answer, keys: named }).jwks();
}

function isKeySet(answer: unknown): answer is JSONWebKeySet {
  return typeof answer === "object" && answer !== null && "keys" in answer && Array.isArray(answer.keys);
}
