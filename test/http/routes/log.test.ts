/** The log over HTTP, read as a stranger reads it, by c2sp.org/tlog-tiles and from the served bytes alone. */

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseBase64 } from "../../../src/base/bytes.ts";
import { parseProofFile, checkProofFile, parseRangeFile, checkRangeFile } from "../../../src/log/proof-file.ts";
import { type Checkpoint, openCheckpoint } from "../../../src/log/checkpoint.ts";
import { type Hash, leafHash, parseHashBase64, parseHashBytes } from "../../../src/log/hash.ts";
import { ed25519Verifier, parseVkey, type Verifier } from "../../../src/log/note.ts";
import { checkConsistency, checkInclusion } from "../../../src/log/proof.ts";
import { bundlesOf, formatTilePath, parseBundle, tilesOf } from "../../../src/log/tile.ts";
import { parseHashes, rootOf } from "../../../src/log/tree.ts";
import { Api } from "../../kit/api/api.ts";
import type { Fields } from "../../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../../kit/api/main-job.ts";
import { settleOffices } from "../../kit/api/office-world.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;
let verifier: Verifier;

/** A bulk of acts that fills more than one tile. */
beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  const line = JSON.stringify({
    do: "record-act",
    on: { case: opened.case },
    type: "enforcer-assigned",
    days: { happenedOn: { day: "2026-09-08", source: "document" } },
  });
  const bulk = Array.from({ length: 600 }, () => line).join("\n");
  const reply = await api.post("/v1/acts", {
    as: "agency-officer",
    body: bulk,
    headers: { "content-type": "application/x-ndjson" },
  });
  if (reply.status !== 201) throw new Error(reply.text.slice(0, 300));
  const key = parseVkey(String((await api.get("/v1/log/key")).body["vkey"]));
  if (key === undefined) throw new Error("the key does not parse");
  verifier = ed25519Verifier(key);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

