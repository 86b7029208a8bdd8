/** Who comes while others are being served is served with the next: one round trip for all who waited. */

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (fault: unknown) => void;
}

export interface CallBatching<Ask, Answer> {
  /** Answers of all, in their order. What it throws, everyone of them is told. */
  readonly serve: (asks: readonly Ask[]) => Promise<readonly (Answer | Promise<Answer>)[]>;
  /** Begins a group: may this one be served with those that were taken before? Never asked of the first. */
  readonly group: () => (ask: Ask) => boolean;
  /** Runs it when all that is ready to go on has gone on: in the next turn of the event loop. */
  readonly later: (work: () => void) => void;
}

/** In the order in which they came, but for those who may not be served with somebody who came before. */
export function batchCalls<Ask, Answer>({
  serve,
  group,
  later,
}: CallBatching<Ask, Answer>): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  let serving: Promise<void> | undefined;
  const take = (): readonly Waiting<Ask, Answer>[] => {
    const joins = group();
    const taken = new Set(waiting.filter(({ ask }, i) => joins(ask) || i === 0));
    waiting = waiting.filter((each) => !taken.has(each));
    return [...taken];
  };
  /** What tells them. */
  const serveNext = async (): Promise<() => void> => {
    const taken = take();
    try {
      const answers = await serve(taken.map(({ ask }) => ask));
      return () => tell(taken, answers);
    } catch (fault) {
      return () => taken.forEach(({ reject }) => reject(fault));
    }
  };
  const serveAll = async (): Promise<void> => {
    // Whoever asks in the same turn of the event loop comes along.
    await new Promise<void>((resolve) => later(resolve));
    while (waiting.length > 0) {
      const told = await serveNext();
      // Those who wait are served first: what these do when they are told would keep the database idle meanwhile.
      if (waiting.length > 0) later(told);
      else told();
    }
    serving = undefined;
  };
  return async (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      serving ??= serveAll();
    });
}

function tell<Ask, Answer>(
  asked: readonly Waiting<Ask, Answer>[],
  answers: readonly (Answer | Promise<Answer>)[],
): void {
  for (const [i, { resolve, reject }] of asked.entries()) {
    const answer = answers[i];
    if (answer === undefined) reject(new Error("nobody answered"));
    else resolve(answer);
  }
}
