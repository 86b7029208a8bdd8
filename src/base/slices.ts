/** Work in slices: a generator yields where the work may pause, and whoever runs it decides whether it gives way there. */

export type Sliced<Result> = Generator<undefined, Result, undefined>;

/** Returns when everything else that is ready to run has run. */
export type GiveWay = () => Promise<void>;

/** runWhole runs the work without a pause. */
export function runWhole<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** runInSlices gives way after each slice. */
export async function runInSlices<Result>(work: Sliced<Result>, giveWay: GiveWay): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await giveWay();
  }
}

/** mapInSlices maps the items, `size` at a time, and gives way after each slice. */
export async function mapInSlices<Item, Result>(
  items: readonly Item[],
  { size, giveWay }: { readonly size: number; readonly giveWay: GiveWay },
  map: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const mapped: Result[] = [];
  for (let from = 0; from < items.length; from += size) {
    if (from > 0) await giveWay();
    mapped.push(...(await Promise.all(items.slice(from, from + size).map(map))));
  }
  return mapped;
}

/** mapSliced maps the items, and may pause after each `size` of them. */
export function* mapSliced<Item, Result>(
  items: readonly Item[],
  size: number,
  map: (item: Item, place: number) => Result,
): Sliced<readonly Result[]> {
  const mapped: Result[] = [];
  for (const [place, item] of items.entries()) {
    if (place > 0 && place % size === 0) yield;
    mapped.push(map(item, place));
  }
  return mapped;
}
