import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkCommitted, commit, formatCommitted, type Opening } from "../../src/log/commitment.ts";

const opening: Opening = {
  salt: new Uint8Array(32).fill(7),
  path: "decision/number",
  value: { a: "Số 15/QĐ-CCTHADS", b: 1 },
};
const field = formatCommitted(commit(opening));

test("the commitment is over label, salt, path and canonical value (FORMAT.md, committed fields)", () => {
  const bytes = Buffer.concat([
    Buffer.from("minh-chung/sealed/v1\n"),
    Buffer.alloc(32, 7),
    Buffer.from('decision/number\n{"a":"Số 15/QĐ-CCTHADS","b":1}'),
  ]);
  expect(field).toEqual({ sealed: createHash("sha256").update(bytes).digest("hex") });
});

test("value and salt open the commitment, in whatever order the members of the value come", () => {
  expect(checkCommitted(field, { ...opening, value: { b: 1, a: "Số 15/QĐ-CCTHADS" } })).toBe(true);
});

describe("a commitment does not open to", () => {
  test.each<[string, Opening]>([
    ["another value", { ...opening, value: { a: "Số 15/QĐ-CCTHADS", b: 2 } }],
    ["another salt", { ...opening, salt: new Uint8Array(32).fill(8) }],
    ["another field", { ...opening, path: "decision" }],
  ])("%s", (_, other) => {
    expect(checkCommitted(field, other)).toBe(false);
  });
});

test("a text that is not 64 hexadecimal digits is no commitment", () => {
  expect(checkCommitted({ sealed: field.sealed.toUpperCase() }, opening)).toBe(false);
});

test("a salt that is not 32 bytes is a fault", () => {
  expect(() => commit({ ...opening, salt: new Uint8Array(31) })).toThrow(RangeError);
});

test("a path with a newline could stand for another path and value, and is a fault", () => {
  expect(() => commit({ ...opening, path: 'a\n"b"' })).toThrow(RangeError);
});
