/** Each place of a body that does not fit its schema is named by a pointer (RFC 6901) and a stable code. */

import { expect, test } from "vitest";
import { z } from "zod";
import { day, id } from "../../src/domain/field.ts";
import { parseInput } from "../../src/http/input.ts";

const schema = z.strictObject({
  on: z.union([
    z.strictObject({ case: id<"case">() }),
    z.strictObject({ intake: id<"intake">(), court: id<"court">() }),
  ]),
  day,
  side: z.enum(["debtor", "creditor"]),
  n: z.int().min(1).max(9),
  traits: z.record(z.string().max(2), z.string()).default({}),
});

const fitting = { on: { case: "0".repeat(32) }, day: "2026-11-23", side: "debtor", n: 1 };

function faultsOf(change: Record<string, unknown>): readonly (readonly string[])[] {
  const parsed = parseInput(schema, JSON.parse(JSON.stringify({ ...fitting, ...change })));
  return parsed.ok ? [] : parsed.refusal.violations.map(({ pointer, code }) => [pointer, code]);
}

test.each([
  [{}, []],
  [{ extra: 1 }, [["/extra", "unknown-field"]]],
  [
    { "a/b": 1, constructor: 2 },
    [
      ["/a~1b", "unknown-field"],
      ["/constructor", "unknown-field"],
    ],
  ],
  [{ side: undefined }, [["/side", "not-in-list"]]],
  [{ n: undefined }, [["/n", "missing"]]],
  [{ n: "1" }, [["/n", "wrong-type"]]],
  [{ n: null }, [["/n", "wrong-type"]]],
  [{ n: 0 }, [["/n", "too-small"]]],
  [{ n: 10 }, [["/n", "too-large"]]],
  [{ side: "judge" }, [["/side", "not-in-list"]]],
  [{ day: "2026-02-30" }, [["/day", "wrong-form"]]],
  [{ on: { case: "x" } }, [["/on/case", "wrong-form"]]],
  [{ on: { case: "0".repeat(32), also: 1 } }, [["/on/also", "unknown-field"]]],
  [{ on: { intake: "0".repeat(32), court: 1 } }, [["/on/court", "wrong-type"]]],
  [{ traits: { long: "x" } }, [["/traits/long", "not-valid"]]],
])("a body changed by %j has the faults %j", (change, faults) => {
  expect(faultsOf(change)).toEqual(faults);
});

test("no fault repeats the value that was sent", () => {
  const parsed = parseInput(schema, { ...fitting, day: "Nguyễn Văn A", side: "số nhà 5" });
  expect(JSON.stringify(parsed)).not.toMatch(/Nguyễn|số nhà/);
});
