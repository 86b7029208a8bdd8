/** Work in slices gives the same as work done whole, and gives way between its slices. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { mapInSlices, mapSliced, runInSlices, runWhole } from "../../src/base/slices.ts";

const sizes = fc.record({ items: fc.array(fc.integer()), size: fc.integer({ min: 1, max: 5 }) });
const next = (item: number, place: number) => [item + 1, place];

test("a sliced map is the map, and gives way after each slice but the last", async () => {
  await fc.assert(
    fc.asyncProperty(sizes, async ({ items, size }) => {
      let ways = 0;
      const giveWay = async (): Promise<void> => void (ways += 1);
      const pauses = Math.max(0, Math.ceil(items.length / size) - 1);
      expect(runWhole(mapSliced(items, size, next))).toEqual(items.map(next));
      expect(await runInSlices(mapSliced(items, size, next), giveWay)).toEqual(items.map(next));
      expect(ways).toBe(pauses);
      expect(await mapInSlices(items, { size, giveWay }, async (item) => item + 1)).toEqual(
        items.map((item) => item + 1),
      );
      expect(ways).toBe(2 * pauses);
    }),
  );
});

test("a fault in a slice ends the work", async () => {
  const done: number[] = [];
  const failing = mapSliced([1, 2, 3], 1, (item) => {
    if (item === 2) throw new Error("the second failed");
    done.push(item);
  });
  await expect(runInSlices(failing, async () => undefined)).rejects.toThrow("the second failed");
  expect(done).toEqual([1]);
});
