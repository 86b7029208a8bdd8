import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { anyCharacter } from "./characters.ts";

const text = fc.string({ unit: anyCharacter });
const integer = fc.maxSafeInteger();
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, false),
    integer,
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
}));

test("the text parses to the same value", () => {
  fc.assert(
    fc.property(value, (x) => {
      expect(JSON.parse(canonicalJson(x))).toEqual(JSON.parse(JSON.stringify(x)));
    }),
  );
});

test("a value has one text, however its members are ordered (RFC 8785 §3.2.3)", () => {
  const members = fc.uniqueArray(fc.tuple(text, integer), { maxLength: 6, selector: ([name]) => name });
  const orders = members.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  );
  fc.assert(
    fc.property(orders, ([one, other]) => {
      expect(canonicalJson(Object.fromEntries(one))).toBe(canonicalJson(Object.fromEntries(other)));
    }),
  );
});

test("names stand in the order of UTF-16 code units: the example of RFC 8785 §3.2.3", () => {
  const example = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const order = [...canonicalJson(example).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
  expect(order).toEqual([
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]);
});

test("names made of digits are sorted as texts, not as numbers", () => {
  expect(canonicalJson({ "9": 1, "10": 2 })).toBe('{"10":2,"9":1}');
});

test("strings are escaped as RFC 8785 §3.2.2.2 says", () => {
  expect(canonicalJson("\u20ac$\u000f\nA'B\"\\/\b\t\f\r\u007f")).toBe(
    '"\u20ac$\\u000f\\nA\'B\\"\\\\/\\b\\t\\f\\r\u007f"',
  );
});

test("minus zero is written 0 (RFC 8785 §3.2.2.3)", () => {
  expect(canonicalJson(-0)).toBe("0");
});

describe("a value that has no place in the log is refused", () => {
  test.each([0.5, 2 ** 53, -(2 ** 53), 1e21, Number.NaN, Number.POSITIVE_INFINITY])("the number %d", (number) => {
    expect(() => canonicalJson({ a: [number] })).toThrow(RangeError);
  });

  test.each([
    ["a lone high surrogate", "\ud800"],
    ["a lone low surrogate", "a\udc00"],
  ])("%s in a string", (_, string) => {
    expect(() => canonicalJson(string)).toThrow(RangeError);
  });

  test("a lone surrogate in a name", () => {
    expect(() => canonicalJson({ "\ud800": 1 })).toThrow(RangeError);
  });
});
