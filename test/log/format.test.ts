/** FORMAT.md agrees with the code: every value in it is made again, and read as a stranger would read it. */

import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bytesToHex, parseUtf8, utf8 } from "../../src/base/bytes.ts";
import { auditCheckpoint, auditEntry, faultCodes, openAudit } from "../../src/log/audit.ts";
import { checkProofFile, checkRangeFile, parseProofFile, parseRangeFile } from "../../src/log/proof-file.ts";
import { openCheckpoint } from "../../src/log/checkpoint.ts";
import { maxEventBytes, maxLeafBytes, parseEntry } from "../../src/log/entry.ts";
import { formatHash, leafHash } from "../../src/log/hash.ts";
import { ed25519Verifier, parseVkey, type Verifier } from "../../src/log/note.ts";
import { maxScanDepth } from "../../src/log/json-scanner.ts";
import { formatTilePath, parseTilePath, tilesOf } from "../../src/log/tile.ts";
import { examples } from "./example-log.ts";

const format = readFileSync(new URL("../../src/log/FORMAT.md", import.meta.url), "utf8");
const blocks = new Map(
  [...format.matchAll(/^```([a-z0-9-]+)\n([^]*?)^```$/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]),
);

function block(name: string): string {
  const text = blocks.get(name);
  if (text === undefined) throw new Error(`FORMAT.md has no block ${name}`);
  return text;
}

const line = (name: string): string => block(name).replace(/\n$/, "");
const sha256 = (...parts: readonly Uint8Array[]): string =>
  createHash("sha256").update(Buffer.concat(parts)).digest("hex");
const leaves = ["leaf-0", "leaf-1", "leaf-2"].map((name) => utf8(line(name)));

function verifier(): Verifier {
  const key = parseVkey(line("vkey"));
  if (key === undefined) throw new Error("FORMAT.md has no verifier key");
  return ed25519Verifier(key);
}

type Leaf = { readonly event: Readonly<Record<string, unknown>>; readonly prev: string };

function leafOf(text: string): Leaf {
  const leaf: Leaf = JSON.parse(text);
  return leaf;
}

function node(left: Buffer = Buffer.alloc(0), right: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.from(sha256(Uint8Array.of(1), left, right), "hex");
}

/** codesUnder returns the first column of the table under a heading. */
function codesUnder(heading: string): string[] {
  const section = format.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map((match) => match[1] ?? "");
}

describe("every example of FORMAT.md", () => {
  test("has a test in this file", () => {
    expect([...blocks.keys()].toSorted()).toEqual([...Object.keys(examples), "tile-path", "tiles"].toSorted());
  });

  test.each(Object.entries(examples))("%s is the value that the code makes", (name, made) => {
    expect(block(name)).toBe(made);
  });

  test("the blocks tiles and tile-path hold paths of tiles", () => {
    expect([...tilesOf(3)].map(formatTilePath)).toEqual([line("tiles")]);
    expect(parseTilePath(line("tile-path"))).toEqual({ level: 0, index: 1_234_067, width: 256 });
  });
});

