import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUtf8, utf8 } from "../../src/base/bytes.ts";
import { canonicalJson } from "../../src/base/canonical-json.ts";
import {
  type Audit,
  auditCheckpoint,
  auditEntry,
  auditLeafHash,
  auditOldCheckpoint,
  auditTile,
  type Finding,
  openAudit,
} from "../../src/log/audit.ts";
import type { Checkpoint } from "../../src/log/checkpoint.ts";
import { emptyRoot, type Hash, leafHash } from "../../src/log/hash.ts";
import { emptyEdge, growEdge, rootOf } from "../../src/log/tree.ts";
import { type Change, linkLeaves, someEvent, someLog } from "./sample-log.ts";

const size = 40;
const log = someLog(size);
const claims = log.map(leafHash);

function checkpointOf(leaves: readonly Uint8Array[]): Checkpoint {
  return { origin: "example.com/log", size: leaves.length, root: rootOf(leaves.map(leafHash)) };
}

/** audit audits the leaves until the first finding, and then the checkpoint. */
function audit(
  leaves: readonly Uint8Array[],
  claimed: readonly Hash[] = [],
  checkpoint = checkpointOf(log),
): Finding | undefined {
  const under = openAudit();
  for (const [index, leaf] of leaves.entries()) {
    const [finding] = auditEntry(under, leaf, claimed[index]);
    if (finding !== undefined) return finding;
  }
  return auditCheckpoint(under, checkpoint);
}

function fed(leaves: readonly Uint8Array[]): Audit {
  const under = openAudit();
  for (const leaf of leaves) auditEntry(under, leaf);
  return under;
}

/** spoilt returns the log with some bits of one byte of one leaf flipped. */
function spoilt(index: number, place: number, bits: number): Uint8Array[] {
  return log.map((leaf, i) => (i === index ? leaf.with(place, (leaf[place] ?? 0) ^ bits) : leaf));
}

/** only applies the change to one entry and leaves the others as they are. */
function only(index: number, change: Change): Change {
  return (event, i) => (i === index ? change(event, i) : event);
}

function found(code: Finding["code"], index: number, until = index + 1): Finding {
  return { code, index, until };
}

test("an unchanged log has no findings", () => {
  expect(audit(log)).toBeUndefined();
  expect(audit(log, claims)).toBeUndefined();
});

describe("with one byte of one leaf changed", () => {
  const place = fc.nat(size - 1).chain((index) => fc.tuple(fc.constant(index), fc.nat((log[index]?.length ?? 1) - 1)));

  test("the finding names that leaf, whichever byte it is, if the tiles of leaf hashes are given", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), ([index, at], change) => {
        expect(audit(spoilt(index, at, change), claims)).toMatchObject({ index, until: index + 1 });
      }),
      { numRuns: 2000 },
    );
  });

  test("without those tiles there is a finding, and the leaf is among those that it names", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), ([index, at], change) => {
        const first = audit(spoilt(index, at, change));
        expect(first).toBeDefined();
        if (first?.code !== "root-wrong") expect([index, index + 1]).toContain((first?.until ?? 0) - 1);
        expect(first?.index).toBeLessThanOrEqual(index);
      }),
      { numRuns: 2000 },
    );
  });

  test("a change in the last leaf without tiles is found by the checkpoint", () => {
    const last = log.at(-1) ?? new Uint8Array(0);
    const changed = utf8(parseUtf8(last).replace('"happenedOn":"2026-11-20"', '"happenedOn":"2026-11-21"'));
    expect(audit([...log.slice(0, -1), changed])).toEqual(found("root-wrong", 0, size));
  });
});

