/** Our code reads what other programs made, and they read what it makes. vectors/README.md says where the vectors are from. */

import { createPublicKey } from "node:crypto";
import type { TLogEntryWithInclusionProof } from "@sigstore/bundle";
import { verifyCheckpoint } from "@sigstore/verify/dist/tlog/checkpoint.js";
import { verifyMerkleInclusion } from "@sigstore/verify/dist/tlog/merkle.js";
import { describe, expect, test } from "vitest";
import { concatBytes, parseHex, utf8 } from "../../src/base/bytes.ts";
import { openCheckpoint, parseCheckpoint, signCheckpoint } from "../../src/log/checkpoint.ts";
import { digest, emptyRoot, formatHash, type Hash, leafHash, parseHash } from "../../src/log/hash.ts";
import { ed25519Verifier, formatVkey, openNote, parseVkey, signNote } from "../../src/log/note.ts";
import {
  checkConsistency,
  checkInclusion,
  type HashOf,
  proveConsistency,
  proveInclusion,
} from "../../src/log/proof.ts";
import { formatTilePath, tilesOf } from "../../src/log/tile.ts";
import { edgeRoot, emptyEdge, growEdge, rootOf } from "../../src/log/tree.ts";
import { someLog, someSigner } from "./sample-log.ts";
import go from "./vectors/go-tlog.json" with { type: "json" };
import rfc6962 from "./vectors/rfc6962.json" with { type: "json" };

/** The numbers of the vectors are safe integers: this fails on one that JSON.parse could have rounded. */
function exact(number: number): number {
  if (!Number.isSafeInteger(number))
    throw new RangeError(`a vector holds ${number}, which JSON.parse may have rounded`);
  return number;
}

function hash(hex: string): Hash {
  const parsed = parseHash(hex);
  if (parsed === undefined) throw new Error(`not a hash: ${hex}`);
  return parsed;
}

function verifierOf(vkey: string): ReturnType<typeof ed25519Verifier> {
  const key = parseVkey(vkey);
  if (key === undefined) throw new Error(`not a verifier key: ${vkey}`);
  return ed25519Verifier(key);
}

type Vectors = {
  readonly inclusion: readonly { readonly index: number; readonly size: number; readonly proof: readonly string[] }[];
  readonly consistency: readonly {
    readonly oldSize: number;
    readonly newSize: number;
    readonly proof: readonly string[];
  }[];
};

const famous = rfc6962.leaves.map((hex) => leafHash(parseHex(hex) ?? emptyRoot));
const numbered = Array.from({ length: 70_000 }, (_, i) => leafHash(utf8(`leaf ${i}`)));

describe.each<[string, Vectors, readonly Hash[], Readonly<Record<string, string>>]>([
  [
    "the eight leaves of certificate-transparency (RFC 6962)",
    rfc6962,
    famous,
    Object.fromEntries(rfc6962.roots.entries()),
  ],
  ["a tree of 70,000 leaves by golang.org/x/mod/sumdb/tlog", go, numbered, go.roots],
])("%s", (_, vectors, leaves, roots) => {
  const root = (size: number): Hash => hash(roots[size] ?? formatHash(rootOf(leaves.slice(0, size))));
  const known = new Map<string, Hash>();
  const hashOf: HashOf = (start, end) => {
    const found = known.get(`${start}-${end}`) ?? rootOf(leaves.slice(start, end));
    known.set(`${start}-${end}`, found);
    return found;
  };

  test("the trees have these roots", () => {
    for (const [size, expected] of Object.entries(roots)) {
      expect(formatHash(rootOf(leaves.slice(0, exact(Number(size)))))).toBe(expected);
    }
  });

  test("the trees have these inclusion proofs", () => {
    for (const { index, size, proof } of vectors.inclusion) {
      const claim = { index: exact(index), size: exact(size), leaf: leaves[index] ?? emptyRoot, root: root(size) };
      expect(checkInclusion({ ...claim, proof: proof.map(hash) })).toBe(true);
      expect(proveInclusion(index, size, hashOf).map(formatHash)).toEqual(proof);
    }
  });

  test("the trees have these consistency proofs", () => {
    for (const { oldSize, newSize, proof } of vectors.consistency) {
      const claim = {
        oldSize: exact(oldSize),
        newSize: exact(newSize),
        oldRoot: root(oldSize),
        newRoot: root(newSize),
      };
      expect(checkConsistency({ ...claim, proof: proof.map(hash) })).toBe(true);
      expect(proveConsistency(oldSize, newSize, hashOf).map(formatHash)).toEqual(proof);
    }
  });
});

