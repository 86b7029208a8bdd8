/** Which recordings may share a transaction. */

import { expect, test } from "vitest";
import { canShareTransaction } from "../../../src/service/recording/shared-transaction.ts";
import { plainRecording } from "../../kit/host/plain-recording.ts";

const [a, b, c] = ["case/a", "case/b", "case/c"] as const;
const writes = (stream: "case/a" | "case/b" | "case/c", key?: string) => plainRecording([{ stream, before: 0 }], key);
const reads = (version: number) => plainRecording([{ stream: c, before: 0 }], undefined, [{ stream: a, version }]);

test("recordings on different streams share a transaction, and so do those that read the same version", () => {
  const joins = canShareTransaction();
  expect([writes(a), writes(b)].map(joins)).toEqual([true, true]);
  const readers = canShareTransaction();
  const other = plainRecording([{ stream: b, before: 0 }], undefined, [{ stream: a, version: 3 }]);
  expect([reads(3), other].map(readers)).toEqual([true, true]);
});

test.each([
  { what: "two that write one stream", all: [writes(a), writes(a)] },
  { what: "one that reads what the first one writes", all: [writes(a), reads(0)] },
  { what: "one that writes what the first one reads", all: [reads(0), writes(a)] },
  {
    what: "two that read one stream as of two versions",
    all: [plainRecording([{ stream: b, before: 0 }], undefined, [{ stream: a, version: 2 }]), reads(3)],
  },
  { what: "two with one key", all: [writes(a, "the key"), writes(b, "the key")] },
])("$what may not: the second waits", ({ all }) => {
  expect(all.map(canShareTransaction())).toEqual([true, false]);
});

test("a group has 32 recordings at most, and 2,000 events unless its first has more", () => {
  const joins = canShareTransaction();
  const many = Array.from({ length: 40 }, (_, i) => plainRecording([{ stream: `case/${i}`, before: 0 }]));
  expect(many.map(joins).filter(Boolean)).toHaveLength(32);
  const next = canShareTransaction();
  const large = (stream: "case/a" | "case/b") => plainRecording([{ stream, before: 0, events: 1500 }]);
  expect([large(a), large(b), writes(c)].map(next)).toEqual([true, false, true]);
});
