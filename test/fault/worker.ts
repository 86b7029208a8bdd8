/**
 * A process of the fault test, which is killed and frozen from outside: sixteen recorders, or a sealer. It writes one
 * line for each entry that was acknowledged, and one for each fault that is not "try again".
 *
 *   node worker.ts recorder|sealer <file of acknowledgements> <file of faults> [one-statement]
 */

import { randomInt, randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { emptyCache, makePorts, readKeys, sharedHost } from "../../src/assemble.ts";
import { parseEnv } from "../../src/env.ts";
import { wrapEvent } from "../../src/log/entry.ts";
import { formatHash, leafHash } from "../../src/log/hash.ts";
import type { Host } from "../../src/service/host.ts";
import type { Placement } from "../../src/log/receipt.ts";
import { type EventNumber, type RecordOutcome, type Recording, TryAgain } from "../../src/service/ports.ts";
import { sealWaiting } from "../../src/service/sealing/seal.ts";
import { openServerPools, urlsIn } from "../kit/host/host.ts";
import { plainRecording } from "../kit/host/plain-recording.ts";
import { makeOneStatementSealing } from "./one-statement.ts";

const [role, acknowledgements = "", faults = "", variant] = process.argv.slice(2);
const streams = 150;

const { databases } = openServerPools(urlsIn(process.env), 8);
const ports = makePorts(await readKeys(parseEnv(process.env)), databases);
const sealing = variant === "one-statement" ? makeOneStatementSealing(databases, ports.key.signer.name) : ports.sealing;
const host = sharedHost({ ...ports, sealing }, emptyCache());

process.send?.("begun");
if (role === "recorder") await Promise.all(Array.from({ length: 16 }, async () => recordForEver(host)));
else await forEver(async () => void (await sealWaiting(host)));

async function recordForEver(to: Host): Promise<void> {
  await forEver(async () => {
    const recording = await nextRecording(to);
    const recorded = await insist(async () => recordedOf(await to.record(recording)));
    if (recorded === undefined) return;
    acknowledge(recorded.placement ?? (await insist(async () => to.seal(recorded.events))));
  });
}

/**
 * Makes one event or two, of one stream or two, in the random order in which they were read: the locks must not depend
 * on it.
 */
async function nextRecording(to: Host): Promise<Recording> {
  const names = [
    ...new Set(
      Array.from({ length: randomInt(1, 3) }, () => `case/${String(randomInt(streams)).padStart(32, "0")}` as const),
    ),
  ];
  const { streams: loaded } = await to.load(names);
  const moves = names.map((stream) => ({ stream, before: loaded.get(stream)?.version ?? 0, events: randomInt(1, 3) }));
  return plainRecording(moves, randomUUID());
}

/** Returns undefined when another recorder advanced the stream first. */
function recordedOf(
  recorded: RecordOutcome,
): { readonly events: readonly EventNumber[]; readonly placement?: Placement } | undefined {
  if (recorded.status === "recorded") return recorded;
  if (recorded.status === "repeated") return recorded.repeated;
  if (recorded.status === "moved") return undefined;
  throw new TryAgain(recorded.status, "unknown");
}

/** Writes synchronously: an acknowledgement is in the file before the process can be killed after it. */
function acknowledge({ entries }: Placement): void {
  const lines = entries.map(
    ({ body, index, prev }) => `${index} ${formatHash(leafHash(wrapEvent({ event: body, index, prev })))}\n`,
  );
  appendFileSync(acknowledgements, lines.join(""));
}

/** Repeats with the same key until there is an answer. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof TryAgain)) throw fault;
      await nextTurn();
    }
  }
}

async function forEver(work: () => Promise<void>): Promise<never> {
  for (;;) {
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof TryAgain)) appendFileSync(faults, `${String(fault)}\n`);
    }
    await nextTurn();
  }
}
