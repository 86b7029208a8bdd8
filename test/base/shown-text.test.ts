/** A text shows what it reads: nothing hides in it, nothing reorders it, and there is something to see. */

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { unshownText } from "../../src/base/shown-text.ts";

describe("a text shows what it reads", () => {
  it.each([
    ["in Vietnamese", "Nguyễn Thị Ngọc Ánh, số 12/2026/QĐ-CCTHADS"],
    ["of several lines", "Điều 1\n\tĐiều 2"],
    ["with an accent that no letter holds", "k\u0300 được viết bằng dấu tổ hợp"],
    ["with a decomposed accent, which NFC refuses elsewhere", "e\u0302"],
    ["with spaces of other widths", "12\u00a0000\u202f000"],
    ["with a sign alone", "–"],
    [
      "with a joiner that the script needs",
      "\u0915\u094d\u200d\u0937 \u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    ],
    ["with pictographs", "\u2764\ufe0f \u{1f468}\u200d\u{1f469}"],
    ["that is empty, which a schema judges", ""],
  ])("%s", (_what, text) => {
    expect(unshownText(text)).toBeUndefined();
  });
});

/** Each range of hidden characters whole, or its ends where it is long. */
const ranges: readonly (readonly [string, number, number])[] = [
  ["bidi embedding and override", 0x202a, 0x202e],
  ["bidi isolate", 0x2066, 0x2069],
  ["bidi mark", 0x200e, 0x200f],
  ["Arabic letter mark", 0x61c, 0x61c],
  ["zero width space and joiner", 0x200b, 0x200d],
  ["invisible operator", 0x2060, 0x2064],
  ["deprecated format control", 0x206a, 0x206f],
  ["byte order mark", 0xfeff, 0xfeff],
  ["soft hyphen", 0xad, 0xad],
  ["Mongolian vowel separator and selector", 0x180b, 0x180f],
  ["Hangul filler", 0x115f, 0x1160],
  ["Hangul filler", 0x3164, 0x3164],
  ["halfwidth filler", 0xffa0, 0xffa0],
  ["grapheme joiner", 0x34f, 0x34f],
  ["tag", 0xe0000, 0xe007f],
  ["variation selector", 0xfe00, 0xfe0f],
  ["variation selector of the supplement", 0xe0100, 0xe01ef],
  ["noncharacter", 0xfdd0, 0xfdef],
  ["noncharacter", 0xfffe, 0xffff],
  ["noncharacter", 0x1fffe, 0x1ffff],
  ["noncharacter", 0x10fffe, 0x10ffff],
  ["private use", 0xe000, 0xe002],
  ["private use", 0xf8ff, 0xf8ff],
  ["private use", 0x100000, 0x100002],
  ["unassigned control", 0xe0002, 0xe001f],
  ["unassigned format control", 0x2065, 0x2065],
  ["control", 0x0, 0x8],
  ["control", 0xb, 0x1f],
  ["control", 0x7f, 0x9f],
  ["line and paragraph separator", 0x2028, 0x2029],
  ["annotation", 0xfff9, 0xfffb],
  ["blank symbol", 0x2800, 0x2800],
  ["object replacement", 0xfffc, 0xfffc],
  ["lone surrogate", 0xd800, 0xdfff],
];

function codeOf(what: string): string {
  return what === "control" ? "control" : what === "lone surrogate" ? "surrogate" : "hidden";
}

test.each(ranges)("%s is refused wherever it stands, by its code point and place (from %i)", (what, first, last) => {
  for (let point = first; point <= last; point++) {
    const character = String.fromCodePoint(point);
    const written = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
    for (const [text, place] of [
      [`${character}ab`, 1],
      [`ă\u{1f600}${character}b`, 3],
      [`ab${character}`, 3],
      [character, 1],
    ] as const) {
      // A presentation after a pictograph is a choice that is seen.
      if ((point === 0xfe0e || point === 0xfe0f) && place === 3) continue;
      expect(unshownText(text), written).toEqual({
        code: codeOf(what),
        character: expect.stringMatching(`^U\\${written.slice(1)}( |$)`),
        place,
      });
    }
  }
});

test.each([
  ["\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"],
  ["\u200b", "U+200B ZERO WIDTH SPACE"],
  ["\u{e0041}", "U+E0041 TAG CHARACTER"],
  ["\u0000", "U+0000 CONTROL CHARACTER"],
  ["\ufffe", "U+FFFE NONCHARACTER"],
  ["\ue000", "U+E000 PRIVATE USE"],
  ["\ud800", "U+D800 LONE SURROGATE"],
])("%j is called %s", (character, name) => {
  expect(unshownText(`a${character}`)?.character).toBe(name);
});

test.each([" ", "\t", "\n \n", "\u3000", "\u00a0", " \u2003 "])("%j shows nothing", (text) => {
  expect(unshownText(text)).toEqual({ code: "blank" });
});

test.each([
  ["\u0301a", 1],
  ["a \u0301", 3],
  ["a\n\u0309", 3],
  ["\u0301", 1],
  [" \u20dd", 2],
])("in %j an accent stands on no letter", (text, place) => {
  expect(unshownText(text)).toMatchObject({ code: "mark", place });
});

test.each([
  ["between Latin letters", "Ng\u200duyễn"],
  ["at the end of a word that needs joiners elsewhere", "\u0646\u0645\u06cc\u200c"],
  ["before a letter of another script", "\u0646\u200cb"],
  ["twice", "\u0646\u200c\u200c\u0646"],
  ["between a pictograph and a letter", "\u{1f468}\u200da"],
  ["of the other kind between pictographs", "\u{1f468}\u200c\u{1f469}"],
  ["presentation after a letter", "a\ufe0f"],
])("a joiner %s is refused", (_what, text) => {
  expect(unshownText(text)).toMatchObject({ code: "hidden" });
});

test("letters, digits and signs of Vietnamese are taken in any order, in one line or many", () => {
  const letter = fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậỳỷỹýỵƠƯĐ0123456789.,;:/-–()“”%\n\t ");
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1 }), (letters) => {
      const text = letters.join("");
      expect(unshownText(text)).toEqual(text.trim() === "" ? { code: "blank" } : undefined);
    }),
  );
});

test("a hidden character is found in any text, and is the first one", () => {
  const hidden = fc.constantFrom("\u202e", "\u2066", "\u200b", "\ufeff", "\u{e0041}", "\ufffe", "\u00ad");
  const visible = fc.constantFrom("a", "ế", "1", " ", "\n", "\u{1f600}");
  fc.assert(
    fc.property(fc.array(visible), hidden, fc.array(fc.oneof(visible, hidden)), (before, character, after) => {
      const found = unshownText([...before, character, ...after].join(""));
      expect(found).toMatchObject({ code: "hidden", place: before.length + 1 });
    }),
  );
});
