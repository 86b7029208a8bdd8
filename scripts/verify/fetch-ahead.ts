/** fetchAhead downloads some items ahead of the reader and yields them in order. */

const ahead = 8;

export async function* fetchAhead<Asked, Got>(
  all: Iterable<Asked>,
  get: (asked: Asked) => Promise<Got>,
): AsyncGenerator<Got> {
  const waiting: Promise<Got>[] = [];
  try {
    for (const asked of all) {
      const got = get(asked);
      // The reader meets this fault when its turn comes; until then it must not count as unhandled.
      got.catch(() => undefined);
      if (waiting.push(got) < ahead) continue;
      yield* await next(waiting);
    }
    while (waiting.length > 0) yield* await next(waiting);
  } finally {
    await Promise.allSettled(waiting);
  }
}

async function next<Got>(waiting: Promise<Got>[]): Promise<readonly Got[]> {
  const first = waiting.shift();
  return first === undefined ? [] : [await first];
}