test("the tiles of golang.org/x/mod/sumdb/tlog have our paths and our hashes", () => {
  const { roots } = growEdge(0, emptyEdge, numbered);
  const levels = [
    numbered,
    ...[1, 2].map((level) => roots.filter((root) => root.level === level).map((root) => root.hash)),
  ];
  const ours = new Map(
    [...tilesOf(numbered.length)].map((tile) => {
      const hashes = levels[tile.level]?.slice(tile.index * 256, tile.index * 256 + tile.width) ?? [];
      return [formatTilePath(tile), formatHash(digest(concatBytes(...hashes)))];
    }),
  );
  for (const { path, sha256 } of go.tiles) expect([path, ours.get(path)]).toEqual([path, sha256]);
  expect(go.tiles.length).toBeGreaterThan(5);
});

describe("a note opens that was signed", () => {
  test("by golang.org/x/mod/sumdb/note", async () => {
    expect(await openNote(go.note, [verifierOf(go.vkey)])).toMatchObject({
      ok: true,
      value: { text: "a text\n\nwith a blank line: đ\n" },
    });
    expect(await openCheckpoint(go.checkpoint, verifierOf(go.vkey))).toMatchObject({
      ok: true,
      value: { size: 70_000 },
    });
  });

  test("by the Go checksum database", async () => {
    const note =
      "go.sum database tree\n35225469\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n\n" +
      "\u2014 sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2HgXpD+gu9HHONebHLAyaKbbTM75QTtPydhKCExixSfwQ=\n";
    const opened = await openNote(note, [
      verifierOf("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"),
    ]);
    expect(opened.ok && parseCheckpoint(opened.value.text)).toMatchObject({
      origin: "go.sum database tree",
      size: 35_225_469,
    });
  });

  test("by the test log of Tessera", async () => {
    const note =
      "example.com/log/testdata\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n\n" +
      "\u2014 example.com/log/testdata M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=\n";
    const verifier = verifierOf("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
    expect(await openCheckpoint(note, verifier)).toMatchObject({ ok: true, value: { size: 15 } });
  });
});

test("the example of Go's documentation opens, and its signature counts once when it stands twice", async () => {
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const line =
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const verifier = verifierOf("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  for (const note of [`${text}\n${line}`, `${text}\n${line}${line}`]) {
    const opened = await openNote(note, [verifier]);
    expect(opened.ok && opened.value.signatures.map(({ name }) => name)).toEqual(["PeterNeumann"]);
  }
});

test("we sign the same note as Go with the same key", async () => {
  const signer = someSigner("example.com/minh-chung", 7);
  expect(formatVkey(signer)).toBe(go.vkey);
  expect(await signNote("a text\n\nwith a blank line: đ\n", signer)).toBe(go.note);
});

describe("@sigstore/verify", () => {
  const leaves = someLog(37);
  const hashes = leaves.map(leafHash);
  const signer = someSigner("example.com/log", 1);
  const root = edgeRoot(growEdge(0, emptyEdge, hashes).edge);
  const publicKey = createPublicKey({
    key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), signer.publicKey]),
    format: "der",
    type: "spki",
  });
  const logID = Buffer.alloc(32);
  logID.writeUInt32BE(signer.id);
  const validFor = { start: new Date(0), end: new Date(8.64e15) };
  const authorities = [{ logID, publicKey, baseURL: "https://example.com/log", validFor }];

  async function entryOf(index: number): Promise<TLogEntryWithInclusionProof> {
    const proof = proveInclusion(index, 37, (start, end) => rootOf(hashes.slice(start, end)));
    return {
      logIndex: String(index),
      logId: { keyId: logID },
      kindVersion: { kind: "", version: "" },
      integratedTime: "0",
      inclusionPromise: undefined,
      canonicalizedBody: Buffer.from(leaves[index] ?? []),
      inclusionProof: {
        logIndex: String(index),
        treeSize: "37",
        rootHash: Buffer.from(root),
        hashes: proof.map((node) => Buffer.from(node)),
        checkpoint: { envelope: await signCheckpoint({ origin: signer.name, size: 37, root }, signer) },
      },
    };
  }

  test("accepts our checkpoint and the inclusion proof of every entry", async () => {
    for (let index = 0; index < 37; index++) {
      const entry = await entryOf(index);
      const checkpoint = verifyCheckpoint(entry, authorities);
      verifyMerkleInclusion(entry, checkpoint);
    }
  });

  test("refuses the proof of another entry, and the checkpoint of another key", async () => {
    const [first, second] = [await entryOf(1), await entryOf(2)];
    const swapped = { ...first, canonicalizedBody: second.canonicalizedBody } as Parameters<
      typeof verifyMerkleInclusion
    >[0];
    expect(() => verifyMerkleInclusion(swapped, verifyCheckpoint(first, authorities))).toThrow("root hash");
    expect(() => verifyCheckpoint(first, [])).toThrow("signature");
  });
});
