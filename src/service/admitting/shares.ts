/**
 * The share of a process that one login may take: so many of its reads are answered at once, and the next ones wait. Without it
 * the reads that the rate limit lets through together, each of hundreds of rows, would stand before everybody else's.
 */

/** Milliseconds of a clock that never goes back. */
type Clock = () => number;

/** Reads of one login that are answered at once: more than a browser asks for at once, and a quarter of the pool for reading. */
const most = 8;
/** Reads of one login that wait, as many as its rate limit lets through at once; one more is refused. */
const mostWaiting = 240;
/** Milliseconds between two looks: requests share no promise on workerd (store/connection-slots.ts looks as often). */
const lookEvery = 15;
/** Milliseconds that a request waits at most, before its client gives up. */
const patience = 8000;
/** Milliseconds after which a request that never gave its place back, because its runtime ended it, has none any more. */
const forgottenAfter = 60_000;

interface Share {
  /** When each request that is being answered began, by the process's clock. */
  readonly began: Set<{ readonly at: number }>;
  waiting: number;
}

export class Shares {
  readonly #shares = new Map<string, Share>();

  /** take returns a function that gives the place back; undefined when there is none in time. */
  async take(login: string, clock: Clock): Promise<(() => void) | undefined> {
    const share = this.#shares.get(login) ?? { began: new Set(), waiting: 0 };
    this.#shares.set(login, share);
    if (isFull(share, clock()) && !(await comesFree(share, clock))) {
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
    if (share.began.size === 0 && share.waiting === 0 && this.#shares.get(login) === share) this.#shares.delete(login);
  }
}

function isFull({ began }: Share, now: number): boolean {
  for (const place of began) if (now - place.at > forgottenAfter) began.delete(place);
  return began.size >= most;
}

async function comesFree(share: Share, clock: Clock): Promise<boolean> {
  if (share.waiting >= mostWaiting) return false;
  share.waiting += 1;
  try {
    for (let waited = 0; waited < patience; waited += lookEvery) {
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
      if (!isFull(share, clock())) return true;
    }
    return false;
  } finally {
    share.waiting -= 1;
  }
}
