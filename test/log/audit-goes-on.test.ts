/** An audit goes on after a fault: it names every fault, wherever they stand, and says where it could not look. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUtf8, utf8 } from "../../src/base/bytes.ts";
import {
  type Audit,
  auditCheckpoint,
  auditEntry,
  auditLeafHash,
  auditTile,
  type Finding,
  openAudit,
} from "../../src/log/audit.ts";
import { knowsRoot, resumeAt } from "../../src/log/audit-tree.ts";
import type { Checkpoint } from "../../src/log/checkpoint.ts";
import { emptyRoot, type Hash, leafHash } from "../../src/log/hash.ts";
import { emptyEdge, growEdge, rootOf } from "../../src/log/tree.ts";
import { type Change, someLog } from "./sample-log.ts";

const size = 40;
const log = someLog(size);
const claims = log.map(leafHash);

function checkpointOf(leaves: readonly Uint8Array[]): Checkpoint {
  return { origin: "example.com/log", size: leaves.length, root: rootOf(leaves.map(leafHash)) };
}

function only(index: number, change: Change): Change {
  return (event, i) => (i === index ? change(event, i) : event);
}

function found(code: Finding["code"], index: number, until = index + 1): Finding {
  return { code, index, until };
}

/** A fault that is planted in one entry, after which the log is as it was. */
const spoilers = {
  "a byte of the event": ({ leaf, claim }: Planted) => {
    const text = parseUtf8(leaf);
    return { leaf: utf8(text.includes("2026-11-20") ? text.replace("2026-11-20", "2026-11-19") : `${text} `), claim };
  },
  "the leaf": ({ claim }: Planted) => ({ leaf: utf8("{}"), claim }),
  "the claimed hash": ({ leaf }: Planted) => ({ leaf, claim: emptyRoot }),
  "the version": ({ leaf, claim }: Planted) => ({
    leaf: utf8(parseUtf8(leaf).replace(/"version":\d+/, '"version":77')),
    claim,
  }),
  "the instant": ({ leaf, claim }: Planted) => ({
    leaf: utf8(parseUtf8(leaf).replace('"at":"2026', '"at":"2027')),
    claim,
  }),
  "the link": ({ leaf, claim }: Planted) => ({
    leaf: utf8(parseUtf8(leaf).replace(/"prev":"(.)/, (_, digit: string) => `"prev":"${digit === "0" ? "1" : "0"}`)),
    claim,
  }),
  "the index": ({ leaf, claim }: Planted) => ({
    leaf: utf8(parseUtf8(leaf).replace(/"index":(\d+)/, '"index":9$1')),
    claim,
  }),
};
type Planted = { readonly leaf: Uint8Array; readonly claim: Hash };
type Spoiler = keyof typeof spoilers;
const spoilerNames = Object.keys(spoilers) as Spoiler[];

/** auditOn audits every leaf and returns all findings, with those of the checkpoint at the end. */
function auditOn(leaves: readonly Uint8Array[], claimed: readonly Hash[] = []): readonly Finding[] {
  const under = openAudit();
  const findings = leaves.flatMap((leaf, index) => auditEntry(under, leaf, claimed[index]));
  const root = auditCheckpoint(under, checkpointOf(log));
  return root === undefined ? findings : [...findings, root];
}

describe("an audit goes on after a fault", () => {
  const planted = fc
    .uniqueArray(
      fc.nat(size - 2).map((index) => index + 1),
      { minLength: 1, maxLength: 12 },
    )
    .chain((places) =>
      fc.tuple(...places.map((index) => fc.tuple(fc.constant(index), fc.constantFrom(...spoilerNames)))),
    );

  /** The next event of a stream after one that does not read has a version too high: its predecessor is not there. */
  const followsUnread = (index: number, spoilt: ReadonlyMap<number, Spoiler>): boolean =>
    [...spoilt].some(([place, how]) => how === "the leaf" && place < index && (index - place) % 2 === 0);

  /** Which of two leaf hashes is right is not told where the next entry, which would tell it, is spoilt too. */
  const hasOpenDoubt = (spoilt: ReadonlyMap<number, Spoiler>): boolean =>
    [...spoilt].some(([place, how]) => how === "the claimed hash" && spoilt.has(place + 1));

  test("and names each of any number of spoilt entries, wherever they stand, and accuses no other entry", () => {
    fc.assert(
      fc.property(planted, (faults) => {
        const spoilt = new Map(faults);
        const made = log.map((leaf, index) => {
          const [how, claim] = [spoilt.get(index), claims[index] ?? emptyRoot];
          return how === undefined ? { leaf, claim } : spoilers[how]({ leaf, claim });
        });
        const findings = auditOn(
          made.map(({ leaf }) => leaf),
          made.map(({ claim }) => claim),
        );
        const others = findings.filter(
          ({ code, index }) =>
            !(code === "version-wrong" && followsUnread(index, spoilt)) &&
            !(code === "root-wrong" && hasOpenDoubt(spoilt)),
        );
        expect(new Set(findings.map(({ index }) => index).filter((index) => spoilt.has(index)))).toEqual(
          new Set(spoilt.keys()),
        );
        expect(others.map(({ index }) => index).filter((index) => !spoilt.has(index))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("so that a harmless fault does not hide a forged entry behind it, whose hash was claimed anew", () => {
    const forged = only(29, (event) => ({ ...event, version: 99 }));
    const leaves = someLog(size, forged);
    const spoilt = leaves.with(7, utf8("{}"));
    expect(auditOn(spoilt, leaves.map(leafHash))).toEqual([
      found("leaf-malformed", 7),
      found("leaf-hash-wrong", 7),
      found("version-wrong", 9),
      found("version-wrong", 29),
      found("root-wrong", 0, size),
    ]);
  });

  test("and believes of two claims the one that the next entry or the signed root confirms", () => {
    expect(auditOn(log, claims.with(17, emptyRoot))).toEqual([found("leaf-hash-wrong", 17)]);
    expect(auditOn(log, claims.with(size - 1, emptyRoot))).toEqual([found("leaf-hash-wrong", size - 1)]);
    expect(auditOn(log.with(size - 1, utf8("{}")), claims)).toEqual([
      found("leaf-malformed", size - 1),
      found("leaf-hash-wrong", size - 1),
    ]);
  });

  test("and names one entry where every later one has moved", () => {
    const without = log.toSpliced(17, 1);
    expect(auditOn(without, claims.toSpliced(17, 1)).slice(0, 2)).toEqual([
      found("index-wrong", 17),
      found("prev-wrong", 17),
    ]);
    expect(auditOn(without).filter(({ code }) => code === "index-wrong")).toHaveLength(1);
  });

  test("and says of two faults in one entry both", () => {
    const twice = only(17, (event) => ({ ...event, version: 99, at: "2026-11-22T00:00:00.000Z" }));
    const leaves = someLog(size, twice);
    expect(auditOn(leaves, leaves.map(leafHash)).slice(0, 2)).toEqual([
      found("version-wrong", 17),
      found("at-backwards", 17),
    ]);
  });
});

describe("where a leaf hash is unknown", () => {
  const without = (unknown: readonly number[]): Audit => {
    const under = openAudit();
    for (const [index, claim] of claims.entries()) auditLeafHash(under, unknown.includes(index) ? undefined : claim);
    return under;
  };

  test("the root is not looked at, and nobody is accused of it", () => {
    expect(auditCheckpoint(without([17]), checkpointOf(log))).toBeUndefined();
    expect(knowsRoot(without([17]).tree)).toBe(false);
    expect(knowsRoot(without([]).tree)).toBe(true);
  });

  test("the audit goes on from an edge whose root was signed", () => {
    const under = without([17]);
    resumeAt(under.tree, growEdge(0, emptyEdge, claims).edge);
    expect(auditCheckpoint(under, checkpointOf(log))).toBeUndefined();
    expect(knowsRoot(under.tree)).toBe(true);
    resumeAt(under.tree, growEdge(0, emptyEdge, claims.with(3, emptyRoot)).edge);
    expect(auditCheckpoint(under, checkpointOf(log))).toEqual(found("root-wrong", 0, size));
  });

  test("the tiles above it are not looked at, and the others are", () => {
    const hashes: readonly Hash[] = Array.from({ length: 800 }, (_, i) => leafHash(utf8(String(i))));
    const under = openAudit();
    for (const [index, hash] of hashes.entries()) auditLeafHash(under, index === 300 ? undefined : hash);
    const { roots } = growEdge(0, emptyEdge, hashes);
    const tile = { level: 1, index: 0, width: 3 } as const;
    const others = [emptyRoot, emptyRoot, emptyRoot];
    expect(auditTile(under, tile, others)).toEqual([found("tile-wrong", 0, 256), found("tile-wrong", 512, 768)]);
    // The third subtree is known again only after the audit went on from a signed edge.
    expect(roots).toHaveLength(3);
  });
});
