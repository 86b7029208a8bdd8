/** The log of FORMAT.md's examples: three entries and a key made of 32 bytes of the value 42. Nothing in it is random. */

import { bytesToHex, parseUtf8, utf8 } from "../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { formatProofFile, formatRangeFile } from "../../src/log/proof-file.ts";
import { signCheckpoint } from "../../src/log/checkpoint.ts";
import { formatHash, type Hash, leafHash } from "../../src/log/hash.ts";
import { formatVkey } from "../../src/log/note.ts";
import { proveConsistency, proveInclusion, proveRange } from "../../src/log/proof.ts";
import { commit, formatCommitted } from "../../src/log/commitment.ts";
import { formatBundle } from "../../src/log/tile.ts";
import { rootOf } from "../../src/log/tree.ts";
import { linkLeaves, someId, someSigner } from "./sample-log.ts";

const origin = "log.example/dong-thap";
const signer = someSigner(origin, 42);
const opening = { salt: new Uint8Array(32).fill(9), path: "/document", value: "15/QĐ-CCTHADS" };
const stream = `case/${someId("case")}`;

const events: readonly Json[] = [
  {
    actor: { system: "opening" },
    at: "2026-11-23T01:00:00.000Z",
    data: {
      edition: 1,
      editionDigest: formatHash(leafHash(utf8("edition"))),
      format: 1,
      key: formatVkey(signer),
      origin,
    },
    nonce: someId("nonce 0"),
    stream: "log/log",
    type: "log-opened",
    v: 1,
    version: 1,
  },
  {
    actor: { office: someId("office"), person: someId("person"), role: "agency-officer" },
    at: "2026-11-23T01:30:00.250Z",
    data: { agency: someId("office"), case: someId("case"), openedOn: "2026-11-20" },
    nonce: someId("nonce 1"),
    stream,
    type: "case-opened",
    v: 1,
    version: 1,
  },
  {
    actor: { office: someId("office"), person: someId("person"), role: "agency-officer" },
    at: "2026-11-23T01:30:00.250Z",
    data: { act: someId("act"), document: formatCommitted(commit(opening)) },
    law: { due: "2026-11-25", edition: 1, rule: "SEND_DECISION_VKS", version: "2" },
    nonce: someId("nonce 2"),
    stream,
    type: "act-recorded",
    v: 1,
    version: 2,
  },
];

/** The same log after it was restored to its first two entries and re-opened. */
const nextOrigin = `${origin}-2`;
const nextSigner = someSigner(nextOrigin, 43);
function reopening(until: readonly Hash[], remembered: readonly Hash[]): Json {
  const tree = (of: readonly Hash[]) => ({ root: formatHash(rootOf(of)), size: of.length });
  return {
    actor: { system: "reopening" },
    at: "2026-11-24T02:00:00.000Z",
    data: {
      before: { key: formatVkey(signer), origin, ...tree(until) },
      key: formatVkey(nextSigner),
      origin: nextOrigin,
      reason: "backup-restored",
      remembered: tree(remembered),
      stopped: "database-older-than-signed",
    },
    nonce: someId("nonce 3"),
    stream: "origin/log",
    type: "log-reopened",
    v: 1,
    version: 1,
  };
}

const leaves = linkLeaves(events.map((event) => utf8(canonicalJson(event))));
const hashes = leaves.map(leafHash);
const root = rootOf(hashes);
const hashOf = (start: number, end: number): Hash => rootOf(hashes.slice(start, end));
const checkpoint = await signCheckpoint({ origin, size: hashes.length, root }, signer);

const reopened = linkLeaves(
  [...events.slice(0, 2), reopening(hashes.slice(0, 2), hashes)].map((event) => utf8(canonicalJson(event))),
);
const reopenedTree = { origin: nextOrigin, size: reopened.length, root: rootOf(reopened.map(leafHash)) };

/** The text that each code block of FORMAT.md must have, by the word after its fence. */
export const examples: Readonly<Record<string, string>> = {
  checkpoint,
  ...Object.fromEntries(leaves.map((leaf, index) => [`leaf-${index}`, `${parseUtf8(leaf)}\n`])),
  "leaf-reopened": `${parseUtf8(reopened[2] ?? new Uint8Array(0))}\n`,
  "checkpoint-reopened": await signCheckpoint(reopenedTree, nextSigner),
  "leaf-hashes": hashes.map((hash) => `${formatHash(hash)}\n`).join(""),
  root: `${formatHash(root)}\n`,
  sealed: `salt ${bytesToHex(opening.salt)}\npath ${opening.path}\nvalue ${canonicalJson(opening.value)}\n\n${formatHash(commit(opening))}\n`,
  vkey: `${formatVkey(signer)}\n`,
  consistency: proveConsistency(1, 3, hashOf)
    .map((hash) => `${formatHash(hash)}\n`)
    .join(""),
  "proof-file": formatProofFile({ index: 1, proof: proveInclusion(1, 3, hashOf), checkpoint }),
  "range-file": formatRangeFile({ start: 1, end: 3, proof: proveRange({ start: 1, end: 3 }, 3, hashOf), checkpoint }),
  "bundle-head": `${bytesToHex(formatBundle(leaves).subarray(0, 11))}\n`,
};
