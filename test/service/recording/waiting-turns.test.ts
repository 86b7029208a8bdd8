/** Waiting for a turn, as on Node and as on workerd: in order, with a deadline, and never for one that is gone. */

import { describe, expect, test } from "vitest";
import { formatId } from "../../../src/base/ids.ts";
import { streamName } from "../../../src/domain/event.ts";
import { StreamTurns, type Uses } from "../../../src/service/recording/stream-turns.ts";
import { requestTurns, sharedTurns, type Timer } from "../../../src/service/recording/waiting-turns.ts";

const file: Uses = new Map([[streamName("case", formatId(new Uint8Array(16))), "writes"]]);

/** A clock that goes only when it is told to, with its timers. */
class Hands {
  #now = 0;
  readonly #rings = new Map<() => void, number>();
  readonly clock = (): number => this.#now;
  readonly timer: Timer = (milliseconds, ring) => {
    this.#rings.set(ring, this.#now + milliseconds);
    return () => this.#rings.delete(ring);
  };

  get timers(): number {
    return this.#rings.size;
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (; this.#now < end; this.#now = Math.min(end, this.#now + 5)) await this.#ring();
    await this.#ring();
  }

  async #ring(): Promise<void> {
    for (const [ring, at] of this.#rings) {
      if (at > this.#now) continue;
      this.#rings.delete(ring);
      ring();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.each([
  ["called by the turn before (Node)", sharedTurns],
  ["looking again (workerd)", requestTurns],
])("%s", (_, makeTurns) => {
  function begin(most = 100) {
    const hands = new Hands();
    const takeTurn = makeTurns({ ...hands, rest: async () => undefined, cache: { turns: new StreamTurns(most) } });
    return { hands, takeTurn };
  }

  test("all come up in the order in which they came, one at a time, also after one that threw", async () => {
    const { hands, takeTurn } = begin();
    const [order, inside]: [number[], Set<number>] = [[], new Set()];
    const work = async (i: number): Promise<void> => {
      const turn = await takeTurn(file);
      try {
        inside.add(i);
        expect(inside.size).toBe(1);
        expect(turn.hasWaited).toBe(i > 0);
        order.push(i);
        await new Promise<void>((resolve) => hands.timer(20, resolve));
        if (i % 3 === 0) throw new Error("the work failed");
      } finally {
        inside.delete(i);
        turn.end();
      }
    };
    const all = Promise.allSettled(Array.from({ length: 20 }, async (__, i) => work(i)));
    await hands.pass(1000);
    expect((await all).map(({ status }) => status === "rejected")).toEqual(order.map((i) => i % 3 === 0));
    expect(order).toEqual(Array.from({ length: 20 }, (__, i) => i));
    expect(hands.timers).toBe(0);
  });

  test("one that waited for fifteen seconds is told to try again, and the next is not held up by it", async () => {
    const { hands, takeTurn } = begin();
    const holder = await takeTurn(file);
    const refused = takeTurn(file).catch((fault: unknown) => fault);
    await hands.pass(8000);
    holder.keep();
    await hands.pass(6900);
    const next = takeTurn(file);
    await hands.pass(200);
    expect(await refused).toMatchObject({ code: "stream-busy", recorded: "no" });
    holder.end();
    await hands.pass(20);
    expect((await next).hasWaited).toBe(true);
  });

  test("a client that leaves leaves the queue, and its place is free", async () => {
    const { hands, takeTurn } = begin(1);
    const holder = await takeTurn(file);
    const leaving = new AbortController();
    const left = takeTurn(file, leaving.signal).catch((fault: unknown) => fault);
    await expect(takeTurn(file)).rejects.toMatchObject({ code: "too-many-wait", recorded: "no" });
    leaving.abort();
    await hands.pass(20);
    expect(await left).toMatchObject({ code: "stream-busy", recorded: "no" });
    const next = takeTurn(file);
    holder.end();
    await hands.pass(20);
    (await next).end();
    expect(hands.timers).toBe(0);
  });

  test("a holder that vanished holds the file for twelve seconds, and one that gives signs as long as it works", async () => {
    const { hands, takeTurn } = begin();
    const holder = await takeTurn(file);
    await hands.pass(11_000);
    holder.keep();
    await hands.pass(11_900);
    const next = takeTurn(file);
    await hands.pass(50);
    expect(await Promise.race([next.then(() => "up"), Promise.resolve("waits")])).toBe("waits");
    await hands.pass(100);
    const afterIt = takeTurn(file);
    await hands.pass(20);
    (await next).end();
    await hands.pass(20);
    (await afterIt).end();
  });
});
