/**
 * The walk of `npm run verify` over a log that a small server of tiles has: it names all of any planted faults, and takes
 * the beginning of a full tile where the server no longer has the partial one.
 */

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatBytes, utf8 } from "../../src/base/bytes.ts";
import { signCheckpoint } from "../../src/log/checkpoint.ts";
import { type Hash, leafHash } from "../../src/log/hash.ts";
import { formatVkey } from "../../src/log/note.ts";
import { bundlesOf, formatBundle, formatTilePath, tilesOf, tileWidth } from "../../src/log/tile.ts";
import { rootOf } from "../../src/log/tree.ts";
import { LogServer, Unreachable } from "../../scripts/verify/log-server.ts";
import { type Verdict, verifyLog } from "../../scripts/verify/verification.ts";
import { someEvent, someLog, someSigner } from "../log/sample-log.ts";

const signer = someSigner("example.com/log", 1);
const opening = { ...someEvent(0), data: { origin: signer.name, key: formatVkey(signer) } };
const size = 600;
const log = someLog(size, (event, index) => (index === 0 ? opening : event));
const claims = log.map(leafHash);

interface Kept {
  readonly leaves: readonly Uint8Array[];
  readonly hashes: readonly Hash[];
}

/** Makes what a server keeps of a log of `size` leaves, by path. */
function filesOf({ leaves, hashes }: Kept, upTo = leaves.length): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const level1 = Array.from({ length: Math.floor(upTo / tileWidth) }, (_, i) =>
    rootOf(claims.slice(i * tileWidth, (i + 1) * tileWidth)),
  );
  for (const tile of tilesOf(upTo)) {
    const rows = tile.level === 0 ? hashes : level1;
    const start = tile.index * tileWidth;
    files.set(`/${formatTilePath(tile)}`, concatBytes(...rows.slice(start, start + tile.width)));
  }
  for (const bundle of bundlesOf(upTo)) {
    const start = bundle.index * tileWidth;
    files.set(`/${formatTilePath(bundle)}`, formatBundle(leaves.slice(start, start + bundle.width)));
  }
  return files;
}

const whole: Kept = { leaves: log, hashes: claims };

async function noteOf(upTo: number): Promise<Uint8Array> {
  return utf8(await signCheckpoint({ origin: signer.name, size: upTo, root: rootOf(claims.slice(0, upTo)) }, signer));
}

