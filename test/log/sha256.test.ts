import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256 } from "#sha256";
import { sha256 as noble } from "../../src/log/sha256-noble.ts";
import { sha256 as node } from "../../src/log/sha256-node.ts";

const lengths = Array.from({ length: 301 }, (_, length) => length);
const data = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256);

test.each([
  ["on Node", node],
  ["in plain JavaScript", noble],
  ["as chosen here", sha256],
])("SHA-256 %s is that of FIPS 180-4 for 0 to 300 bytes", (_, hash) => {
  for (const length of lengths) {
    expect(hash(data(length))).toEqual(new Uint8Array(createHash("sha256").update(data(length)).digest()));
  }
});

test("a digest does not change when the next one is computed", () => {
  const first = sha256(data(1));
  const copy = Uint8Array.from(first);
  sha256(data(2));
  expect(first).toEqual(copy);
});
