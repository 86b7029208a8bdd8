/**
 * Paired rounds: the competitors take turns in one run, so whatever else the machine does slows both. The median is
 * reported.
 */

export interface Compared {
  readonly ours: number;
  readonly theirs: number;
  /** The median of the rounds' ratios, not the ratio of the medians. */
  readonly ratio: number;
}

/** comparePaired measures two rates, higher is better. The competitors take turns in going first. */
export async function comparePaired(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Compared> {
  const pairs: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = await (round % 2 === 0 ? ours : theirs)();
    const second = await (round % 2 === 0 ? theirs : ours)();
    pairs.push(round % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(pairs.map((pair) => pair.ours / pair.theirs)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}

/**
 * rateOf returns completions per second: `concurrency` at a time, each starting the next one as it ends, for
 * `milliseconds`.
 */
export async function rateOf(work: () => Promise<void>, concurrency: number, milliseconds: number): Promise<number> {
  const began = performance.now();
  let completed = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      await work();
      completed += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return (completed / (performance.now() - began)) * 1000;
}
