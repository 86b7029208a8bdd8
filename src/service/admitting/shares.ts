/**
 * The share of a process that one login may take: so many of its requests are answered at once, and the next ones wait. Without it
 * the reads that the rate limit lets through together, each of hundreds of rows, or a dozen bulks, would stand before
 * everybody else's.
 */

/** Milliseconds of a clock that never goes back. */
type Clock = () => number;

export interface ShareSize {
  /** Requests of one login that are answered at once. */
  readonly atOnce: number;
  /** Requests of one login that wait; one more is refused. */
  readonly mostWaiting: number;
  /** Milliseconds that a request waits at most, before its client gives up. */
  readonly patience: number;
}

/** Reads: more at once than a browser asks for, and a quarter of the pool; as many wait as the rate limit lets through. */
export const readShare: ShareSize = { atOnce: 8, mostWaiting: 240, patience: 8000 };
/** Bulks: one takes seconds of a processor and 16 MiB; the next is not read before it is recorded, and eight fit into the half minute. */
export const bulkShare: ShareSize = { atOnce: 1, mostWaiting: 8, patience: 30_000 };

/** Milliseconds between two looks: requests share no promise on workerd (store/connection-slots.ts looks as often). */
const lookEvery = 15;
/** Milliseconds after which a request that never gave its place back, because its runtime ended it, has none any more. */
const forgottenAfter = 60_000;

/** Milliseconds after which a request that no longer looks, because its runtime ended it, waits no more. */
const goneAfter = 2000;

interface Share {
  /** When each request that is being answered began, by the process's clock. */
  readonly began: Set<{ readonly at: number }>;
  /** The requests that wait, in the order in which they came, with the moment at which each looked last. */
  readonly waiting: Set<{ looked: number }>;
}

export class Shares {
  readonly #size: ShareSize;
  readonly #shares = new Map<string, Share>();

  constructor(size: ShareSize) {
    this.#size = size;
  }

  /** take returns a function that gives the place back; undefined when there is none in time. Who came first is served first. */
  async take(login: string, clock: Clock): Promise<(() => void) | undefined> {
    const share = this.#shares.get(login) ?? { began: new Set(), waiting: new Set() };
    this.#shares.set(login, share);
    const isFree = this.#isFree(share, clock()) && firstOf(share, clock()) === undefined;
    if (!isFree && !(await this.#comesFree(share, clock))) {
      this.#forget(login, share);
      return undefined;
    }
    const place = { at: clock() };
    share.began.add(place);
    return () => {
      share.began.delete(place);
      this.#forget(login, share);
    };
  }

  /** A login of which nothing is answered and nothing waits takes no memory. */
  #forget(login: string, share: Share): void {
    const { began, waiting } = share;
    if (began.size === 0 && waiting.size === 0 && this.#shares.get(login) === share) this.#shares.delete(login);
  }

  #isFree({ began }: Share, now: number): boolean {
    for (const place of began) if (now - place.at > forgottenAfter) began.delete(place);
    return began.size < this.#size.atOnce;
  }

  async #comesFree(share: Share, clock: Clock): Promise<boolean> {
    const { mostWaiting, patience } = this.#size;
    if (share.waiting.size >= mostWaiting) return false;
    const own = { looked: clock() };
    share.waiting.add(own);
    try {
      for (let waited = 0; waited < patience; waited += lookEvery) {
        await new Promise((resolve) => setTimeout(resolve, lookEvery));
        own.looked = clock();
        if (firstOf(share, own.looked) === own && this.#isFree(share, own.looked)) return true;
      }
      return false;
    } finally {
      share.waiting.delete(own);
    }
  }
}

/** Returns the request that has waited longest, and forgets those that look no more. */
function firstOf({ waiting }: Share, now: number): { looked: number } | undefined {
  for (const one of waiting) {
    if (now - one.looked <= goneAfter) return one;
    waiting.delete(one);
  }
  return undefined;
}
