/** Who comes while others are being served is served with the next: one round trip for all who waited. */

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (fault: unknown) => void;
}

export interface Gathering<Ask, Answer> {
  /** Answers of all, in their order. What it throws, everyone of them is told. */
  readonly serve: (asks: readonly Ask[]) => Promise<readonly (Answer | Promise<Answer>)[]>;
  /** Begins a group: may this one be served with those that were taken before? Never asked of the first. */
  readonly group: () => (ask: Ask) => boolean;
}

/** In the order in which they came, but for those who may not be served with somebody who came before. */
export function gather<Ask, Answer>({ serve, group }: Gathering<Ask, Answer>): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  let serving: Promise<void> | undefined;
  const take = (): readonly Waiting<Ask, Answer>[] => {
    const joins = group();
    const taken = new Set(waiting.filter(({ ask }, i) => joins(ask) || i === 0));
    waiting = waiting.filter((each) => !taken.has(each));
    return [...taken];
  };
  const serveNext = async (): Promise<void> => {
    const taken = take();
    try {
      const answers = await serve(taken.map(({ ask }) => ask));
      for (const [i, { resolve, reject }] of taken.entries()) {
        const answer = answers[i];
        if (answer === undefined) reject(new Error("nobody answered"));
        else resolve(answer);
      }
    } catch (fault) {
      for (const { reject } of taken) reject(fault);
    }
  };
  const serveAll = async (): Promise<void> => {
    // Whoever asks in the same turn of the event loop comes along.
    await Promise.resolve();
    while (waiting.length > 0) await serveNext();
    serving = undefined;
  };
  return async (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      serving ??= serveAll();
    });
}
