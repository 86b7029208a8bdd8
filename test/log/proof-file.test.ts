import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkProofFile,
  checkRangeFile,
  formatProofFile,
  formatRangeFile,
  parseProofFile,
  parseRangeFile,
  type ProofFile,
  type RangeFile,
} from "../../src/log/proof-file.ts";
import { signCheckpoint } from "../../src/log/checkpoint.ts";
import { emptyRoot, formatHashBase64, type Hash, parseHashBytes } from "../../src/log/hash.ts";
import { ed25519Verifier } from "../../src/log/note.ts";
import { proveInclusion, proveRange } from "../../src/log/proof.ts";
import { someLeaves, treeRoot } from "./reference-tree.ts";
import { someSigner } from "./sample-log.ts";

const signer = someSigner("example.com/log", 1);
const verifier = ed25519Verifier(signer);
const leaves = someLeaves(10);
const size = leaves.length;
const checkpoint = await signCheckpoint({ origin: signer.name, size, root: treeRoot(leaves) }, signer);
const hashOf = (start: number, end: number): Hash => treeRoot(leaves.slice(start, end));
const leafAt = (index: number): Hash => leaves[index] ?? emptyRoot;
const file: ProofFile = { index: 6, proof: proveInclusion(6, size, hashOf), checkpoint };
const rangeFile: RangeFile = { start: 3, end: 7, proof: proveRange({ start: 3, end: 7 }, size, hashOf), checkpoint };

const anyHash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => parseHashBytes(bytes) ?? emptyRoot);
const tail = {
  proof: fc.array(anyHash, { maxLength: 5 }),
  checkpoint: fc.constantFrom(checkpoint, "", "a\n\nb\n", "\n"),
};
const index = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 });

describe("a proof file (c2sp.org/tlog-proof@v1)", () => {
  test("has header, index, hashes, a blank line and the checkpoint", () => {
    const hashes = file.proof.map((hash) => `${formatHashBase64(hash)}\n`).join("");
    expect(formatProofFile(file)).toBe(`c2sp.org/tlog-proof@v1\nindex 6\n${hashes}\n${checkpoint}`);
  });

  test("parses to what was formatted, with and without extra data", () => {
    const some = fc.record(
      { ...tail, index, extra: fc.uint8Array({ maxLength: 20 }) },
      { requiredKeys: ["proof", "checkpoint", "index"] },
    );
    fc.assert(
      fc.property(some, (x) => {
        expect(parseProofFile(formatProofFile(x))).toEqual(x);
      }),
    );
  });

  const text = formatProofFile(file);
  test.each([
    ["another version", text.replace("@v1", "@v2")],
    ["an index with a leading zero", text.replace("index 6", "index 06")],
    ["a negative index", text.replace("index 6", "index -6")],
    ["an index of 2^53", text.replace("index 6", "index 9007199254740992")],
    ["no index", text.replace("index 6\n", "")],
    ["extra data that is not base64", text.replace("index", "extra ?\nindex")],
    ["extra data after the index", text.replace("index 6\n", "index 6\nextra AA==\n")],
    ["a hash that is cut", text.replace("=\n", "\n")],
    ["no blank line", text.slice(0, text.indexOf("\n\n"))],
    ["carriage returns", text.replaceAll("\n", "\r\n")],
  ])("with %s is refused", (_, malformed) => {
    expect(parseProofFile(malformed)).toBeUndefined();
  });

  test("proves its entry under the checkpoint that checking returns", async () => {
    expect(await checkProofFile(file, leafAt(6), verifier)).toMatchObject({ ok: true, value: { size } });
  });

  test("does not prove another entry or the entry at another index", async () => {
    expect(await checkProofFile(file, leafAt(5), verifier)).toEqual({ ok: false, refusal: "proof-wrong" });
    expect(await checkProofFile({ ...file, index: 5 }, leafAt(6), verifier)).toEqual({
      ok: false,
      refusal: "proof-wrong",
    });
  });

  test("proves nothing when its checkpoint is not the log's", async () => {
    const other = await signCheckpoint(
      { origin: signer.name, size, root: treeRoot(leaves) },
      someSigner(signer.name, 2),
    );
    expect(await checkProofFile({ ...file, checkpoint: other }, leafAt(6), verifier)).toEqual({
      ok: false,
      refusal: "note-signer-unknown",
    });
  });
});

describe("a range file (FORMAT.md, receipts)", () => {
  test("may begin with the first entry", () => {
    const x = { ...rangeFile, start: 0 };
    expect(parseRangeFile(formatRangeFile(x))).toEqual(x);
  });

  test("parses to what was formatted", () => {
    const some = fc.record({ ...tail, start: index, length: fc.integer({ min: 1, max: 10_000 }) });
    fc.assert(
      fc.property(some, ({ start, length, proof, checkpoint: note }) => {
        const x = { start, end: Math.min(start + length, Number.MAX_SAFE_INTEGER), proof, checkpoint: note };
        expect(parseRangeFile(formatRangeFile(x))).toEqual(x);
      }),
    );
  });

  const text = formatRangeFile(rangeFile);
  test.each([
    ["an empty range", text.replace("range 3 7", "range 7 7")],
    ["a range that goes back", text.replace("range 3 7", "range 7 3")],
    ["a leading zero", text.replace("range 3 7", "range 03 7")],
    ["an end of 2^53", text.replace("range 3 7", "range 3 9007199254740992")],
    ["the header of a proof file", text.replace("minh-chung/range-proof@v1", "c2sp.org/tlog-proof@v1")],
  ])("with %s is refused", (_, malformed) => {
    expect(parseRangeFile(malformed)).toBeUndefined();
  });

  test("proves its entries under the checkpoint that checking returns", async () => {
    expect(await checkRangeFile(rangeFile, leaves.slice(3, 7), verifier)).toMatchObject({ ok: true, value: { size } });
  });

  test("does not prove other entries, more entries or fewer", async () => {
    for (const others of [
      leaves.slice(4, 8),
      leaves.slice(3, 6),
      leaves.slice(3, 8),
      leaves.slice(3, 7).toReversed(),
      [],
    ]) {
      expect(await checkRangeFile(rangeFile, others, verifier)).toEqual({ ok: false, refusal: "proof-wrong" });
    }
  });
});
