import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bytesToBase64,
  bytesToHex,
  concatBytes,
  equalBytes,
  parseBase64,
  parseHex,
  parseUtf8,
  utf8,
} from "../../src/base/bytes.ts";
import { anyCharacter } from "./characters.ts";

const bytes = fc.uint8Array({ maxLength: 80 });

describe("hexadecimal", () => {
  test("formatted bytes parse to the same bytes", () => {
    fc.assert(
      fc.property(bytes, (x) => {
        expect(parseHex(bytesToHex(x))).toEqual(x);
      }),
    );
  });

  test("a parsed text is formatted unchanged, and any other text is refused", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("0123456789abcdefABg x")), maxLength: 8 });
    fc.assert(
      fc.property(text, (x) => {
        const parsed = parseHex(x);
        expect(parsed === undefined ? undefined : bytesToHex(parsed)).toBe(/^([0-9a-f]{2})*$/.test(x) ? x : undefined);
      }),
    );
  });

  test.each(["0", "0g", "AB", " 0a", "0a\n", "0x0a", "\u0661\u0661"])("%j is refused", (text) => {
    expect(parseHex(text)).toBeUndefined();
  });
});

describe("base64 (RFC 4648 §4)", () => {
  test("formatted bytes parse to the same bytes", () => {
    fc.assert(
      fc.property(bytes, (x) => {
        expect(parseBase64(bytesToBase64(x))).toEqual(x);
      }),
    );
  });

  test("bytes are written as Node writes them", () => {
    fc.assert(
      fc.property(bytes, (x) => {
        expect(bytesToBase64(x)).toBe(Buffer.from(x).toString("base64"));
      }),
    );
  });

  test.each([
    ["no padding", "YQ"],
    ["too much padding", "YWI=="],
    ["trailing bits that are not zero (§3.5)", "YR=="],
    ["trailing bits that are not zero, two bytes (§3.5)", "YWJ="],
    ["the alphabet for URLs (§5)", "_-8="],
    ["a newline at the end", "YQ==\n"],
    ["a space inside", "Y Q="],
    ["padding in the middle", "YQ==YQ=="],
    ["only padding", "===="],
  ])("%s is refused", (_, text) => {
    expect(parseBase64(text)).toBeUndefined();
  });
});

describe("UTF-8", () => {
  test("the bytes of a text parse to the same text, with its byte order mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (x) => {
        expect(parseUtf8(utf8(`\ufeff${x}`))).toBe(`\ufeff${x}`);
      }),
    );
  });

  test.each([
    ["a lone continuation byte", [0x80]],
    ["an overlong slash", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a character beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
    ["a cut character", [0xe2, 0x82]],
  ])("%s is refused (RFC 3629 §3)", (_, invalid) => {
    expect(() => parseUtf8(Uint8Array.from(invalid))).toThrow(TypeError);
  });
});

test("concatenation keeps order and length", () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 5 }), (parts) => {
      expect(Array.from(concatBytes(...parts))).toEqual(parts.flatMap((part) => Array.from(part)));
    }),
  );
});

test("bytes are equal only with the same length and content", () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0);
      expect(equalBytes(a, Uint8Array.from(a))).toBe(true);
    }),
  );
});
