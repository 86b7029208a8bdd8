/** Downloads some ahead of where the reader is, and gives them in order. */

const ahead = 8;

export async function* fetchAhead<Asked, Got>(
  all: Iterable<Asked>,
  get: (asked: Asked) => Promise<Got>,
): AsyncGenerator<Got> {
  const waiting: Promise<Got>[] = [];
  try {
    for (const asked of all) {
      const got = get(asked);
      // Whoever reads meets the fault when its turn comes; until then it is nobody's.
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
