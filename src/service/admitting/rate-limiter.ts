/** Rate limits for persons and offices: a token bucket each, in the memory of the process that answers. */

import { Lru } from "../../base/lru.ts";

export interface RateLimit {
  /** Requests that may come at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** Some 1 MB; a forgotten bucket is a full one, and one that was not used for a few seconds is full anyway. */
const mostBuckets = 10_000;

export class RateLimiter {
  readonly #buckets = new Lru<string, { readonly tokens: number; readonly at: number }>({ capacity: mostBuckets });

  /** Takes a token, and returns 0; or the seconds until there is one. `now` in milliseconds. */
  take(name: string, limit: RateLimit, now: number): number {
    const bucket = this.#buckets.get(name) ?? { tokens: limit.burst, at: now };
    const tokens = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 1000) * limit.perSecond);
    const isAllowed = tokens >= 1;
    this.#buckets.set(name, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    return isAllowed ? 0 : Math.ceil((1 - tokens) / limit.perSecond);
  }
}
