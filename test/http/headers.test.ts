/** The headers of a command: Idempotency-Key, If-Match (RFC 9110 §13.1.1), Acting-Office. */

import { expect, test } from "vitest";
import { actingOffice } from "../../src/http/asker.ts";
import { formatEtag, parseIfMatch } from "../../src/http/etag.ts";
import { idempotencyKey } from "../../src/http/idempotency.ts";

function codeOf(read: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }): unknown {
  return read.ok ? read.value : read.refusal.code;
}

test.each([
  [undefined, "idempotency-key-missing"],
  ["", "idempotency-key-malformed"],
  ["a", "a"],
  ["!~", "!~"],
  ["a b", "idempotency-key-malformed"],
  ["k\u00e9", "idempotency-key-malformed"],
  ["k".repeat(255), "k".repeat(255)],
  ["k".repeat(256), "idempotency-key-malformed"],
])("Idempotency-Key %j is read as: %s", (key, expected) => {
  expect(codeOf(idempotencyKey(new Headers(key === undefined ? {} : { "idempotency-key": key })))).toBe(expected);
});

test.each([
  [undefined, undefined],
  ['"v7"', 7],
  ['W/"v7"', "if-match-malformed"],
  ['"v7", "v8"', "if-match-malformed"],
  ["*", "if-match-malformed"],
  ["v7", "if-match-malformed"],
  ['"v07"', "if-match-malformed"],
  ['"v0"', "if-match-malformed"],
  ['"v99999999999"', "if-match-malformed"],
])("If-Match %j is read as: %s", (tag, expected) => {
  expect(codeOf(parseIfMatch(new Headers(tag === undefined ? {} : { "if-match": tag })))).toBe(expected);
});

test("If-Match takes every tag that ETag gave", () => {
  expect(codeOf(parseIfMatch(new Headers({ "if-match": formatEtag(123) })))).toBe(123);
});

test.each([
  [undefined, undefined],
  ["0".repeat(32), "0".repeat(32)],
  ["A".repeat(32), "acting-office-malformed"],
  ["", "acting-office-malformed"],
])("Acting-Office %j is read as: %s", (office, expected) => {
  expect(codeOf(actingOffice(new Headers(office === undefined ? {} : { "acting-office": office })))).toBe(expected);
});
