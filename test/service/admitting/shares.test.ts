/** One login takes a share of a process: the reads beyond it wait their turn, and those of others do not wait for them. */

import { expect, test } from "vitest";
import { bulkShare, readShare, Shares } from "../../../src/service/admitting/shares.ts";

const clock = (): number => performance.now();

async function taken(shares: Shares, login: string): Promise<() => void> {
  const giveBack = await shares.take(login, clock);
  if (giveBack === undefined) throw new Error("no place");
  return giveBack;
}

test("at most eight reads of a login are answered at once, and each of a crowd gets its place", async () => {
  const shares = new Shares(readShare);
  let [running, most, done] = [0, 0, 0];
  const read = async (): Promise<void> => {
    const giveBack = await taken(shares, "one");
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    done += 1;
    giveBack();
  };
  await Promise.all(Array.from({ length: 100 }, read));
  expect([most, done]).toEqual([8, 100]);
});

test("another login does not wait for one that has taken its share", async () => {
  const shares = new Shares(readShare);
  const held = await Promise.all(Array.from({ length: 8 }, async () => taken(shares, "one")));
  const waiting = taken(shares, "one");
  (await taken(shares, "two"))();
  let came = false;
  const coming = waiting.then(() => (came = true));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(came).toBe(false);
  held[0]?.();
  await coming;
  (await waiting)();
});

test("a place that is given back twice is one place", async () => {
  const shares = new Shares(readShare);
  const held = await Promise.all(Array.from({ length: 8 }, async () => taken(shares, "one")));
  held[0]?.();
  held[0]?.();
  await taken(shares, "one");
  let came = false;
  const coming = taken(shares, "one").then(() => (came = true));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(came).toBe(false);
  held[1]?.();
  await coming;
});

test("a read that its runtime ended gives its place back after a minute", async () => {
  const shares = new Shares(readShare);
  let now = 0;
  for (let i = 0; i < 8; i++) await shares.take("one", () => now);
  now = 61_000;
  expect(await shares.take("one", () => now)).toBeDefined();
});

test("bulks of a login go one after another, and who finds eight waiting is refused at once", async () => {
  const shares = new Shares(bulkShare);
  const first = await taken(shares, "one");
  let [running, most] = [0, 0];
  const waiting = Array.from({ length: 8 }, async () => {
    const giveBack = await taken(shares, "one");
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    giveBack();
  });
  expect(await shares.take("one", clock)).toBeUndefined();
  first();
  await Promise.all(waiting);
  expect(most).toBe(1);
});

test("who came first is served first: newcomers do not pass by who waits", async () => {
  const shares = new Shares({ atOnce: 1, mostWaiting: 100, patience: 5000 });
  const first = await taken(shares, "one");
  const served: number[] = [];
  const ask = async (i: number): Promise<void> => {
    const giveBack = await taken(shares, "one");
    served.push(i);
    giveBack();
  };
  const all = [ask(0), ask(1)];
  first();
  // A newcomer finds the place free before anybody who waits has looked.
  for (let i = 2; i < 12; i++) all.push(ask(i));
  await Promise.all(all);
  expect(served).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test("a request that its runtime ended while it waited keeps nobody from a place", async () => {
  const shares = new Shares({ atOnce: 1, mostWaiting: 100, patience: 100 });
  let now = 0;
  const first = await shares.take("one", () => now);
  // Its clock stands still, as that of a request that never looks again.
  const gone = shares.take("one", () => 0);
  await new Promise((resolve) => setTimeout(resolve, 5));
  now = 3000;
  first?.();
  expect(await shares.take("one", () => now)).toBeDefined();
  expect(await gone).toBeUndefined();
});
