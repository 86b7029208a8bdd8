/** Re-openings under another origin (FORMAT.md, "Re-opening"): those that an auditor accepts and those that it refuses. */

import { describe, expect, test } from "vitest";
import { utf8 } from "../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { type Audit, auditEntry, type Finding, openAudit } from "../../src/log/audit.ts";
import { formatHash, leafHash } from "../../src/log/hash.ts";
import { formatVkey } from "../../src/log/note.ts";
import { lostEntries, readReopening, readSignatory, reopeningIn } from "../../src/log/reopening.ts";
import { rootOf } from "../../src/log/tree.ts";
import { linkLeaves, someEvent, someId, someSigner } from "./sample-log.ts";

type Data = Readonly<Record<string, Json>>;

function signatory(name: string, seed: number): { readonly origin: string; readonly key: string } {
  return { origin: name, key: formatVkey(someSigner(name, seed)) };
}

const first = signatory("example.com/log", 1);
const second = signatory("example.com/log-2", 2);
const third = signatory("example.com/log-3", 3);

const opening: Json = { ...someEvent(0), data: first };
const begun: readonly Json[] = [opening, ...Array.from({ length: 6 }, (_, i) => someEvent(i + 1))];

function reopened(version: number, data: Data): Json {
  const shape = { nonce: someId(`nonce of ${version}`), stream: "origin/log", type: "log-reopened", v: 1, version };
  return { ...shape, actor: { system: "reopening" }, at: "2026-11-24T00:00:00.000Z", data };
}

function treeOf(events: readonly Json[]): { readonly size: number; readonly root: string } {
  const hashes = linkLeaves(events.map((event) => utf8(canonicalJson(event)))).map(leafHash);
  return { size: hashes.length, root: formatHash(rootOf(hashes)) };
}

const codes = { stopped: "database-older-than-signed", reason: "backup-restored" };
const fine: Data = { ...second, before: { ...first, ...treeOf(begun) }, ...codes };
const once: readonly Json[] = [...begun, reopened(1, fine), { ...someEvent(7), version: 4 }];

function audited(events: readonly Json[]): { readonly audit: Audit; readonly finding: Finding | undefined } {
  const audit = openAudit();
  for (const leaf of linkLeaves(events.map((event) => utf8(canonicalJson(event))))) {
    const [finding] = auditEntry(audit, leaf);
    if (finding !== undefined) return { audit, finding };
  }
  return { audit, finding: undefined };
}

describe("an auditor", () => {
  test("knows from entry 0 who signs", () => {
    expect(audited(begun).audit).toMatchObject({ signatory: first, reopenings: [] });
  });

  test("accepts a re-opening, and knows who signs from there on", () => {
    const { audit, finding } = audited(once);
    expect(finding).toBeUndefined();
    expect(audit).toMatchObject({ signatory: second, reopenings: [{ before: { ...first, size: 7 } }] });
  });

  test("accepts a second re-opening after the first", () => {
    const again = { ...third, before: { ...second, ...treeOf(once) }, ...codes };
    const { audit, finding } = audited([...once, reopened(2, again)]);
    expect(finding).toBeUndefined();
    expect(audit.reopenings.map((each) => each.before.origin)).toEqual([first.origin, second.origin]);
    expect(audit.signatory).toEqual(third);
  });

  test.each<[what: string, data: Data]>([
    ["another size", { ...fine, before: { ...first, ...treeOf(begun), size: 6 } }],
    ["another root", { ...fine, before: { ...first, ...treeOf(begun.slice(0, 6)), size: 7 } }],
    ["another key before", { ...fine, before: { ...signatory(first.origin, 9), ...treeOf(begun) } }],
    ["another origin before", { ...fine, before: { ...third, ...treeOf(begun) } }],
    ["the origin that it had", { ...fine, ...signatory(first.origin, 9) }],
    ["a key of another name", { ...fine, key: third.key }],
    ["a key that is none", { ...fine, key: second.key.replace("+", "+0") }],
    ["no reason", { ...second, before: { ...first, ...treeOf(begun) }, stopped: codes.stopped }],
    ["no word of what was before", { ...second, ...codes }],
    ["a memory of no tree", { ...fine, remembered: { size: 0, root: treeOf(begun).root } }],
    ["a memory without a root", { ...fine, remembered: { size: 9 } }],
  ])("refuses a re-opening that names %s", (_, data) => {
    expect(audited([...begun, reopened(1, data)]).finding).toEqual({ code: "reopening-wrong", index: 7, until: 8 });
  });

  test("refuses a re-opening under an origin that the log had two re-openings ago", () => {
    const again = { ...first, before: { ...second, ...treeOf(once) }, ...codes };
    expect(audited([...once, reopened(2, again)]).finding?.code).toBe("reopening-wrong");
  });

  test("refuses a re-opening of a log whose opening names no signatory", () => {
    const events = [{ ...someEvent(0), data: {} }, ...begun.slice(1)];
    const data = { ...fine, before: { ...first, ...treeOf(events) } };
    expect(audited([...events, reopened(1, data)]).finding?.code).toBe("reopening-wrong");
  });
});

describe("a re-opening", () => {
  const root = treeOf(begun).root;

  test.each([
    ["none when the memory could not be read", undefined, 0],
    ["none when the memory was behind the log", 5, 0],
    ["those that the signer remembered beyond it", 12, 5],
  ])("tells the lost entries: %s", (_, size, lost) => {
    const read = reopeningIn(size === undefined ? fine : { ...fine, remembered: { size, root } });
    expect(read && lostEntries(read)).toBe(lost);
  });

  test("is read from the bytes of an event, and other bytes tell nothing", () => {
    expect(readReopening(utf8(canonicalJson(reopened(1, fine))))).toEqual(fine);
    expect(readSignatory(utf8(canonicalJson(opening)))).toEqual(first);
    expect([readReopening(utf8("{")), readSignatory(utf8("[]"))]).toEqual([undefined, undefined]);
  });
});
