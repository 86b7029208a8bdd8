import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUtf8, utf8 } from "../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { isCanonicalJson, maxScanDepth } from "../../src/log/json-scanner.ts";
import { anyCharacter } from "../base/characters.ts";

const text = fc.string({ unit: anyCharacter, maxLength: 12 });
const sharp = fc.string({
  unit: fc.constantFrom(...Array.from('\u0000\b\t\n\u000b\f\r\u001f"\\/a\u007f\u0080đ\ud83d\ude00\uffff')),
  maxLength: 6,
});
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Json>(null, true, false, 0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    fc.maxSafeInteger(),
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        text,
        sharp.filter((x) => x.isWellFormed()),
      ),
      tie("value"),
      { maxKeys: 5 },
    ),
  ),
}));

/**
 * The definition, slowly: bytes are canonical if writing their value gives the same bytes. About one run in sixty, Node
 * 24.21's JSON.parse gave a wrong escape within a text, so JavaScript's own parser is asked before a text is called not canonical.
 */
function isCanonicalSlowly(bytes: Uint8Array): boolean {
  try {
    const written = parseUtf8(bytes);
    const parsed: Json = JSON.parse(written);
    return canonicalJson(parsed) === written || canonicalJson(runInThisContext(`(${written})`)) === written;
  } catch {
    return false;
  }
}

function nestedArrays(depth: number): Uint8Array {
  return utf8(`${"[".repeat(depth)}${"]".repeat(depth)}`);
}

function nestedObjects(depth: number): Uint8Array {
  return utf8(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
}

test("every text of base/canonical-json.ts is canonical", () => {
  fc.assert(
    fc.property(value, (x) => {
      expect(isCanonicalJson(utf8(canonicalJson(x)))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a text of JSON.stringify is canonical exactly if base/canonical-json.ts writes the same text", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (x) => {
      const bytes = utf8(JSON.stringify(x));
      expect(isCanonicalJson(bytes)).toBe(isCanonicalSlowly(bytes));
    }),
    { numRuns: 500 },
  );
});

test("a text with one byte changed, dropped or added is canonical exactly if base/canonical-json.ts would write it", () => {
  fc.assert(
    fc.property(value, fc.nat(), fc.nat(255), fc.nat(2), (x, place, byte, kind) => {
      const bytes = utf8(canonicalJson(x));
      const at = place % bytes.length;
      const parts = [bytes.subarray(0, at), kind === 0 ? [] : [byte], bytes.subarray(kind === 2 ? at : at + 1)];
      const changed = Uint8Array.from(parts.flatMap((part) => Array.from(part)));
      expect(isCanonicalJson(changed)).toBe(isCanonicalSlowly(changed));
    }),
    { numRuns: 3000 },
  );
});

describe("a text is not canonical with", () => {
  test.each([
    ["names out of order", '{"b":1,"a":2}'],
    ["a name twice", '{"a":1,"a":1}'],
    ["a longer name before its beginning", '{"aa":1,"a":1}'],
    ["the order of UTF-8 where that of UTF-16 differs (RFC 8785 §3.2.3)", '{"\uffff":1,"\ud83d\ude00":2}'],
    ["the order of the escape instead of the character", '{"A":1,"\\n":2}'],
    ["a space", '{"a": 1}'],
    ["a newline at the end", "1\n"],
    ["a byte order mark", "\ufeff1"],
    ["a comma at the end", "[1,]"],
    ["a missing comma", "[1 2]"],
    ["a missing bracket", "[1"],
    ["a missing brace", '{"a":1'],
    ["brackets that do not match", "[1}"],
    ["two values", "1,2"],
    ["a solidus escaped", '"\\/"'],
    ["a letter escaped", '"\\u0061"'],
    ["a newline in the long form", '"\\u000a"'],
    ["capitals in an escape", '"\\u001F"'],
    ["a character beyond ASCII escaped", '"\\u0111"'],
    ["a lone surrogate escaped", '"\\ud800"'],
    ["a control character as it is", '"\u0001"'],
    ["an unknown escape", '"\\x"'],
    ["an open string", '"a'],
    ["an open string after a backslash", '"\\'],
    ["a leading zero", "01"],
    ["minus zero", "-0"],
    ["a plus", "+1"],
    ["a lone minus", "-"],
    ["a fraction", "1.5"],
    ["an exponent", "1e3"],
    ["a number of 2^53", "9007199254740992"],
    ["a number below -2^53", "-9007199254740992"],
    ["a number of 17 digits", "10000000000000000"],
    ["a half-written word", "tru"],
    ["another word", "nil"],
    ["nothing", ""],
  ])("%s", (_, written) => {
    expect(isCanonicalJson(utf8(written))).toBe(false);
  });

  test.each([
    ["a lone continuation byte", [0x80]],
    ["an overlong slash", [0xc0, 0xaf]],
    ["an overlong three-byte form", [0xe0, 0x80, 0x80]],
    ["an overlong four-byte form", [0xf0, 0x80, 0x80, 0x80]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a character beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
    ["a lead byte beyond U+13FFFF", [0xf5, 0x80, 0x80, 0x80]],
    ["a byte that never occurs", [0xf8, 0x88, 0x80, 0x80]],
    ["a cut character", [0xe2, 0x82]],
  ])("a string with %s (RFC 3629 §3)", (_, invalid) => {
    expect(isCanonicalJson(Uint8Array.from([0x22, ...invalid, 0x22]))).toBe(false);
  });
});

describe.each([
  ["arrays", nestedArrays],
  ["objects", nestedObjects],
])("%s", (_, nested) => {
  test("64 levels deep are read", () => {
    expect(isCanonicalJson(nested(maxScanDepth))).toBe(true);
  });

  test("65 levels deep are refused, and so are as many as an event has room for, without a stack overflow", () => {
    expect(isCanonicalJson(nested(maxScanDepth + 1))).toBe(false);
    expect(isCanonicalJson(nested(10_000))).toBe(false);
  });
});
