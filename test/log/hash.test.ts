import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyRoot,
  formatHash,
  formatHashBase64,
  leafHash,
  nodeHash,
  parseHash,
  parseHashBase64,
  parseHashBytes,
} from "../../src/log/hash.ts";

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(createHash("sha256").update(Buffer.concat(parts)).digest());
const anyHash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => parseHashBytes(bytes) ?? emptyRoot);

test("a leaf is hashed after a zero byte (RFC 6962 §2.1), also when it is longer than a bundle's entry may be", () => {
  for (const length of [0, 1, 64, 65_534, 65_535, 65_536, 70_000]) {
    const leaf = new Uint8Array(length).fill(5);
    expect(leafHash(leaf)).toEqual(sha256(Uint8Array.of(0), leaf));
  }
});

test("a node is hashed after a one byte, left before right (RFC 6962 §2.1)", () => {
  fc.assert(
    fc.property(anyHash, anyHash, (a, b) => {
      expect(nodeHash(a, b)).toEqual(sha256(Uint8Array.of(1), a, b));
    }),
  );
});

test("the hash of a leaf does not depend on a longer one that was hashed before", () => {
  leafHash(new Uint8Array(1000).fill(255));
  expect(leafHash(new Uint8Array(3))).toEqual(sha256(new Uint8Array(4)));
});

test("the root of no leaves is the hash of nothing (RFC 6962 §2.1)", () => {
  expect(emptyRoot).toEqual(sha256());
});

test("a hash is 32 bytes", () => {
  for (const length of [0, 31, 33, 64]) expect(parseHashBytes(new Uint8Array(length))).toBeUndefined();
});

describe.each([
  ["hexadecimal", formatHash, parseHash, 64],
  ["base64", formatHashBase64, parseHashBase64, 44],
] as const)("written in %s", (_, format, parse, length) => {
  test("a formatted hash parses to the same hash", () => {
    fc.assert(
      fc.property(anyHash, (hash) => {
        expect(parse(format(hash))).toEqual(hash);
      }),
    );
  });

  test("a text of another length is refused", () => {
    const text = format(emptyRoot);
    expect(text).toHaveLength(length);
    for (const other of ["", text.slice(4), text + text, `${text}\n`, ` ${text}`]) expect(parse(other)).toBeUndefined();
  });
});

test("capital hexadecimal digits are refused", () => {
  expect(parseHash(formatHash(emptyRoot).toUpperCase())).toBeUndefined();
});
