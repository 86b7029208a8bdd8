/** Puts the house together: makes a host of an environment and a database, for worker.ts, server.ts and the scripts. */

import { type Env, EnvironmentWrong } from "./env.ts";
import type { GiveWay } from "./base/slices.ts";
import { currentEdition, editions } from "./law/edition.ts";
import type { Host, ProcessCache } from "./service/host.ts";
import { KnownStreams } from "./service/streams/known-streams.ts";
import { RateLimiter } from "./service/admitting/rate-limiter.ts";
import { bulkShare, readShare, Shares } from "./service/admitting/shares.ts";
import type { Ports, SignerMemory } from "./service/ports.ts";
import { requestQueue, sharedQueue } from "./service/recording/recording-queue.ts";
import { nothingChecked } from "./service/sealing/checked-head.ts";
import { StreamTurns } from "./service/recording/stream-turns.ts";
import { requestTurns, sharedTurns, type Timer } from "./service/recording/waiting-turns.ts";
import { nothingSigned } from "./service/sealing/last-signed.ts";
import { sealedStream } from "./service/sealing/sealed-stream.ts";
import { requestSealer, sharedSealer } from "./service/sealing/seal.ts";
import { remember, sharedMemory } from "./service/sealing/signer-memory.ts";
import { makeJournal } from "./store/journal.ts";
import { makeDice } from "./random-bytes.ts";
import { deriveKey, makeKeyed, readLogKey } from "./store/keys.ts";
import { makeLogReader } from "./store/log-reader.ts";
import { makeObjects } from "./store/objects.ts";
import type { Database } from "./store/postgres.ts";
import { makeRecords } from "./store/records.ts";
import { makeValueCipher, type ValueCipher } from "./store/value-cipher.ts";
import { makeSealing } from "./store/sealing.ts";
import { makeSignerMemory } from "./store/signer-memory.ts";
import { makeVault } from "./store/vault.ts";
import { makeViews } from "./store/lists/views.ts";

/** Keys and settings, which do not change between requests: plain data and CryptoKeys, which workerd may keep. */
export interface Keys {
  readonly env: Env;
  readonly key: Ports["key"];
  readonly keyed: Ports["keyed"];
  readonly cipher: ValueCipher;
  readonly random: Ports["random"];
}

export async function readKeys(env: Env): Promise<Keys> {
  const random = makeDice();
  return {
    env,
    key: await readLogKey(env.LOG_KEY, env.LOG_PUBLIC_KEY),
    keyed: await makeKeyed(env.SECRET_KEY),
    cipher: makeValueCipher(await deriveKey(env.SECRET_KEY, "committed-values"), random),
    random,
  };
}

/**
 * `mostCharacters` bounds the known states; parsed and with their rows, they take some ten times as much memory.
 * `mostWaiting` bounds the commands that wait for their turn: five offices at their full rate for a second.
 */
export function emptyCache({ mostCharacters = 32_000_000, mostWaiting = 1000 } = {}): ProcessCache {
  return {
    streams: new KnownStreams(mostCharacters),
    databaseClock: undefined,
    rateLimiter: new RateLimiter(),
    shares: { reads: new Shares(readShare), bulks: new Shares(bulkShare) },
    turns: new StreamTurns(mostWaiting),
    lastSigned: nothingSigned(),
    own: nothingChecked(),
    law: { status: undefined, at: 0 },
    lastWrite: { trouble: undefined },
  };
}

/** Connections by their role (db/0005_guard.sql). */
export interface Databases {
  /** Of minh_chung_app. */
  readonly reading: Database;
  /** Of minh_chung_sealer. */
  readonly recording: Database;
  /** Of the same role; on Node of its own pool, so that the sealing does not queue behind the recordings that wait for it. */
  readonly sealing?: Database;
  /** The one by which streams and the log are read, which both roles may; `reading` if it is left out. */
  readonly loading?: Database;
}

export function makePorts(
  keys: Keys,
  { reading, recording, sealing = recording, loading = reading }: Databases,
): Ports {
  return {
    records: makeRecords({ loading, recording }, { ...keys, giveWay }),
    sealing: makeSealing({ reading: loading, sealing }, keys.key.signer.name),
    log: makeLogReader(loading),
    vault: makeVault(reading, keys.cipher),
    views: makeViews(reading),
    journal: makeJournal(reading),
    memory: memoryOf(keys.env, keys.key.signer.name),
    key: keys.key,
    keyed: keys.keyed,
    random: keys.random,
    giveWay,
  };
}

/** On workerd this is a timer of no time. */
const giveWay: GiveWay = async () => new Promise((resolve) => void setImmediate(resolve));

export function memoryOf(env: Env, origin: string): SignerMemory | undefined {
  if (env.SIGNER_MEMORY === "database") return undefined;
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    throw new EnvironmentWrong(
      "SIGNER_MEMORY=s3 cần · needs S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY",
    );
  }
  const place = {
    endpoint: S3_ENDPOINT,
    region: env.S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
  return makeSignerMemory(makeObjects(place), origin);
}

const clock = (): number => performance.now();
const timer: Timer = (milliseconds, ring) => {
  const started = setTimeout(ring, milliseconds);
  return () => clearTimeout(started);
};
const law = { running: currentEdition, known: editions };

/**
 * Makes the host of one request, for workerd: it seals and remembers for itself. `rest` gives back its connection while it
 * waits for its turn; it is opened again when it is next asked.
 */
export function requestHost(ports: Ports, cache: ProcessCache, rest = async (): Promise<void> => undefined): Host {
  const sealer = requestSealer({ ...ports, cache, clock });
  return {
    ...ports,
    ...requestQueue({ ...ports, cache, clock }),
    takeTurn: requestTurns({ cache, clock, timer, rest }),
    cache,
    law,
    clock,
    sealedStream: async (name) => sealedStream(name, ports),
    seal: async (events) => sealer.seal(events),
    sealWaiting: async () => sealer.sealWaiting(),
    remember: async (size) => remember(size, cache.lastSigned, { ...ports, cache }),
  };
}

/** The host of a process, for Node: its requests share round trips, transactions, sealing and swaps. */
export function sharedHost(ports: Ports, cache: ProcessCache): Host {
  const sealer = sharedSealer({ ...ports, cache, clock });
  const rememberShared = sharedMemory(cache.lastSigned, { ...ports, cache });
  return {
    ...ports,
    ...sharedQueue({ ...ports, cache, clock, later: setImmediate }),
    takeTurn: sharedTurns({ cache, clock, timer }),
    cache,
    law,
    clock,
    sealedStream: async (name) => sealedStream(name, ports),
    seal: async (events) => sealer.seal(events),
    sealWaiting: async () => sealer.sealWaiting(),
    remember: rememberShared,
  };
}