async function newest(): Promise<Checkpoint> {
  const opened = await openCheckpoint((await api.get("/checkpoint")).text, verifier);
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

async function bytes(path: string, as?: string): Promise<Uint8Array> {
  const headers = as === undefined ? {} : { authorization: `Bearer ${await api.token(as)}` };
  const response = await api.app.request(path, { headers });
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function readHashes(proof: unknown): readonly Hash[] {
  return (proof as string[]).map((text) => parseHashBase64(text) ?? fail(text));
}

function fail(text: string): never {
  throw new Error(text);
}

describe("the tiles", () => {
  test("the tiles of level 0 give the root of the checkpoint, without a token", async () => {
    const { size, root } = await newest();
    const leaves: Hash[] = [];
    for (const tile of tilesOf(size)) {
      const hashes = parseHashes(await bytes(`/${formatTilePath(tile)}`)) ?? fail(formatTilePath(tile));
      expect(hashes).toHaveLength(tile.width);
      if (tile.level === 0) leaves.push(...hashes);
      else
        expect(hashes).toEqual(
          Array.from({ length: tile.width }, (_, i) => rootOf(leaves.slice(i * 256, (i + 1) * 256))),
        );
    }
    expect(leaves).toHaveLength(size);
    expect(rootOf(leaves)).toEqual(root);
  });

  test("the entry bundles hold the leaves of the hash tiles, and only auditors may read them", async () => {
    const { size } = await newest();
    for (const tile of bundlesOf(size)) {
      const leaves = parseBundle(await bytes(`/${formatTilePath(tile)}`, "auditor")) ?? fail("no bundle");
      const hashes = parseHashes(await bytes(`/${formatTilePath({ ...tile, level: 0 })}`));
      expect(leaves.map(leafHash)).toEqual(hashes);
    }
  });

  test("caches may keep a full tile for ever, and the checkpoint never", async () => {
    const full = await api.get("/tile/0/000");
    expect(full.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await api.get("/checkpoint")).headers.get("cache-control")).toBe("no-store");
    expect((await api.get("/tile/entries/000", { as: "auditor" })).headers.get("cache-control")).toContain("private");
  });

  test("a partial tile is served in every width up to the size of the log", async () => {
    const { size } = await newest();
    const width = size % 256;
    const whole = await bytes(`/tile/0/002.p/${width}`);
    expect(await bytes("/tile/0/002.p/7")).toEqual(whole.subarray(0, 7 * 32));
    expect((await api.get(`/tile/0/002.p/${width + 1}`)).status).toBe(404);
    expect((await api.get("/tile/0/002")).status).toBe(404);
  });

  test.each([
    "/tile/0/003",
    "/tile/0/000.p/0",
    "/tile/0/000.p/256",
    "/tile/0/0",
    "/tile/0/x000/000",
    "/tile/00/000",
    "/tile/3/000.p/1",
    "/tile/99/000",
    "/tile/0/000/",
    "/tile/0/000.p/1/2",
    "/tile/0/..%2f",
    "/tile/-1/000",
    "/tile/x/000",
  ])("a tile that is empty or whose path is written otherwise is not found: %s", async (path) => {
    expect((await api.get(path)).code).toBe("not-found");
  });
});

describe("the proofs", () => {
  test("the proof of inclusion holds for any entry in any tree of the log", async () => {
    const { size } = await newest();
    for (const [index, at] of [
      [0, 1],
      [0, size],
      [5, 6],
      [255, 256],
      [256, 300],
      [size - 1, size],
      [300, 600],
    ] as const) {
      const read = await job.read("procurator", `/v1/log/proofs/inclusion?index=${index}&size=${at}`);
      const [leaf, root] = readHashes([read["leafHash"], read["root"]]);
      if (leaf === undefined || root === undefined) throw new Error("no hashes");
      expect(
        checkInclusion({ index, size: at, leaf, proof: readHashes(read["proof"]), root }),
        `${index} in ${at}`,
      ).toBe(true);
    }
  });

  test("the proof of consistency holds between any two trees of the log", async () => {
    const { size, root: newRoot } = await newest();
    for (const from of [1, 5, 255, 256, 257, 512, size - 1, size]) {
      const proof = readHashes((await job.read("council-reader", `/v1/log/proofs/consistency?from=${from}`))["proof"]);
      const [oldRoot] = readHashes([
        (await job.read("auditor", `/v1/log/proofs/inclusion?index=0&size=${from}`))["root"],
      ]);
      if (oldRoot === undefined) throw new Error("no root");
      expect(checkConsistency({ oldSize: from, newSize: size, oldRoot, newRoot, proof })).toBe(true);
    }
  });

  test("a proof for a tree that the log never had is refused", async () => {
    const { size } = await newest();
    for (const query of [
      `inclusion?index=${size}`,
      "inclusion?index=5&size=5",
      `consistency?from=${size + 1}`,
      "consistency?from=9&to=8",
    ]) {
      expect((await api.get(`/v1/log/proofs/${query}`, { as: "auditor" })).code).toBe("log-range-unfit");
    }
  });
});

describe("the entries", () => {
  test("the entries of a range come byte for byte, with one proof for all", async () => {
    const reply = await api.get("/v1/log/entries?start=250&end=270", { as: "auditor" });
    const file = parseRangeFile(String(reply.body["receipt"]));
    if (file === undefined) throw new Error("no range file");
    const texts = [...reply.text.matchAll(/\{"index":\d+,"entry":(.*?),"leafHash":"([0-9a-f]{64})"\}/g)];
    const leaves = texts.map(([, text = ""]) => leafHash(new TextEncoder().encode(text)));
    expect(leaves).toHaveLength(20);
    expect((await checkRangeFile(file, leaves, verifier)).ok).toBe(true);
  });

  test("a single entry comes with a c2sp.org/tlog-proof, for readers who may see the case", async () => {
    const page = await job.read("procurator", `/v1/cases/${opened.case}`);
    const [first] = page["acts"] as { index: number }[];
    const path = `/v1/log/entries?start=${first?.index}`;
    const reply = await api.get(path, { as: "procurator" });
    const file = parseProofFile(String(reply.body["receipt"]));
    const [entry] = reply.body["entries"] as { leafHash: string }[];
    const leaf = parseHashBytes(Uint8Array.from(Buffer.from(entry?.leafHash ?? "", "hex")));
    if (file === undefined || leaf === undefined) throw new Error("no proof file");
    expect((await checkProofFile(file, leaf, verifier)).ok).toBe(true);
    expect((await api.get(path, { as: "foreign-procurator" })).code).toBe("not-permitted");
    expect((await api.get(`${path}&end=${(first?.index ?? 0) + 2}`, { as: "procurator" })).code).toBe("not-permitted");
  });

  test("an entry beyond the end of the log is unknown", async () => {
    const { size } = await newest();
    expect((await api.get(`/v1/log/entries?start=${size}`, { as: "auditor" })).code).toBe("unknown-entry");
    expect((await api.get("/v1/log/entries?start=0&end=257", { as: "auditor" })).code).toBe("log-range-unfit");
  });

  test("a bulk is answered with one range of entries and one proof", async () => {
    const line = JSON.stringify({
      do: "record-act",
      on: { case: opened.case },
      type: "enforcer-assigned",
      days: { happenedOn: { day: "2026-09-08", source: "document" } },
    });
    const ask = {
      as: "agency-officer",
      key: "bulk",
      body: Array.from({ length: 70 }, () => line).join("\n"),
      headers: { "content-type": "application/x-ndjson" },
    };
    const reply = await api.post("/v1/acts", ask);
    const { start, end } = reply.body["range"] as { start: number; end: number };
    const served = await api.get(`/v1/log/entries?start=${start}&end=${end}`, { as: "auditor" });
    const leaves = (served.body["entries"] as { leafHash: string }[]).map(
      ({ leafHash: hash }) => parseHashBytes(Uint8Array.from(Buffer.from(hash, "hex"))) ?? fail(hash),
    );
    const file = parseRangeFile(String(reply.body["receipt"]));
    if (file === undefined) throw new Error("no range file");
    expect(end - start).toBe(70);
    expect((await checkRangeFile(file, leaves, verifier)).ok).toBe(true);
    expect((await api.post("/v1/acts", ask)).text).toBe(reply.text);
  });
});

test("an act that is recorded and not yet sealed is shown so, and has no index", async () => {
  interface Shown {
    readonly sealed: boolean;
    readonly index?: number;
    readonly note?: { readonly value: string };
  }
  const body = {
    on: { case: opened.case },
    type: "enforcer-assigned",
    days: { happenedOn: { day: "2026-09-08", source: "document" } },
    note: "chưa niêm phong",
  };
  const acts = async (): Promise<readonly Shown[]> => {
    const page: Fields = await job.read("agency-officer", `/v1/cases/${opened.case}`);
    return (page["acts"] as Shown[]).filter(({ note }) => note?.value === "chưa niêm phong");
  };
  let answering: Promise<{ readonly status: number }> | undefined;
  await api.whole.recording.transaction().execute(async (transaction) => {
    // Sealing waits for the head row, which this transaction holds.
    await sql`select * from lock_head()`.execute(transaction);
    answering = api.post("/v1/acts", { as: "agency-officer", body });
    while ((await acts()).length === 0);
    expect(await acts()).toMatchObject([{ sealed: false }]);
    expect((await acts())[0]?.index).toBeUndefined();
  });
  expect((await answering)?.status).toBe(201);
  expect(await acts()).toMatchObject([{ sealed: true, index: expect.any(Number) }]);
});

test("a checkpoint is in canonical base64 and carries the origin of this log", async () => {
  const [origin, , root] = (await api.get("/checkpoint")).text.split("\n");
  expect(origin).toBe((await api.get("/health")).body["origin"]);
  expect(parseBase64(root ?? "")).toHaveLength(32);
});
