/**
 * The app on the edge runtime (workerd, Cloudflare Workers): each request has its own connections, and seals for itself
 * and for all that wait. The isolate keeps plain data and keys; no socket and no promise outlives its request.
 */

import type { Context } from "hono";
import { z } from "zod";
import { type Databases, emptyCache, makePorts, requestHost, readKeys, type Keys } from "./assemble.ts";
import { parseEnv } from "./env.ts";
import type { LentHost } from "./service/lent-host.ts";
import { checkMemoryOnce } from "./service/sealing/check-memory-once.ts";
import { sweep } from "./service/sweeping/sweep.ts";
import { makeSite, verifierOf } from "./site.ts";
import { openConnection } from "./store/postgres.ts";
import { refusePrivileged } from "./store/privilege.ts";
import { ConnectionSlots } from "./store/connection-slots.ts";

const connection = z.looseObject({ connectionString: z.string() });
const bindings = z.looseObject({ DB: connection, SEALING_DB: connection });
type Bindings = z.infer<typeof bindings>;

/**
 * Characters of states: parsed, with their rows, they take some ten times as much, and an isolate has 128 MB in all. A
 * command that waits for its turn keeps its body in memory and no connection.
 */
const cache = emptyCache({ mostCharacters: 2_000_000, mostWaiting: 200 });
/**
 * 85 connections stay under the 100 of a stock PostgreSQL. A request takes one when it first asks the database, waits 8
 * seconds for it, then says try again. Commands load and record on that of the sealer's role, so that most take one.
 */
const slots = { reading: new ConnectionSlots(45, 8000), recording: new ConnectionSlots(40, 8000) };

interface House {
  readonly keys: Keys;
  readonly site: ReturnType<typeof makeSite>;
}
let house: House | undefined;

async function houseOf(bindings: Bindings): Promise<House> {
  if (house !== undefined) return house;
  const keys = await readKeys(parseEnv(bindings));
  house ??= { keys, site: siteOf(keys) };
  return house;
}

function siteOf(keys: Keys): ReturnType<typeof makeSite> {
  const { env } = keys;
  return makeSite({
    host: async (c) => lendHost(keys, bindingsOf(c), c.req.method === "POST"),
    tokens: verifierOf(env),
    development: env.ENVIRONMENT === "development",
    // In production only the operator knows the names that lead here; on a developer's machine it is the one asked for.
    origins: env.PUBLIC_ORIGINS ?? (env.ENVIRONMENT === "development" ? undefined : []),
    keepGoing: (c, work) => c.executionCtx.waitUntil(work.catch(() => undefined)),
    report,
  });
}

function bindingsOf(c: Context): Bindings {
  return bindings.parse(c.env);
}

async function lendHost(keys: Keys, bound: Bindings, isCommand: boolean): Promise<LentHost> {
  await checkOnce(keys, bound);
  return openHost(keys, bound, isCommand);
}

interface OpenedHost extends LentHost {
  readonly databases: Databases;
}

function openHost(keys: Keys, { DB, SEALING_DB }: Bindings, isCommand: boolean): OpenedHost {
  const reading = openConnection(DB.connectionString, slots.reading);
  const recording = openConnection(SEALING_DB.connectionString, slots.recording);
  const loading = (isCommand ? recording : reading).database;
  const databases = { reading: reading.database, recording: recording.database, loading };
  const host = requestHost(makePorts(keys, databases), cache, recording.rest);
  return { host, databases, end: async () => void (await Promise.all([reading.end(), recording.end()])) };
}

let isChecked = false;

/**
 * Checks the roles of the database and the signer's memory once: what this isolate's first request finds holds for the
 * others. The connections of the check are given back before the request goes on.
 */
async function checkOnce(keys: Keys, bound: Bindings): Promise<void> {
  if (isChecked) return;
  const { host, databases, end } = openHost(keys, bound, true);
  try {
    if (keys.env.ENVIRONMENT !== "development") {
      await refusePrivileged(databases.reading, "reading");
      await refusePrivileged(databases.recording, "recording");
    }
    isChecked = await checkMemoryOnce(host);
  } finally {
    await end();
  }
}

function report(fault: unknown): void {
  console.error(fault);
}

export default {
  async fetch(
    request: Request,
    bindings: Bindings,
    execution: Parameters<House["site"]["fetch"]>[2],
  ): Promise<Response> {
    const { site } = await houseOf(bindings);
    return site.fetch(request, bindings, execution);
  },

  /** Every minute (wrangler.toml). */
  async scheduled(event: { readonly scheduledTime: number }, bindings: Bindings): Promise<void> {
    const { keys } = await houseOf(bindings);
    const { host, end } = await lendHost(keys, bindings, true);
    try {
      await sweep(host, event.scheduledTime);
    } finally {
      await end();
    }
  },
};
