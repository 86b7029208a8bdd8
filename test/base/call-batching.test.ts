/** Batched calls: those that arrive while a batch is served form the next one, and each has its own answer. */

import { expect, test } from "vitest";
import { batchCalls } from "../../src/base/call-batching.ts";

function recordingServer() {
  const groups: (readonly number[])[] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const serve = async (asks: readonly number[]) => {
    groups.push(asks);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    return asks.map((ask) => ask * 10);
  };
  return { groups, gates, serve };
}

/** settled waits until everything that is ready to run has run. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

test("calls that arrive while another is served are served together, in the order in which they came", async () => {
  const { groups, gates, serve } = recordingServer();
  const ask = batchCalls({ later: setImmediate, serve, group: () => () => true });
  const first = ask(1);
  await settled();
  const others = [ask(2), ask(3), ask(4)];
  await settled();
  expect(groups).toEqual([[1]]);
  gates[0]?.resolve();
  expect(await first).toBe(10);
  await settled();
  gates[1]?.resolve();
  expect(await Promise.all(others)).toEqual([20, 30, 40]);
  expect(groups).toEqual([[1], [2, 3, 4]]);
});

test("a call that may not join a batch is the first of the next one", async () => {
  const { groups, gates, serve } = recordingServer();
  const odd = () => (ask: number) => ask % 2 === 1;
  const ask = batchCalls({ later: setImmediate, serve, group: odd });
  const all = [ask(2), ask(4), ask(3), ask(1)];
  for (let i = 0; i < 2; i++) {
    await settled();
    gates[i]?.resolve();
  }
  expect(await Promise.all(all)).toEqual([20, 40, 30, 10]);
  expect(groups).toEqual([[2, 3, 1], [4]]);
});

test("a fault of serving rejects every call of the batch and no later call", async () => {
  const fault = new Error("the database is gone");
  let calls = 0;
  const serve = async (asks: readonly number[]) => {
    calls += 1;
    if (calls === 1) throw fault;
    return asks;
  };
  const ask = batchCalls({ later: setImmediate, serve, group: () => () => true });
  expect(await Promise.allSettled([ask(1), ask(2)])).toEqual([
    { status: "rejected", reason: fault },
    { status: "rejected", reason: fault },
  ]);
  expect(await ask(3)).toBe(3);
});

test("an answer that is a pending promise does not delay the other answers", async () => {
  const slow = Promise.withResolvers<string>();
  const ask = batchCalls<string, string>({
    later: setImmediate,
    serve: async (asks) => asks.map((each) => (each === "slow" ? slow.promise : each)),
    group: () => () => true,
  });
  const first = ask("slow");
  expect(await ask("quick")).toBe("quick");
  slow.resolve("at last");
  expect(await first).toBe("at last");
});
