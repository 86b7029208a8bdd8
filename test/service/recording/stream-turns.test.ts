/** Turns on streams: whatever is taken and ended in whatever order, the rule of the queue holds after each step. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { formatId } from "../../../src/base/ids.ts";
import { type StreamName, streamName } from "../../../src/domain/event.ts";
import { StreamTurns, type Turn, type Uses } from "../../../src/service/recording/stream-turns.ts";

const streams = Array.from({ length: 4 }, (_, i) => streamName("case", formatId(new Uint8Array(16).fill(i))));
const always = { now: 0, until: 1000 };

const uses = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...streams), fc.constantFrom("reads" as const, "writes" as const)), {
    selector: ([stream]) => stream,
    minLength: 1,
  })
  .map((entries): Uses => new Map(entries));
const steps = fc.array(
  fc.oneof(fc.record({ take: uses }), fc.record({ end: fc.nat() }), fc.record({ endUp: fc.nat() })),
  { maxLength: 60 },
);

function exclude(one: Uses, other: Uses): boolean {
  return [...one].some(([stream, use]) => {
    const theirs = other.get(stream);
    return theirs !== undefined && (use === "writes" || theirs === "writes");
  });
}

/** What waits in a queue of turns, by the rule alone. */
class Model {
  readonly live: Turn[] = [];
  readonly calls = new Map<Turn, number>();

  take(turn: Turn): void {
    this.live.push(turn);
    if (!turn.isUp) turn.called = () => this.calls.set(turn, (this.calls.get(turn) ?? 0) + 1);
  }

  isUp(turn: Turn): boolean {
    return !this.live.slice(0, this.live.indexOf(turn)).some((earlier) => exclude(earlier.uses, turn.uses));
  }

  get waiting(): readonly Turn[] {
    return this.live.filter((turn) => !this.isUp(turn));
  }
}

test("a turn is up exactly when no earlier turn that excludes it is still there, and is called once when it comes up", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const [turns, model] = [new StreamTurns(1000), new Model()];
      for (const step of all) {
        const waited = new Set(model.waiting);
        if ("take" in step) {
          const turn = turns.take(step.take, always);
          if (turn === undefined) throw new Error("there is room");
          model.take(turn);
        } else {
          const from = "end" in step ? model.live : model.live.filter((turn) => turn.isUp);
          const gone = from[("end" in step ? step.end : step.endUp) % Math.max(from.length, 1)];
          if (gone === undefined) continue;
          turns.end(gone);
          turns.end(gone);
          model.live.splice(model.live.indexOf(gone), 1);
        }
        expect(model.live.map((turn) => turn.isUp)).toEqual(model.live.map((turn) => model.isUp(turn)));
        for (const turn of model.live.filter((each) => waited.has(each)))
          expect(model.calls.get(turn) ?? 0).toBe(turn.isUp ? 1 : 0);
      }
      for (const turn of model.live) turns.end(turn);
      for (const stream of streams) expect(turns.take(new Map([[stream, "writes"]]), always)?.isUp).toBe(true);
    }),
  );
});

test("only so many may wait, and one that need not wait is always let in", () => {
  fc.assert(
    fc.property(fc.array(uses, { maxLength: 30 }), (all) => {
      const [turns, model] = [new StreamTurns(3), new Model()];
      for (const each of all) {
        const turn = turns.take(each, always);
        const waits = model.live.some((earlier) => exclude(earlier.uses, each));
        expect(turn === undefined).toBe(waits && model.waiting.length === 3);
        if (turn !== undefined) model.take(turn);
      }
      // The places of those that came up or left are free again.
      for (const turn of model.live.toReversed()) turns.end(turn);
      const again = all.map((each) => turns.take(each, always)).filter((turn) => turn !== undefined);
      expect(again.length).toBe(model.live.length);
    }),
  );
});

function writing(...names: readonly (StreamName | undefined)[]): Uses {
  return new Map(names.flatMap((name) => (name === undefined ? [] : [[name, "writes"] as const])));
}

test("a turn whose request gave no sign in time holds nobody up, whether it was up or waited", () => {
  const turns = new StreamTurns(10);
  const [lost, waiting] = [1, 2].map(() => turns.take(writing(streams[0]), { now: 0, until: 100 }));
  const next = turns.take(writing(streams[0]), { now: 100, until: 1000 });
  if (next === undefined) throw new Error("there is room");
  turns.endLost(next, 100);
  expect([lost?.hasEnded, waiting?.hasEnded, next.isUp]).toEqual([false, false, false]);
  turns.endLost(next, 101);
  expect([lost?.hasEnded, waiting?.hasEnded, next.isUp]).toEqual([true, true, true]);
  expect(turns.take(writing(streams[0]), { now: 1001, until: 2000 })?.isUp).toBe(true);
});

test("a turn covers what it was taken for, and a write covers a read", () => {
  const turns = new StreamTurns(10);
  const [read, written, other] = streams;
  if (read === undefined || written === undefined || other === undefined) throw new Error("there are four streams");
  const turn = turns.take(
    new Map([
      [read, "reads"],
      [written, "writes"],
    ]),
    always,
  );
  expect(
    turn?.covers(
      new Map([
        [read, "reads"],
        [written, "reads"],
      ]),
    ),
  ).toBe(true);
  expect(turn?.covers(new Map([[written, "writes"]]))).toBe(true);
  expect(turn?.covers(new Map([[read, "writes"]]))).toBe(false);
  expect(turn?.covers(new Map([[other, "reads"]]))).toBe(false);
});
