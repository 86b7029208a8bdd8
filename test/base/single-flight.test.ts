/** Shared runs: one at a time, and for each caller one that began after the call. */

import { expect, it } from "vitest";
import { singleFlight } from "../../src/base/single-flight.ts";

interface Runs {
  readonly ask: () => Promise<number>;
  /** Ends the run that is under way: with its number, or with the fault. */
  readonly end: (fault?: Error) => void;
  readonly begun: () => number;
}

function makeRuns(): Runs {
  let begun = 0;
  let running = Promise.withResolvers<number>();
  const ask = singleFlight(async () => {
    begun += 1;
    running = Promise.withResolvers<number>();
    return running.promise;
  });
  const end = (fault?: Error): void => (fault === undefined ? running.resolve(begun) : running.reject(fault));
  return { ask, end, begun: () => begun };
}

it("calls during a run wait for the next run, and share it", async () => {
  const { ask, end, begun } = makeRuns();
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(begun()).toBe(1);
  end();
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(begun()).toBe(2);
  end();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
});

it("a run that fails rejects the calls that waited for it and no later call", async () => {
  const { ask, end } = makeRuns();
  const first = ask();
  const second = ask();
  end(new Error("lost"));
  await expect(first).rejects.toThrow("lost");
  await Promise.resolve();
  end();
  expect(await second).toBe(2);
  const third = ask();
  end();
  expect(await third).toBe(3);
});
