/**
 * Strict JSON: it agrees with JSON.parse where that is right, and refuses the three things that JSON.parse lets pass in
 * silence.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.ts";
import { maxDepth, pointerStep, readJson } from "../../src/http/strict-json.ts";

const evidence = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc
      .string({ unit: fc.constantFrom("a", "ắ", "đ", '"', "\\", "/", "\n", "\t", " ", "𠮷") })
      .filter((text) => text === "" || text.trim() !== ""),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 3, unit: fc.constantFrom("a", "b", "~", "/") }), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

describe("strict JSON", () => {
  test("strict JSON reads all that JSON.stringify writes of evidence, however it is spaced", () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(0, 1, "\t"), (value, space) => {
        expect(readJson(JSON.stringify(value, undefined, space))).toEqual({ ok: true, value });
      }),
    );
  });

  test("a text that it accepts is read alike by JSON.parse, and has a canonical form", () => {
    const sign = fc.constantFrom(...'{}[]",:\\u0-1e.ntrfal \n\u00e1');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        const read = readJson(text);
        if (!read.ok) return;
        expect(JSON.parse(text)).toEqual(read.value);
        canonicalJson(read.value);
      }),
      { numRuns: 20_000 },
    );
  });

  test("a text that JSON.parse refuses is refused", () => {
    const cut = fc.tuple(evidence, fc.nat(), fc.constantFrom("", ",", "}", '"', "\u0001", "x"));
    fc.assert(
      fc.property(cut, ([value, at, sign]) => {
        const text = JSON.stringify([value]);
        const place = at % text.length;
        const broken = text.slice(0, place) + sign + text.slice(place + 1);
        try {
          JSON.parse(broken);
        } catch {
          expect(readJson(broken).ok).toBe(false);
        }
      }),
    );
  });

  test.each([
    "",
    " ",
    "{",
    "[1,]",
    "[,1]",
    '{"a":1,}',
    "{a:1}",
    "'a'",
    "01",
    "+1",
    ".5",
    "1.",
    "nul",
    "NaN",
    "[1]]",
    '"\u0000"',
    '"\\x"',
    '"\\u12g4"',
    '"',
    '"\\',
    "\ufeff{}",
    "//1",
    "1 2",
  ])("%j is broken JSON", (text) => {
    expect(readJson(text)).toMatchObject({ ok: false, refusal: { kind: "broken", code: "json-broken" } });
  });

  test("two equal names are refused: JSON.parse would keep the last", () => {
    expect(readJson('{"a":1,"b":{"c":1,"\\u0063":2}}')).toMatchObject({
      ok: false,
      refusal: { kind: "broken", code: "json-duplicate-name", at: 18 },
    });
  });

  test("the name __proto__ is refused, escaped or not", () => {
    for (const name of ['"__proto__"', '"__pro\\u0074o__"']) {
      expect(readJson(`{${name}:{"admin":true}}`)).toMatchObject({
        ok: false,
        refusal: { code: "json-name-forbidden" },
      });
    }
  });

  test("nesting is taken to 32 levels and not beyond", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(readJson(nested(maxDepth)).ok).toBe(true);
    expect(readJson(nested(maxDepth + 1))).toMatchObject({ ok: false, refusal: { code: "json-too-deep" } });
    expect(readJson('{"a":'.repeat(100_000))).toMatchObject({ ok: false, refusal: { code: "json-too-deep" } });
  });

  test.each(["9007199254740992", "-9007199254740992", "1e3", "1.0", "0.1", "-0", "1E400"])(
    "the number %s is not an integer that JavaScript keeps exactly",
    (number) => {
      expect(readJson(`{"n":${number}}`)).toEqual({
        ok: false,
        refusal: { kind: "unfit", unfit: [{ pointer: "/n", code: "number-not-safe-integer" }] },
      });
    },
  );

  test.each([
    ["\\ud800", "text-lone-surrogate"],
    ["\\udc00\\ud800", "text-lone-surrogate"],
    ["a\\u0000", "text-control-character"],
    ["\\u001b[31m", "text-control-character"],
    ["\\r", "text-control-character"],
    ["\u0085", "text-control-character"],
    ["ab\u202ecd", "text-hidden-character"],
    ["\\u200b", "text-hidden-character"],
    ["\u0301", "text-lone-mark"],
    ["   ", "text-blank"],
    ["\u3000", "text-blank"],
    ["e\u0302", "text-not-nfc"],
    ["\u212b", "text-not-nfc"],
  ])("the text %j cannot be evidence: %s", (text, code) => {
    expect(readJson(`{"a":[1,"${text}"]}`)).toEqual({
      ok: false,
      refusal: { kind: "unfit", unfit: [expect.objectContaining({ pointer: "/a/1", code })] },
    });
  });

  test("unfit names of fields are reported too, and pointers escape ~ and / (RFC 6901 §3)", () => {
    expect(readJson('{"a/~b":1.5}')).toMatchObject({ refusal: { unfit: [{ pointer: "/a~1~0b" }] } });
    expect(pointerStep("~/")).toBe("/~0~1");
  });
});