describe("a stranger who reads FORMAT.md", () => {
  test("hashes the leaves with SHA-256(0x00 || leaf), and finds each in the next one", () => {
    const hashes = leaves.map((leaf) => sha256(Uint8Array.of(0), leaf));
    expect(line("leaf-hashes").split("\n")).toEqual(hashes);
    const prevs = leaves.map((leaf) => leafOf(parseUtf8(leaf)).prev);
    expect(prevs).toEqual(["0".repeat(64), ...hashes.slice(0, 2)]);
  });

  test("computes the root from the leaf hashes", () => {
    const [a, b, c] = line("leaf-hashes")
      .split("\n")
      .map((hex) => Buffer.from(hex, "hex"));
    expect(line("root")).toBe(node(node(a, b), c).toString("hex"));
    expect(line("checkpoint").split("\n")[2]).toBe(node(node(a, b), c).toString("base64"));
  });

  test("computes the commitment of the committed field in the third leaf", () => {
    const [, salt, path, value, commitment] =
      /^salt (.*)\npath (.*)\nvalue (.*)\n\n(.*)\n$/.exec(block("sealed")) ?? [];
    const computed = sha256(utf8("minh-chung/sealed/v1\n"), Buffer.from(salt ?? "", "hex"), utf8(`${path}\n${value}`));
    expect(commitment).toBe(computed);
    expect(leafOf(line("leaf-2")).event).toMatchObject({ data: { [path?.slice(1) ?? ""]: { sealed: computed } } });
  });

  test("verifies the signature over the three lines with the key of the first entry", () => {
    const [text, signature] = block("checkpoint").split("\n\n");
    const publicKey = Buffer.from(line("vkey").split("+").slice(2).join("+"), "base64").subarray(1);
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
    const key = createPublicKey({ key: spki, format: "der", type: "spki" });
    const blob = Buffer.from(signature?.trimEnd().split(" ")[2] ?? "", "base64");
    expect(verify(null, Buffer.from(`${text}\n`), key, blob.subarray(4))).toBe(true);
    expect(leafOf(line("leaf-0")).event).toMatchObject({
      data: {
        key: line("vkey"),
        origin: text?.split("\n")[0],
        format: 1,
      },
    });
  });

  test("reads the length and the beginning of the first leaf in the bundle", () => {
    const first = leaves[0] ?? new Uint8Array(0);
    const length = Buffer.from([first.length >> 8, first.length & 255]).toString("hex");
    expect(line("bundle-head")).toBe(length + bytesToHex(first.subarray(0, 9)));
  });
});

test("an auditor finds nothing wrong with the example", async () => {
  const audit = openAudit();
  for (const leaf of leaves) expect(auditEntry(audit, leaf)).toEqual([]);
  const opened = await openCheckpoint(block("checkpoint"), verifier());
  expect(opened.ok && auditCheckpoint(audit, opened.value)).toBeUndefined();
});

test("an auditor finds nothing wrong with the re-opened example, whose checkpoint the new key signed", async () => {
  const audit = openAudit();
  for (const leaf of [...leaves.slice(0, 2), utf8(line("leaf-reopened"))]) expect(auditEntry(audit, leaf)).toEqual([]);
  const key = parseVkey(audit.signatory?.key ?? "");
  const opened = key && (await openCheckpoint(block("checkpoint-reopened"), ed25519Verifier(key)));
  expect(opened?.ok === true && auditCheckpoint(audit, opened.value)).toBeUndefined();
  expect(audit.reopenings).toMatchObject([{ before: { key: line("vkey"), size: 2 }, remembered: { size: 3 } }]);
});

test("the receipts of the example hold", async () => {
  const hashes = leaves.map(leafHash);
  const file = parseProofFile(block("proof-file"));
  const range = parseRangeFile(block("range-file"));
  if (file === undefined || range === undefined) throw new Error("a receipt of FORMAT.md does not parse");
  const [, second, third] = hashes;
  if (second === undefined || third === undefined) throw new Error("FORMAT.md has three leaves");
  expect(await checkProofFile(file, second, verifier())).toMatchObject({ ok: true });
  expect(await checkRangeFile(range, [second, third], verifier())).toMatchObject({ ok: true });
});

describe("the text of FORMAT.md names", () => {
  test("the members of an event, in order", () => {
    expect(codesUnder("Event")).toEqual(Object.keys(leafOf(line("leaf-2")).event));
  });

  test("the members of a re-opening, in order", () => {
    const { data = {} } = leafOf(line("leaf-reopened")).event;
    expect(codesUnder("Re-opening")).toEqual(Object.keys(data ?? {}));
  });

  test("the codes of an auditor, all of them", () => {
    expect(codesUnder("What an auditor finds")).toEqual(faultCodes);
  });

  test("the limits of the code", () => {
    expect(format).toContain(`at most ${maxLeafBytes.toLocaleString("en")} bytes`);
    expect(format).toContain(`leaves ${maxEventBytes.toLocaleString("en")} for an event`);
    expect(format).toContain(`more than ${maxScanDepth} levels deep`);
  });

  test("the form of a leaf", () => {
    const [first] = leaves;
    const entry = first && parseEntry(first);
    const shape = /^ {4}(\{"event":.*\})$/m.exec(format)?.[1] ?? "";
    const filled = shape
      .replace("<event>", () => parseUtf8(entry?.event ?? new Uint8Array(0)))
      .replace("<index>", String(entry?.index))
      .replace("<prev>", entry ? formatHash(entry.prev) : "");
    expect(filled).toBe(line("leaf-0"));
  });
});
