/**
 * The log over HTTP, as c2sp.org/tlog-tiles says: checkpoint and hash tiles for anyone, entry bundles for auditors. Proofs are
 * for registered persons, single entries for those of them who may see them. Every answer is covered by a checkpoint that the
 * signer remembers.
 */

import { z } from "zod";
import { done, refused } from "../../base/outcome.ts";
import { formatHash, formatHashBase64 } from "../../log/hash.ts";
import { parseTilePath, tileWidth } from "../../log/tile.ts";
import { sealIfDue } from "../../service/sweeping/health.ts";
import { shownCheckpoint } from "../../service/sealing/shown-checkpoint.ts";
import { consistencyProof, inclusionProof, rootAt } from "../../service/sealing/proving.ts";
import { entriesPage } from "../../service/reading/log-pages.ts";
import { ownCheckpoint } from "../../service/sealing/own-checkpoint.ts";
import { reopeningsOf } from "../../service/sealing/signatories.ts";
import { readTile } from "../../service/reading/tiles.ts";
import { orProblem } from "../denial.ts";
import { jsonReply, jsonText } from "../json-reply.ts";
import { publicRoute } from "../public-route.ts";
import { noQuery, wholeInQuery } from "../query.ts";
import { everyOffice, readingRoute } from "../reading-route.ts";
import type { Reply } from "../reply.ts";
import type { Route } from "../route.ts";

/** A full tile never changes. A year is the longest that caches commonly keep an answer. */
const forever = "max-age=31536000, immutable";
/** Entries: a client that wants more than one tile holds takes the entry bundle. */
const mostEntries = tileWidth;
/** A partial tile is soon followed by a wider one: caches need not keep it for longer than a minute. */
const briefly = "public, max-age=60";

const checkpoint = publicRoute({
  path: "/checkpoint",
  summary: ["Điểm kiểm tra mới nhất đã ký", "The newest signed checkpoint"],
  type: "text/plain; charset=utf-8",
  seals: true,
  answer: async ({ host }) => {
    await sealIfDue(host);
    const newest = await shownCheckpoint(host);
    if (newest === undefined) return refused({ code: "not-found" });
    return done({
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
      body: new Uint8Array(newest.note),
    });
  },
});

const hashTiles = publicRoute({
  path: "/tile/:level{[0-9]+}/*",
  summary: ["Ô băm của cây", "Hash tiles of the tree"],
  type: "application/octet-stream",
  answer: async ({ url, host }) => {
    const tile = parseTilePath(url.pathname.slice(1));
    const bytes = tile === undefined || tile.level === "entries" ? undefined : await readTile(tile, host);
    if (tile === undefined || bytes === undefined) return refused({ code: "not-found" });
    return done(tileReply(bytes, tile.width === tileWidth ? `public, ${forever}` : briefly));
  },
});

const bundles = readingRoute({
  path: "/tile/entries/*",
  summary: ["Gói mục nhật ký, dành cho kiểm toán viên", "Entry bundles, for auditors"],
  permission: "read-bundles",
  about: everyOffice,
  query: noQuery,
  type: "application/octet-stream",
  answer: async ({ url, host }) => {
    const tile = parseTilePath(url.pathname.slice(1));
    const bytes = tile?.level === "entries" ? await readTile(tile, host) : undefined;
    if (bytes === undefined) return refused({ code: "not-found" });
    return done(tileReply(bytes, tile?.width === tileWidth ? `private, ${forever}` : "private, no-store"));
  },
});

function tileReply(bytes: Uint8Array, cache: string): Reply {
  return {
    headers: { "content-type": "application/octet-stream", "cache-control": cache, vary: "authorization" },
    body: new Uint8Array(bytes),
  };
}

const key = publicRoute({
  path: "/v1/log/key",
  summary: ["Khóa kiểm tra chữ ký của nhật ký, và các lần mở lại", "The verifier key of the log, and its re-openings"],
  type: "application/json",
  answer: async ({ host }) => {
    const { signer, vkey } = host.key;
    const size = (await ownCheckpoint(host))?.size ?? 0;
    return done(jsonReply({ origin: signer.name, vkey, reopenings: await reopeningsOf(host.log, size) }));
  },
});

const inclusion = readingRoute({
  path: "/v1/log/proofs/inclusion",
  summary: ["Chứng minh một mục nằm trong cây", "Proof that an entry is in the tree"],
  query: z.strictObject({ index: wholeInQuery(), size: z.exactOptional(wholeInQuery()) }),
  answer: async ({ query: { index, size: wanted }, host }) => {
    const newest = await shownCheckpoint(host);
    const size = wanted ?? newest?.size ?? 0;
    if (newest === undefined || size > newest.size || index >= size) return refused({ code: "log-range-unfit" });
    const [leaf] = await host.log.hashes(0, index, index + 1);
    if (leaf === undefined) throw new Error(`leaf ${index} is missing in the store`);
    const proof = (await inclusionProof(index, size, host.log)).map(formatHashBase64);
    const root = formatHashBase64(await rootAt(size, host.log));
    return done(jsonReply({ index, size, leafHash: formatHashBase64(leaf), proof, root }));
  },
});

const consistency = readingRoute({
  path: "/v1/log/proofs/consistency",
  summary: ["Chứng minh cây sau nối tiếp cây trước", "Proof that one tree extends another"],
  query: z.strictObject({ from: wholeInQuery(), to: z.exactOptional(wholeInQuery()) }),
  answer: async ({ query: { from, to: wanted }, host }) => {
    const newest = await shownCheckpoint(host);
    const to = wanted ?? newest?.size ?? 0;
    if (newest === undefined || to > newest.size || from > to) return refused({ code: "log-range-unfit" });
    const proof = (await consistencyProof(from, to, host.log)).map(formatHashBase64);
    return done(jsonReply({ from, to, proof }));
  },
});

const entries = readingRoute({
  path: "/v1/log/entries",
  summary: ["Các mục nhật ký kèm chứng minh", "Entries of the log, with their proof"],
  permission: "read-entry",
  query: z.strictObject({ start: wholeInQuery(), end: z.exactOptional(wholeInQuery()) }),
  answer: async ({ query: { start, end = start + 1 }, reader, host }) => {
    if (end <= start || end - start > mostEntries)
      return refused({ code: "log-range-unfit", detail: `1..${mostEntries}.` });
    const page = orProblem(await entriesPage({ start, end }, reader, host));
    if (!page.ok) return page;
    const { size, receipt } = page.value;
    // An entry stands in the answer byte for byte, because the leaf hash is taken over these bytes.
    const items = page.value.entries.map(
      ({ index, leaf, hash }) => `{"index":${index},"entry":${leaf},"leafHash":"${formatHash(hash)}"}`,
    );
    return done(jsonText(`{"size":${size},"entries":[${items.join(",")}],"receipt":${JSON.stringify(receipt)}}`));
  },
});

export const logRoutes: readonly Route[] = [checkpoint, bundles, hashTiles, key, inclusion, consistency, entries];
