/** The banner after an act names every entry that the act made. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { formatRuns, parseRuns, runsOf } from "../../src/web/frame/recorded-entries.tsx";

test("numbers that follow each other are one run, others stand alone", () => {
  expect(formatRuns(runsOf([6862, 6863, 6870]))).toBe("6862-6863,6870");
  expect(formatRuns(runsOf([7]))).toBe("7");
});

test("what is written is read again, each number once", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 60 }), (indexes) => {
      const runs = parseRuns(formatRuns(runsOf(indexes))) ?? [];
      const named = runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
      expect(named).toEqual(indexes.toSorted((a, b) => a - b));
    }),
  );
});

test.each([undefined, "", "x", "1-", "-1", "2-1", "1,,2", "1-2-3", "1234567890123456", "<b>"])(
  "%s names no entry",
  (text) => {
    expect(parseRuns(text)).toBeUndefined();
  },
);
