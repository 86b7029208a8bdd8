/** Calls that share a round trip: those that arrive while a batch is served form the next batch. */

interface Call<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (fault: unknown) => void;
}

type Answers<Answer> = readonly (Answer | Promise<Answer>)[];

export interface CallBatching<Ask, Answer> {
  /** Serves a batch and returns the answers in its order. If it throws, every call of the batch is rejected with the fault. */
  readonly serve: (asks: readonly Ask[]) => Promise<Answers<Answer>>;
  /** Starts a batch. The returned predicate admits further calls to it; the first call is always admitted and not asked about. */
  readonly group: () => (ask: Ask) => boolean;
  /** Runs `work` in the next turn of the event loop, after everything that is ready to run now. */
  readonly later: (work: () => void) => void;
}

/** batchCalls serves calls in the order in which they came, except those that may not join a call before them. */
export function batchCalls<Ask, Answer>(batching: CallBatching<Ask, Answer>): (ask: Ask) => Promise<Answer> {
  const { serve, group, later } = batching;
  let waiting: Call<Ask, Answer>[] = [];
  let serving: Promise<void> | undefined;
  const takeBatch = (): readonly Call<Ask, Answer>[] => {
    const joins = group();
    const batch = new Set(waiting.filter(({ ask }, i) => joins(ask) || i === 0));
    waiting = waiting.filter((call) => !batch.has(call));
    return [...batch];
  };
  /** serveNext serves one batch and returns a function that settles its calls. */
  const serveNext = async (): Promise<() => void> => {
    const batch = takeBatch();
    try {
      const answers = await serve(batch.map(({ ask }) => ask));
      return () => answer(batch, answers);
    } catch (fault) {
      return () => batch.forEach(({ reject }) => reject(fault));
    }
  };
  const serveAll = async (): Promise<void> => {
    // Calls of the same turn of the event loop join the first batch.
    await new Promise<void>((resolve) => later(resolve));
    while (waiting.length > 0) {
      const settle = await serveNext();
      // Waiting calls go first: what a settled caller does next would leave the database idle meanwhile.
      if (waiting.length > 0) later(settle);
      else settle();
    }
    serving = undefined;
  };
  return async (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      serving ??= serveAll();
    });
}

function answer<Ask, Answer>(batch: readonly Call<Ask, Answer>[], answers: Answers<Answer>): void {
  for (const [i, { resolve, reject }] of batch.entries()) {
    const each = answers[i];
    if (each === undefined) reject(new Error("a batch was served without an answer to this call"));
    else resolve(each);
  }
}