describe("the finding names the first bad index when", () => {
  test("an entry is deleted", () => {
    expect(audit(log.toSpliced(17, 1))).toEqual(found("index-wrong", 17));
  });

  test("two entries are swapped", () => {
    const swapped = log.toSpliced(17, 2, log[18] ?? new Uint8Array(0), log[17] ?? new Uint8Array(0));
    expect(audit(swapped)).toEqual(found("index-wrong", 17));
  });

  test("an entry is inserted", () => {
    expect(audit(log.toSpliced(17, 0, log[3] ?? new Uint8Array(0)))).toEqual(found("index-wrong", 17));
  });

  test("the tail is cut", () => {
    expect(audit(log.slice(0, 33))).toEqual(found("entries-missing", 33, size));
  });

  test("a leaf is not the wrapping of an event", () => {
    expect(audit(log.with(17, utf8("{}")))).toEqual(found("leaf-malformed", 17));
  });

  test("a leaf hash in the store or in a tile is not that of the leaf", () => {
    expect(audit(log, claims.with(17, emptyRoot))).toEqual(found("leaf-hash-wrong", 17));
  });

  test("an event was edited and no tiles are given: it names both ends of the broken link", () => {
    const edited = log.map((leaf, i) => (i === 17 ? utf8(parseUtf8(leaf).replace("2026-11-20", "2026-11-19")) : leaf));
    expect(audit(edited)).toEqual(found("prev-wrong", 17, 19));
    expect(audit(edited, claims)).toEqual(found("leaf-hash-wrong", 17));
  });

  test("a link is wrong though the tile confirms the entry before", () => {
    const other = utf8(parseUtf8(log[17] ?? new Uint8Array(0)).replace(/"prev":"../, '"prev":"00'));
    const leaves = log.with(17, other);
    expect(audit(leaves, leaves.map(leafHash))).toEqual(found("prev-wrong", 17));
  });

  test("the first entry names an entry before it", () => {
    const first = utf8(parseUtf8(log[0] ?? new Uint8Array(0)).replace(/"prev":"../, '"prev":"11'));
    expect(audit([first])).toEqual(found("prev-wrong", 0));
  });
});

describe("if the log was hashed again after the edit, the finding names the first bad index when", () => {
  const later = new Date(Date.UTC(2026, 10, 23, 1)).toISOString();

  test.each<[string, number, Finding["code"], Change]>([
    ["a version was left out", 17, "version-wrong", (event) => ({ ...event, version: 10 })],
    ["a version stands twice", 17, "version-wrong", (event) => ({ ...event, version: 8 })],
    ["a stream begins with version 2", 17, "version-wrong", (event) => ({ ...event, stream: "case/new", version: 2 })],
    [
      "an instant goes back in its stream",
      17,
      "at-backwards",
      (event) => ({ ...event, at: "2026-11-22T00:00:00.000Z" }),
    ],
    ["the log does not begin with its opening", 0, "opening-missing", (event) => ({ ...event, type: "act-recorded" })],
    ["the log is opened again", 17, "opening-repeated", (event) => ({ ...event, type: "log-opened" })],
    ["a nonce is short", 17, "event-shape-wrong", (event) => ({ ...event, nonce: "00" })],
    ["the clock of one stream ran ahead", 19, "at-backwards", (event) => ({ ...event, at: later })],
  ])("%s", (_, index, code, change) => {
    const changed = code === "at-backwards" && index === 19 ? 17 : index;
    const leaves = someLog(size, only(changed, change));
    expect(audit(leaves, leaves.map(leafHash), checkpointOf(leaves))).toEqual(found(code, index));
  });

  test("an event is not canonical", () => {
    const events = Array.from({ length: size }, (_, index) => utf8(canonicalJson(someEvent(index))));
    const leaves = linkLeaves(events.with(17, utf8(JSON.stringify(someEvent(17), undefined, 1))));
    expect(audit(leaves, leaves.map(leafHash), checkpointOf(leaves))).toEqual(found("event-not-canonical", 17));
  });
});

test("each stream has versions and instants of its own", () => {
  const leaves = someLog(6, (event, index) =>
    index === 5 ? { ...event, stream: "case/late", version: 1, at: "2020-01-01T00:00:00.000Z" } : event,
  );
  expect(audit(leaves, [], checkpointOf(leaves))).toBeUndefined();
});

test("the same instant may stand twice in a stream", () => {
  const leaves = someLog(9, (event) => ({ ...event, at: "2026-11-23T00:00:00.000Z" }));
  expect(audit(leaves, [], checkpointOf(leaves))).toBeUndefined();
});

describe("a checkpoint that someone kept", () => {
  const kept = checkpointOf(log.slice(0, 20));

  test("is the beginning of the log that grew from it", () => {
    expect(auditOldCheckpoint(fed(log.slice(0, 20)), kept)).toBeUndefined();
  });

  test("is not the beginning of a log that was edited and hashed again", () => {
    const rewritten = someLog(size, (event, index) => (index === 7 ? { ...event, data: {} } : event));
    expect(audit(rewritten, rewritten.map(leafHash), checkpointOf(rewritten))).toBeUndefined();
    expect(auditOldCheckpoint(fed(rewritten.slice(0, 20)), kept)).toEqual(found("history-rewritten", 0, 20));
  });

  test("is larger than a log that was cut and signed again", () => {
    expect(auditOldCheckpoint(fed(log.slice(0, 12)), kept)).toEqual(found("entries-missing", 12, 20));
  });

  test("must be compared when the audit is at its size: later is a fault of the caller", () => {
    expect(() => auditOldCheckpoint(fed(log), kept)).toThrow(RangeError);
  });
});

describe("an audit of leaf hashes alone", () => {
  test("computes the tree of the leaf hashes and compares its root", () => {
    const under = openAudit();
    for (const claim of claims) auditLeafHash(under, claim);
    expect(auditCheckpoint(under, checkpointOf(log))).toBeUndefined();
  });

  test("finds a changed leaf hash by the root", () => {
    const under = openAudit();
    for (const claim of claims.with(3, emptyRoot)) auditLeafHash(under, claim);
    expect(auditCheckpoint(under, checkpointOf(log))).toEqual(found("root-wrong", 0, size));
  });
});

describe("tiles above the leaf hashes", () => {
  const hashes: readonly Hash[] = Array.from({ length: 600 }, (_, i) => leafHash(utf8(String(i))));
  const under = openAudit();
  for (const hash of hashes) auditLeafHash(under, hash);
  const roots = growEdge(0, emptyEdge, hashes).roots.map(({ hash }) => hash);
  const tile = { level: 1, index: 0, width: 2 } as const;

  test("are right when they hold the roots of the full tiles below", () => {
    expect(auditTile(under, tile, roots)).toEqual([]);
  });

  test("with a wrong hash make a finding that names the leaves below that hash", () => {
    expect(auditTile(under, tile, roots.with(1, emptyRoot))).toEqual([found("tile-wrong", 256, 512)]);
  });

  test("are wrong with a hash too few, a hash too many, or a hash of a tile that is not full", () => {
    expect(auditTile(under, tile, roots.slice(0, 1))).toEqual([found("tile-wrong", 256, 512)]);
    expect(auditTile(under, tile, [...roots, emptyRoot])).toEqual([found("tile-wrong", 512, 768)]);
    expect(auditTile(under, { ...tile, width: 3 }, [...roots, emptyRoot])).toEqual([found("tile-wrong", 512, 768)]);
    expect(auditTile(under, { level: 2, index: 0, width: 1 }, [emptyRoot])).toEqual([found("tile-wrong", 0, 65_536)]);
  });

  test("are of level 1 or more: leaf hashes are compared with their entries, so level 0 is a fault of the caller", () => {
    expect(() => auditTile(under, { level: 0, index: 0, width: 1 }, hashes)).toThrow(RangeError);
  });
});
