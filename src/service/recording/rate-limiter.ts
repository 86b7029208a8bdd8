/** How many requests a person and an office may make: a token bucket each, in the memory of the process that answers. */

export interface RateLimit {
  /** Requests that may come at once. */
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const most = 10_000;

export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  /** Seconds to wait, or 0. now in milliseconds. */
  take(name: string, limit: RateLimit, now: number): number {
    const bucket = this.#buckets.get(name) ?? { tokens: limit.burst, at: now };
    const tokens = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 1000) * limit.perSecond);
    const allowed = tokens >= 1;
    this.#buckets.delete(name);
    this.#buckets.set(name, { tokens: allowed ? tokens - 1 : tokens, at: now });
    this.#forget();
    return allowed ? 0 : Math.ceil((1 - tokens) / limit.perSecond);
  }

  /** The least recently seen go first: a forgotten bucket is a full one. */
  #forget(): void {
    if (this.#buckets.size <= most) return;
    const oldest = this.#buckets.keys().next();
    if (oldest.done !== true) this.#buckets.delete(oldest.value);
  }
}
