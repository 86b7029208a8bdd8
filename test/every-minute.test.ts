/** The timer runs at once and every minute, never two runs at a time; stopping it waits for the run under way. */

import { expect, it } from "vitest";
import { everyMinute } from "../src/every-minute.ts";

/** A clock that stands still until a test lets a minute pass, and runs that end when a test says so. */
function begin() {
  let now = 0;
  let tick: (() => void) | undefined;
  const clock = {
    now: () => now,
    every: (milliseconds: number, each: () => void) => {
      expect(milliseconds).toBe(60_000);
      tick = each;
      return () => (tick = undefined);
    },
  };
  const begun: number[] = [];
  const faults: unknown[] = [];
  let running = Promise.withResolvers<void>();
  const run = async (at: number): Promise<void> => {
    begun.push(at);
    running = Promise.withResolvers();
    return running.promise;
  };
  const end = everyMinute(run, (fault) => faults.push(fault), clock);
  const settled = async (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  return {
    begun,
    faults,
    end,
    minutePasses: () => {
      now += 60_000;
      tick?.();
    },
    finish: async () => {
      running.resolve();
      await settled();
    },
    fail: async (fault: unknown) => {
      running.reject(fault);
      await settled();
    },
  };
}

it("the timer begins at once, then every minute, with the time at which it begins", async () => {
  const { begun, finish, minutePasses } = begin();
  expect(begun).toEqual([0]);
  await finish();
  minutePasses();
  await finish();
  minutePasses();
  expect(begun).toEqual([0, 60_000, 120_000]);
});

it("the timer leaves out the minutes in which a run is under way", async () => {
  const { begun, finish, minutePasses } = begin();
  minutePasses();
  minutePasses();
  expect(begun).toEqual([0]);
  await finish();
  minutePasses();
  expect(begun).toEqual([0, 180_000]);
});

it("the timer reports a run that fails, and goes on with the next minute", async () => {
  const { begun, faults, fail, minutePasses } = begin();
  const fault = new Error("no database");
  await fail(fault);
  minutePasses();
  expect([faults, begun]).toEqual([[fault], [0, 60_000]]);
});

it("a stopped timer begins no run, and is over when the run under way is", async () => {
  const { begun, end, finish, minutePasses } = begin();
  let over = false;
  const ended = end().then(() => (over = true));
  minutePasses();
  expect([begun, over]).toEqual([[0], false]);
  await finish();
  await ended;
  minutePasses();
  expect(begun).toEqual([0]);
});
