/**
 * The app on the edge runtime (workerd, Cloudflare Workers): each request has its own connection, and seals for itself
 * and for all that wait. The isolate keeps plain data and keys; no socket and no promise outlives its request.
 */

import type { Context } from "hono";
import { z } from "zod";
import { emptyCache, makePorts, requestHost, readKeys, type Keys } from "./assemble.ts";
import { type Env, parseEnv } from "./env.ts";
import type { LentHost } from "./service/lent-host.ts";
import { checkMemoryOnce } from "./service/sealing/check-memory-once.ts";
import { sweep } from "./service/sweeping/sweep.ts";
import { makeSite, verifierOf } from "./site.ts";
import { type Database, openConnection } from "./store/postgres.ts";
import { refusePrivileged } from "./store/privilege.ts";
import { ConnectionSlots } from "./store/connection-slots.ts";

const bindings = z.looseObject({ DB: z.looseObject({ connectionString: z.string() }) });
type Bindings = z.infer<typeof bindings>;

/**
 * Characters of states: parsed, with their rows, they take some ten times as much, and an isolate has 128 MB in all.
 */
const cache = emptyCache(2_000_000);
/** 80 connections stay under the 100 of a stock PostgreSQL. A request waits 8 seconds for one, then says try again. */
const slots = new ConnectionSlots(80, 8000);

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
    host: async (c) => lendHost(keys, bindingsOf(c)),
    tokens: verifierOf(env),
    development: env.ENVIRONMENT === "development",
    keepGoing: (c, work) => c.executionCtx.waitUntil(work.catch(() => undefined)),
    report,
  });
}

function bindingsOf(c: Context): Bindings {
  return bindings.parse(c.env);
}

async function lendHost(keys: Keys, { DB }: Bindings): Promise<LentHost> {
  const giveBack = await slots.take();
  const { database, end } = openConnection(DB.connectionString);
  const release = async (): Promise<void> => {
    giveBack();
    await end();
  };
  try {
    await refuseOnce(keys.env, database);
    const host = requestHost(makePorts(keys, database), cache);
    await checkMemoryOnce(host);
    return { host, end: release };
  } catch (fault) {
    await release();
    throw fault;
  }
}

let isUnprivileged = false;

/** Checks the role of the database once: what this isolate's first request finds holds for the others. */
async function refuseOnce({ ENVIRONMENT }: Env, database: Database): Promise<void> {
  if (ENVIRONMENT === "development" || isUnprivileged) return;
  await refusePrivileged(database);
  isUnprivileged = true;
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
    const { host, end } = await lendHost(keys, bindings);
    try {
      await sweep(host, event.scheduledTime);
    } finally {
      await end();
    }
  },
};
