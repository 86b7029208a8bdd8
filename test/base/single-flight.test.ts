/** Runs that are shared: one at a time, and never one that began before the asker asked. */

import { expect, it } from "vitest";
import { singleFlight } from "../../src/base/single-flight.ts";

interface Runs {
  readonly ask: () => Promise<number>;
  /** Ends the run that is under way, with its number or a fault. */
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

it("whoever asks while a run is under way waits for the next one, all of them for the same", async () => {
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

it("a run that fails fails those who waited for it, and nobody after them", async () => {
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
