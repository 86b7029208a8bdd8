/** Any character that UTF-8 can hold. Lighter than fast-check's own units, which build tables of all of Unicode first. */

import fc from "fast-check";

export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7ff), fc.nat(0xffff), fc.nat(0x10ffff))
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));