/** Verifies what this server says; the listener answers what the files do not. */
async function verified(
  files: ReadonlyMap<string, Uint8Array>,
  { sees = true, otherwise }: { readonly sees?: boolean; readonly otherwise?: RequestListener } = {},
): Promise<Verdict> {
  const server = createServer((request, response) => {
    const bytes = files.get(request.url ?? "");
    if (bytes !== undefined) response.end(bytes);
    else if (otherwise !== undefined) otherwise(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  try {
    return await verifyLog({
      server: new LogServer(`http://127.0.0.1:${port}`, "token"),
      trust: { key: signer, by: "given" },
      since: undefined,
      sees,
      progress: () => undefined,
    });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/** The events of this log are of no domain, so that authority knows none of them; test/scripts/authority.test.ts is about that. */
function faultsOf({ found }: Pick<Verdict, "found">) {
  return found.faults.listed.filter(({ code }) => code !== "event-unknown");
}

function said(verdict: Verdict): readonly string[] {
  return faultsOf(verdict).map(({ code, index, until }) => `${code} ${index}-${until}`);
}

describe("a server that has removed its partial tiles, asked with an older checkpoint", () => {
  const older = 300;
  const pruned = async (...removed: readonly string[]): Promise<Map<string, Uint8Array>> => {
    const files = filesOf(whole);
    // A partial tile stays until the full one exists, which at level 1 it does not.
    files.set("/tile/1/000.p/1", filesOf(whole, older).get("/tile/1/000.p/1") ?? utf8(""));
    for (const path of removed) files.delete(path);
    return files.set("/checkpoint", await noteOf(older));
  };

  it("is right, with the entries and without: the full tile begins with the partial one", async () => {
    const files = await pruned();
    expect(files.has("/tile/0/001.p/44")).toBe(false);
    for (const sees of [true, false]) {
      const { found, checkpoint } = await verified(files, { sees });
      expect([faultsOf({ found }), found.unseen.listed, checkpoint?.size]).toEqual([[], [], older]);
    }
  });

  it("lacks hashes only where it has neither, and says what was not looked at", async () => {
    const verdict = await verified(await pruned("/tile/0/001"), { sees: false });
    expect(said(verdict)).toEqual([`tile-missing 256-${older}`]);
    expect(verdict.found.unseen.listed).toEqual([{ code: "root-unmade", index: 0, until: older }]);
  });

  it("lacks entries only where it has neither, and their hashes are still looked at", async () => {
    const verdict = await verified(await pruned("/tile/entries/001"));
    expect(said(verdict)).toEqual([`entries-missing 256-${older}`]);
    expect(verdict.found.unseen.listed).toEqual([{ code: "entries-unread", index: 256, until: older }]);
  });
});

describe("a fault of the way to the server says nothing of the log", () => {
  it.each<[string, RequestListener]>([
    [
      "an answer that is cut",
      (_, response) => void response.writeHead(200, { "content-length": 99 }).write("x", () => response.destroy()),
    ],
    ["no answer", (request) => void request.destroy()],
    ["a server that is not well", (_, response) => void response.writeHead(503).end()],
  ])("%s", async (_, otherwise) => {
    const files = filesOf(whole).set("/checkpoint", await noteOf(size));
    files.delete("/tile/0/001");
    await expect(verified(files, { otherwise })).rejects.toThrow(Unreachable);
  });
});

describe("after a fault the walk goes on", () => {
  const files = async (kept: Kept): Promise<Map<string, Uint8Array>> =>
    filesOf(kept).set("/checkpoint", await noteOf(size));
  const spoil = (leaf: Uint8Array): Uint8Array => leaf.with(200, (leaf[200] ?? 0) ^ 1);

  it("and names each of any number of spoilt entries, and accuses no other", async () => {
    const places = fc.uniqueArray(fc.integer({ min: 1, max: size - 1 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(places, async (spoilt) => {
        const leaves = log.map((leaf, index) => (spoilt.includes(index) ? spoil(leaf) : leaf));
        const { found } = await verified(await files({ leaves, hashes: claims }));
        expect(new Set(faultsOf({ found }).map(({ index }) => index))).toEqual(new Set(spoilt));
      }),
      { numRuns: 15 },
    );
  });

  it("so that a bundle that cannot be read hides nothing in the next ones", async () => {
    const served = await files({ leaves: log.with(520, spoil(log[520] ?? utf8(""))), hashes: claims });
    served.set("/tile/entries/001", utf8("no bundle"));
    const verdict = await verified(served);
    // The two streams go on behind the bundle with versions that do not follow what was read.
    const behind = ["version-wrong 512-513", "version-wrong 513-514"];
    expect(said(verdict)).toEqual(["bundle-malformed 256-512", ...behind, "leaf-hash-wrong 520-521"]);
    expect(verdict.found.unseen.listed).toEqual([{ code: "entries-unread", index: 256, until: 512 }]);
  });

  it("and a bundle or tile that is too short is wrong from there on, one that is too long is not believed", async () => {
    const short = await files(whole);
    short.set("/tile/entries/000", formatBundle(log.slice(0, 250)));
    short.set("/tile/0/001", concatBytes(...claims.slice(256, 500)));
    const verdict = await verified(short);
    const behind = ["version-wrong 256-257", "version-wrong 257-258"];
    expect(said(verdict)).toEqual(["entries-missing 250-256", "tile-missing 500-512", ...behind]);
    const long = await files(whole);
    long.set("/tile/0/000", concatBytes(...claims.slice(0, 300)));
    expect(said(await verified(long))).toEqual(["tile-wrong 0-256"]);
  });

  it("also where no signature says how far: the entries are looked at as far as there are any", async () => {
    const served = await files({ leaves: log.with(300, spoil(log[300] ?? utf8(""))), hashes: claims });
    const note = served.get("/checkpoint") ?? utf8("");
    served.set("/checkpoint", note.with(note.length - 20, note.at(-20) === 65 ? 66 : 65));
    const verdict = await verified(served);
    expect(verdict.checkpoint).toBeUndefined();
    expect(said(verdict)).toEqual(["note-signature-wrong undefined-undefined", "leaf-hash-wrong 300-301"]);
    expect(verdict.found.unseen.listed).toEqual([{ code: "root-unsigned", index: 0, until: size }]);
  });

  it("counts all faults, and lists the first hundred of each kind", async () => {
    const leaves = log.map((leaf, index) => (index % 2 === 1 ? spoil(leaf) : leaf));
    const { found } = await verified(await files({ leaves, hashes: claims }));
    expect(found.faults.counts.get("leaf-hash-wrong")).toBe(300);
    const listed = found.faults.listed.filter(({ code }) => code === "leaf-hash-wrong");
    expect(listed.map(({ index }) => index)).toEqual(Array.from({ length: 100 }, (_, i) => 2 * i + 1));
    expect(found.faults.unlisted).toContainEqual({ code: "leaf-hash-wrong", more: 200 });
  });
});
