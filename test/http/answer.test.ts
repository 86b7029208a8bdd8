/** Receipts: whatever batches a log was sealed in, each entry's proof file opens under the checkpoint of its batch. */

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { utf8 } from "../../src/base/bytes.ts";
import { checkProofFile, checkRangeFile, parseProofFile, parseRangeFile } from "../../src/log/proof-file.ts";
import { noPrev, wrapEvent } from "../../src/log/entry.ts";
import { type Hash, leafHash, parseHash } from "../../src/log/hash.ts";
import { ed25519Verifier, parseVkey, type Verifier } from "../../src/log/note.ts";
import { headAfter, type MadeBatch, makeBatch, placementIn } from "../../src/service/sealing/batch.ts";
import type { Head, PendingEvent } from "../../src/service/ports.ts";
import { formatAnswer } from "../../src/http/answer.ts";
import { makeKeyed, readLogKey } from "../../src/store/keys.ts";
import { plainEvent } from "../kit/host/plain-recording.ts";

let keys: Parameters<typeof makeBatch>[2];
let verifier: Verifier;
beforeAll(async () => {
  const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey("localhost/receipts");
  const key = await readLogKey(LOG_KEY, LOG_PUBLIC_KEY);
  keys = { key, keyed: await makeKeyed(new Uint8Array(32)) };
  const read = parseVkey(key.vkey);
  if (read === undefined) throw new Error("no key");
  verifier = ed25519Verifier(read);
});

const empty: Head = { size: 0, hash: noPrev, edge: [], checkpoints: 0, stopped: undefined };

function pendingOf(number: number): PendingEvent {
  const stream = number === 0 ? "log/log" : (`case/${number}` as const);
  return {
    event: BigInt(number),
    recording: BigInt(number),
    stream,
    version: 1,
    body: plainEvent(stream, 1),
    follows: true,
  };
}

/** A log sealed in batches of these sizes; event n is entry n. */
async function sealedIn(sizes: readonly number[]): Promise<readonly MadeBatch[]> {
  const made: MadeBatch[] = [];
  let head = empty;
  for (const size of sizes) {
    const { start } = { start: head.size };
    const batch = await makeBatch(
      head,
      Array.from({ length: size }, (_, i) => pendingOf(start + i)),
      keys,
    );
    head = headAfter(batch);
    made.push(batch);
  }
  return made;
}

function answerFor(made: readonly MadeBatch[], start: number, end: number): Record<string, unknown> {
  const events = Array.from({ length: end - start }, (_, i) => BigInt(start + i));
  const placement = made.map((batch) => placementIn(batch, events)).find((found) => found !== undefined);
  if (placement === undefined) throw new Error(`[${start}, ${end}) is not in one batch`);
  return JSON.parse(formatAnswer(placement));
}

interface ReceivedEntry {
  readonly entry: { readonly index: number };
  readonly leafHash: string;
  readonly receipt: string;
}

/** Whether every entry of the answer stands at its index under the checkpoint that came with it; all the leaf hashes. */
async function checkEntries(answer: Record<string, unknown>, size: number): Promise<void> {
  for (const { entry, receipt } of answer["entries"] as readonly ReceivedEntry[]) {
    const file = parseProofFile(receipt);
    if (file === undefined) throw new Error("the receipt does not parse");
    expect(file.index).toBe(entry.index);
    const leaf = leafHash(utf8(canonicalJson(entry)));
    expect(await checkProofFile(file, leaf, verifier)).toMatchObject({ ok: true, value: { size } });
    expect(await checkProofFile({ ...file, index: file.index + 1 }, leaf, verifier)).toMatchObject({ ok: false });
  }
}

/** Every way to part n entries into batches. */
function partitions(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return Array.from({ length: n }, (_, i) => i + 1).flatMap((first) =>
    partitions(n - first).map((rest) => [first, ...rest]),
  );
}

describe("the answer to a small command", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "has proofs that hold in every log of %i entries, however it was sealed",
    async (n) => {
      for (const sizes of partitions(n)) {
        const made = await sealedIn(sizes);
        for (const { batch } of made) await checkEntries(answerFor(made, batch.start, batch.size), batch.size);
      }
    },
  );

  it("has proofs that hold for any command within a batch of any log", async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
    const property = fc.asyncProperty(sizes, fc.nat(), fc.nat({ max: 20 }), async (batches, at, most) => {
      const made = await sealedIn(batches);
      const total = batches.reduce((sum, size) => sum + size, 0);
      const start = at % total;
      const { batch } = made.find(({ batch: { size } }) => start < size) ?? made[0] ?? never();
      await checkEntries(answerFor(made, start, Math.min(batch.size, start + 1 + most)), batch.size);
    });
    await fc.assert(property, { numRuns: 30 });
  });
});

describe("the answer to a bulk", () => {
  it.each([
    [[1, 65], 1, 66],
    [[1, 400], 100, 300],
    [[300, 512, 7], 300, 812],
    [[255, 257], 256, 400],
  ])("is one range with one proof: batches %j, entries [%i, %i)", async (sizes, start, end) => {
    const made = await sealedIn(sizes);
    const answer = answerFor(made, start, end);
    const file = parseRangeFile(String(answer["receipt"]));
    if (file === undefined) throw new Error("the receipt does not parse");
    expect(answer["range"]).toEqual({ start, end });
    const all = made.flatMap(({ batch }) => batch.leaves);
    expect(await checkRangeFile(file, all.slice(start, end), verifier)).toMatchObject({ ok: true });
    expect(await checkRangeFile(file, all.slice(start, end).toReversed(), verifier)).toMatchObject({ ok: false });
  });

  it("can be checked by whoever holds it alone: the events and the hash before them make every leaf", async () => {
    const made = await sealedIn([10, 70]);
    const answer = answerFor(made, 10, 80);
    const file = parseRangeFile(String(answer["receipt"]));
    let prev: Hash | undefined = parseHash(String(answer["prev"]));
    const leaves: Hash[] = [];
    for (const [i, event] of (answer["events"] as readonly Json[]).entries()) {
      if (prev === undefined) throw new Error("no hash before");
      prev = leafHash(wrapEvent({ event: utf8(canonicalJson(event)), index: 10 + i, prev }));
      leaves.push(prev);
    }
    expect(file && (await checkRangeFile(file, leaves, verifier))).toMatchObject({ ok: true });
  });
});

function never(): never {
  throw new Error("a log has a batch");
}
