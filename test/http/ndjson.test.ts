/** A bulk is all or nothing, and names every bad line by its number. */

import { expect, test } from "vitest";
import { readLines } from "../../src/http/ndjson.ts";
import { mostLines } from "../../src/domain/files/bulk.ts";

test("each line is one value, and the last may end with a line feed or not", () => {
  expect(readLines('{"a":1}\n[2]')).toEqual({ ok: true, value: [{ a: 1 }, [2]] });
  expect(readLines('{"a":1}\r\n[2]\n')).toEqual({ ok: true, value: [{ a: 1 }, [2]] });
});

test("every bad line is named, and no good line between them", () => {
  const read = readLines(['{"a":1}', '{"a":1,"a":2}', '{"n":1.5}', "", '{"a":1}', "{"].join("\n"));
  expect(read).toMatchObject({
    ok: false,
    refusal: {
      code: "lines-unfit",
      violations: [
        { line: 2, code: "json-duplicate-name" },
        { line: 3, pointer: "/n", code: "number-not-safe-integer" },
        { line: 4, code: "json-broken" },
        { line: 6, code: "json-broken" },
      ],
    },
  });
});

test("a bulk has at least one line and at most 10,000", () => {
  expect(readLines("")).toMatchObject({ ok: false, refusal: { code: "lines-missing" } });
  expect(readLines("1\n".repeat(mostLines)).ok).toBe(true);
  expect(readLines("1\n".repeat(mostLines + 1))).toMatchObject({ ok: false, refusal: { code: "too-many-lines" } });
});
