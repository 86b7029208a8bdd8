/** What the tests of the worker rest on: the bundle runs in workerd, on PostgreSQL and on an S3 that can go away. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { makeObjects } from "../../src/store/objects.ts";
import { startWorker, type TestWorker } from "../kit/processes/worker.ts";

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker();
});
afterAll(() => worker.close());

test("the bundle answers in workerd", async () => {
  const health = await worker.fetch("/health");
  expect(health.headers.get("content-type")).toContain("application/json");
});

test("conditional puts hold: one who did not see the last object does not overwrite it (src/README.md#the-signer-remembers)", async () => {
  const objects = makeObjects(worker.objects.place);
  const first = await objects.putIf("held", new Uint8Array([1]), undefined);
  expect(first).toBeDefined();
  expect(await objects.putIf("held", new Uint8Array([2]), undefined)).toBeUndefined();
  expect(await objects.putIf("held", new Uint8Array([3]), first)).toBeDefined();
  expect(await objects.putIf("held", new Uint8Array([4]), first)).toBeUndefined();
  expect((await objects.get("held"))?.bytes).toEqual(new Uint8Array([3]));
});

test("an S3 that is shut is unreachable, and has its objects when it is open again", async () => {
  const objects = makeObjects(worker.objects.place);
  await objects.putIf("kept", new Uint8Array([7]), undefined);
  await worker.objects.shut();
  await expect(objects.get("kept")).rejects.toThrow("signer-memory-unreachable");
  await worker.objects.open();
  expect((await objects.get("kept"))?.bytes).toEqual(new Uint8Array([7]));
});
