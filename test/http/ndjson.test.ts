/** A bulk is all or nothing, and names every bad line by its number. */

import { expect, test } from "vitest";
import { utf8 } from "../../src/base/bytes.ts";
import { done } from "../../src/base/outcome.ts";
import { runWhole } from "../../src/base/slices.ts";
import { longestLine, readLines } from "../../src/http/ndjson.ts";
import { mostLines } from "../../src/domain/files/bulk.ts";

/** Reads lines that may be any JSON. */
function linesOf(text: string) {
  const read = runWhole(readLines(utf8(text), (value) => done(value)));
  return read.ok ? done(read.value.written) : read;
}

test("each line is one value, and the last may end with a line feed or not", () => {
  expect(linesOf('{"a":1}\n[2]')).toEqual({ ok: true, value: [{ a: 1 }, [2]] });
  expect(linesOf('{"a":1}\r\n[2]\n')).toEqual({ ok: true, value: [{ a: 1 }, [2]] });
});

test("every bad line is named, and no good line between them", () => {
  const read = linesOf(['{"a":1}', '{"a":1,"a":2}', '{"n":1.5}', "", '{"a":1}', "{"].join("\n"));
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
  expect(linesOf("")).toMatchObject({ ok: false, refusal: { code: "lines-missing" } });
  expect(linesOf("1\n".repeat(mostLines)).ok).toBe(true);
  expect(linesOf("1\n".repeat(mostLines + 1))).toMatchObject({ ok: false, refusal: { code: "too-many-lines" } });
});

test("a line has at most 64 KiB, in bytes, and one that is longer is named before any is read", () => {
  const line = (bytes: number): string => `"${"á".repeat((bytes - 2) / 2)}"`;
  expect(linesOf(`{\n${line(longestLine)}`)).toMatchObject({ refusal: { code: "lines-unfit" } });
  expect(linesOf(`{\n${line(longestLine + 2)}`)).toMatchObject({
    refusal: { code: "line-too-large", detail: expect.stringContaining("2") },
  });
});
