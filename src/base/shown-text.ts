/**
 * Text that shows other than it reads: with it, what a person signs is not what a reader of the log sees. Everything that
 * a person types passes here, over the API and through forms.
 */

export interface UnshownText {
  /** blank: nothing to see. hidden: a character that is not seen, or that reorders others. mark: an accent on no letter. */
  readonly code: "blank" | "control" | "surrogate" | "hidden" | "mark";
  /** The character, such as "U+202E RIGHT-TO-LEFT OVERRIDE"; absent for a blank text. */
  readonly character?: string;
  /** The place of the character in the text, counted in characters from 1. */
  readonly place?: number;
}

/** Returns what makes the text show other than it reads. An empty text shows what it reads. */
export function unshownText(text: string): UnshownText | undefined {
  if (!plain.test(text)) {
    for (const { 0: character, index } of text.matchAll(suspect)) {
      const code = faultAt(text, index, character);
      if (code !== undefined)
        return { code, character: nameOf(character), place: Array.from(text.slice(0, index)).length + 1 };
    }
  }
  return text === "" || seen.test(text) ? undefined : { code: "blank" };
}

/** Most texts: printable ASCII with tabs and line feeds, in which nothing hides. */
const plain = /^[\t\n\u0020-\u007e]*$/;
/** A letter, digit, punctuation mark or symbol. A mark alone is no sign: it stands on another. */
const seen = /(?![\u2800\ufffc])[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Controls, formatting, private, unassigned and surrogate characters (C), those that a display may ignore, separators of lines
 * and paragraphs, and two symbols that show nothing.
 */
const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\ufffc]/u;
const suspect = /(?![\t\n])[\p{C}\p{M}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\ufffc]/gu;
const carrier = /[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

function faultAt(text: string, index: number, character: string): UnshownText["code"] | undefined {
  // Two code units are the longest character.
  const before = lastOf(text.slice(Math.max(0, index - 2), index));
  const after = text.codePointAt(index + character.length);
  if (/\p{Cc}/u.test(character)) return "control";
  if (/\p{Cs}/u.test(character)) return "surrogate";
  if (hidden.test(character)) {
    return isNeeded(character, before, after === undefined ? "" : String.fromCodePoint(after)) ? undefined : "hidden";
  }
  return carrier.test(before) ? undefined : "mark";
}

function lastOf(text: string): string {
  return Array.from(text).at(-1) ?? "";
}

const joiners = ["\u200c", "\u200d"];
/** Scripts whose spelling needs joiners between two letters (Unicode 16 §9.2, §12.1, §23.2). */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
/** The choice between a pictograph in text and in colour. */
const presentations = ["\ufe0e", "\ufe0f"];

/** isNeeded allows a joiner between two letters that need it or two pictographs, and a presentation after a pictograph. */
function isNeeded(character: string, before: string, after: string): boolean {
  if (presentations.includes(character)) return pictograph.test(before);
  if (!joiners.includes(character)) return false;
  if (joining.test(before) && joining.test(after)) return true;
  return character === "\u200d" && (pictograph.test(before) || before === "\ufe0f") && pictograph.test(after);
}

/** nameOf gives the code point, and the name where Unicode has one that tells a reader what the character does. */
function nameOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const written = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = names[point] ?? kinds.find(([kind]) => kind.test(character))?.[1];
  return name === undefined ? written : `${written} ${name}`;
}

const names: Readonly<Record<number, string>> = {
  0xad: "SOFT HYPHEN",
  0x34f: "COMBINING GRAPHEME JOINER",
  0x61c: "ARABIC LETTER MARK",
  0x115f: "HANGUL CHOSEONG FILLER",
  0x1160: "HANGUL JUNGSEONG FILLER",
  0x180e: "MONGOLIAN VOWEL SEPARATOR",
  0x200b: "ZERO WIDTH SPACE",
  0x200c: "ZERO WIDTH NON-JOINER",
  0x200d: "ZERO WIDTH JOINER",
  0x200e: "LEFT-TO-RIGHT MARK",
  0x200f: "RIGHT-TO-LEFT MARK",
  0x2028: "LINE SEPARATOR",
  0x2029: "PARAGRAPH SEPARATOR",
  0x202a: "LEFT-TO-RIGHT EMBEDDING",
  0x202b: "RIGHT-TO-LEFT EMBEDDING",
  0x202c: "POP DIRECTIONAL FORMATTING",
  0x202d: "LEFT-TO-RIGHT OVERRIDE",
  0x202e: "RIGHT-TO-LEFT OVERRIDE",
  0x2060: "WORD JOINER",
  0x2061: "FUNCTION APPLICATION",
  0x2062: "INVISIBLE TIMES",
  0x2063: "INVISIBLE SEPARATOR",
  0x2064: "INVISIBLE PLUS",
  0x2066: "LEFT-TO-RIGHT ISOLATE",
  0x2067: "RIGHT-TO-LEFT ISOLATE",
  0x2068: "FIRST STRONG ISOLATE",
  0x2069: "POP DIRECTIONAL ISOLATE",
  0x2800: "BRAILLE PATTERN BLANK",
  0x3164: "HANGUL FILLER",
  0xfeff: "ZERO WIDTH NO-BREAK SPACE",
  0xffa0: "HALFWIDTH HANGUL FILLER",
  0xfffc: "OBJECT REPLACEMENT CHARACTER",
};

/** The kinds of character that have no name of their own there, each by a word for all of it. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\p{Noncharacter_Code_Point}/u, "NONCHARACTER"],
  [/[\u{e0000}-\u{e007f}]/u, "TAG CHARACTER"],
  [/\p{Variation_Selector}/u, "VARIATION SELECTOR"],
  [/\p{Cc}/u, "CONTROL CHARACTER"],
  [/\p{Cs}/u, "LONE SURROGATE"],
  [/\p{Co}/u, "PRIVATE USE"],
  [/\p{Cn}/u, "UNASSIGNED"],
  [/\p{M}/u, "COMBINING MARK"],
];
