/**
 * A scanner of canonical JSON: RFC 8785, narrowed to safe integers as base/canonical-json.ts narrows it, at most 64
 * levels deep. It walks the bytes once and builds no value, because parsing and writing again costs more than hashing.
 * Each function `skip…` returns the place after what it expects at a place, or -1 if something else stands there. From
 * -1 it returns -1, so that skips can be chained.
 */

import { parseUtf8 } from "../base/bytes.ts";

/** The deepest value that the log may hold. The scanner calls itself once for each level, so depth must have a bound. */
export const maxScanDepth = 64;

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** isCanonicalJson returns whether the bytes are one canonical JSON text and nothing else. */
export function isCanonicalJson(bytes: Uint8Array): boolean {
  return skipValue(bytes, 0, 0) === bytes.length;
}

/** skipValue skips any value. `depth` is the number of objects and arrays around it. */
function skipValue(bytes: Uint8Array, at: number, depth: number): number {
  switch (bytes[at] ?? 0) {
    case quote:
      return skipString(bytes, at);
    case openBrace:
      return skipObject(bytes, at, depth + 1);
    case openBracket:
      return skipArray(bytes, at, depth + 1);
    case 0x66:
      return skipBytes(bytes, at, falseBytes);
    case 0x6e:
      return skipBytes(bytes, at, nullBytes);
    case 0x74:
      return skipBytes(bytes, at, trueBytes);
    default:
      return skipInteger(bytes, at);
  }
}

/** skipObject demands members in the order of their names' UTF-16 code units, each name once (RFC 8785 §3.2.3). */
export function skipObject(bytes: Uint8Array, start: number, depth: number): number {
  if (bytes[start] !== openBrace || depth > maxScanDepth) return -1;
  if (bytes[start + 1] === closeBrace) return start + 2;
  let last = -1;
  let at = start;
  do {
    const name = at + 1;
    const nameEnd = bytes[name] === quote ? skipString(bytes, name) : -1;
    if (nameEnd < 0 || bytes[nameEnd] !== colon || (last >= 0 && !isBefore(bytes, last, name))) return -1;
    last = name;
    at = skipValue(bytes, nameEnd + 1, depth);
  } while (at > 0 && bytes[at] === comma);
  return at > 0 && bytes[at] === closeBrace ? at + 1 : -1;
}

/** skipBytes skips exactly these bytes. */
export function skipBytes(bytes: Uint8Array, at: number, expected: Uint8Array): number {
  if (at < 0) return -1;
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return -1;
  return at + expected.length;
}

/** skipHex skips a run of lowercase hexadecimal digits of this length. */
export function skipHex(bytes: Uint8Array, at: number, length: number): number {
  if (at < 0) return -1;
  for (let i = at; i < at + length; i++) if (hexDigit(bytes[i] ?? 0) < 0) return -1;
  return at + length;
}

/** skipDigits skips a run of decimal digits, which may be empty. */
export function skipDigits(bytes: Uint8Array, at: number): number {
  if (at < 0) return -1;
  let end = at;
  while (isDigit(bytes[end] ?? 0)) end++;
  return end;
}

/** readDecimal returns the number below 2^53 that the digits [start, end) write without leading zeros, or -1 if they write none. */
export function readDecimal(bytes: Uint8Array, start: number, end: number): number {
  if (start < 0 || end <= start || end - start > 16 || (bytes[start] === zero && end - start > 1)) return -1;
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + ((bytes[at] ?? 0) - zero);
  return Number.isSafeInteger(value) ? value : -1;
}

export function isDigit(byte: number): boolean {
  return byte >= zero && byte <= 0x39;
}

/** hexDigit returns the value of a lowercase hexadecimal digit, or -1. It looks in a table, because a leaf has at least 128 of them. */
export function hexDigit(byte: number): number {
  return hexValues[byte] ?? -1;
}

const hexValues = Int8Array.from({ length: 256 }, (_, byte) => "0123456789abcdef".indexOf(String.fromCharCode(byte)));

const falseBytes = Uint8Array.of(0x66, 0x61, 0x6c, 0x73, 0x65);
const nullBytes = Uint8Array.of(0x6e, 0x75, 0x6c, 0x6c);
const trueBytes = Uint8Array.of(0x74, 0x72, 0x75, 0x65);

function skipArray(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > maxScanDepth) return -1;
  if (bytes[start + 1] === closeBracket) return start + 2;
  let at = start;
  do at = skipValue(bytes, at + 1, depth);
  while (at > 0 && bytes[at] === comma);
  return at > 0 && bytes[at] === closeBracket ? at + 1 : -1;
}

/** skipInteger allows no -0. A fraction or an exponent is left behind the digits, where the caller expects something else. */
function skipInteger(bytes: Uint8Array, at: number): number {
  const digits = bytes[at] === minus ? at + 1 : at;
  const end = skipDigits(bytes, digits);
  const value = readDecimal(bytes, digits, end);
  return value < 0 || (value === 0 && digits > at) ? -1 : end;
}

function skipString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at > 0) {
    while (isPlain[bytes[at] ?? 0] === 1) at++;
    const byte = bytes[at] ?? 0;
    if (byte === quote) return at + 1;
    if (byte === backslash) at = skipEscape(bytes, at);
    else at = byte < 0x80 ? -1 : skipWide(bytes, at);
  }
  return -1;
}

/** 1 for the ASCII characters that stand for themselves in a string. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x80 && byte !== quote && byte !== backslash ? 1 : 0,
);

/** skipEscape demands the short form where RFC 8785 §3.2.2.2 has one, and \u00xx only for the other control characters. */
function skipEscape(bytes: Uint8Array, at: number): number {
  const byte = bytes[at + 1] ?? 0;
  if (byte !== 0x75) return shortEscapes.includes(byte) ? at + 2 : -1;
  const high = bytes[at + 4] ?? 0;
  const code = (high - zero) * 16 + hexDigit(bytes[at + 5] ?? 0);
  const zeros = bytes[at + 2] === zero && bytes[at + 3] === zero;
  const isControl = (high === zero || high === zero + 1) && hexDigit(bytes[at + 5] ?? 0) >= 0;
  return zeros && isControl && !shortControls.includes(code) ? at + 6 : -1;
}

const shortEscapes: readonly number[] = [quote, backslash, 0x62, 0x66, 0x6e, 0x72, 0x74];
const shortControls: readonly number[] = [8, 9, 10, 12, 13];

/** skipWide skips a character of two to four bytes, in its shortest UTF-8 form and no surrogate (RFC 3629 §4). */
function skipWide(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < low || second > high) return -1;
  for (let i = at + 2; i < at + length; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return -1;
  return at + length;
}

/** isBefore returns whether the name at `a` sorts before the name at `b`. Both are well-formed strings with their quotes. */
function isBefore(bytes: Uint8Array, a: number, b: number): boolean {
  for (let i = 1; ; i++) {
    const x = bytes[a + i] ?? 0;
    const y = bytes[b + i] ?? 0;
    if (x >= 0x80 || y >= 0x80 || x === backslash || y === backslash) return nameAt(bytes, a) < nameAt(bytes, b);
    if (x === quote || y === quote) return y !== quote;
    if (x !== y) return x < y;
  }
}

/** nameAt parses a name: beyond ASCII the order of bytes is not that of UTF-16 code units, so such names compare as strings. */
function nameAt(bytes: Uint8Array, at: number): string {
  return String(JSON.parse(parseUtf8(bytes.subarray(at, skipString(bytes, at)))));
}
