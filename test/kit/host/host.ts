/**
 * A whole host on a database of its own: the real store and the real service. The signer's memory is the database's,
 * unless the test names another.
 */

import { bytesToBase64 } from "../../../src/base/bytes.ts";
import { RateLimiter } from "../../../src/service/admitting/rate-limiter.ts";
import { emptyCache, makePorts, requestHost, readKeys, type Keys, sharedHost } from "../../../src/assemble.ts";
import { type Env, parseEnv } from "../../../src/env.ts";
import type { Host } from "../../../src/service/host.ts";
import { type Database, openPool } from "../../../src/store/postgres.ts";
import type { Database as Server } from "../postgres/postgres.ts";
import { makeLogKey } from "../../../scripts/start/log-key.ts";

/** No rate: a test sends in a second what people send in an hour, and on a fast machine it would meet the limit. */
class NoLimits extends RateLimiter {
  override take(): number {
    return 0;
  }
}

export interface TestHost {
  readonly host: Host;
  readonly keys: Keys;
  readonly database: Database;
  /** As the role that records and seals. */
  readonly recording: Database;
  readonly end: () => Promise<void>;
}

type Environment = Partial<Record<keyof Env, string>>;

export async function testEnv(more: Environment = {}): Promise<Env> {
  return parseEnv(await testEnvironment(more));
}

/** Makes the variables as a process gets them, each time with a new log key. */
export async function testEnvironment(more: Environment = {}): Promise<Environment> {
  const suffix = bytesToBase64(crypto.getRandomValues(new Uint8Array(6)))
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
  return {
    ENVIRONMENT: "development",
    ...(await makeLogKey(`localhost/minh-chung-${suffix}`)),
    SECRET_KEY: bytesToBase64(crypto.getRandomValues(new Uint8Array(32))),
    OIDC_ISSUER: "http://127.0.0.1:1/issuer",
    OIDC_JWKS_URL: "http://127.0.0.1:1/jwks.json",
    SIGNER_MEMORY: "database",
    ...more,
  };
}

/**
 * `sharing` makes the host as server.ts does (one sealing for all requests); otherwise as worker.ts does (each request
 * for itself). A test of the rates gives the limiter of a process.
 */
export async function makeTestHost(
  urls: ServerUrls,
  how: { readonly sharing?: boolean; readonly env?: Env; readonly limiter?: RateLimiter } = {},
): Promise<TestHost> {
  const keys = await readKeys(how.env ?? (await testEnv()));
  const { databases, end } = openServerPools(urls);
  const ports = makePorts(keys, databases);
  const cache = { ...emptyCache(), rateLimiter: how.limiter ?? new NoLimits() };
  const host = how.sharing === false ? requestHost(ports, cache) : sharedHost(ports, cache);
  return { host, keys, database: databases.reading, recording: databases.recording, end };
}

/** The addresses of a database for the server's two roles. */
export type ServerUrls = Pick<Server, "appUrl" | "sealerUrl">;

/** Opens pools as src/server.ts does, smaller. */
export function openServerPools({ appUrl, sealerUrl }: ServerUrls, connections = 10) {
  const [reading, recording] = [openPool(appUrl, connections), openPool(sealerUrl, connections)];
  return {
    databases: { reading: reading.database, recording: recording.database },
    end: async () => void (await Promise.all([reading.end(), recording.end()])),
  };
}

/** The variables by which a process reaches the database. */
export function databaseVariables({ appUrl, sealerUrl }: ServerUrls) {
  return { DATABASE_URL: appUrl, SEALING_DATABASE_URL: sealerUrl };
}

/** Reads the addresses from the variables of a process. */
export function urlsIn({ DATABASE_URL = "", SEALING_DATABASE_URL = "" }: NodeJS.ProcessEnv): ServerUrls {
  return { appUrl: DATABASE_URL, sealerUrl: SEALING_DATABASE_URL };
}

/** Records in one transaction and seals in another, as happens while another process seals. */
export function sealingApart(host: Host): Host {
  return {
    ...host,
    record: async (recording) => {
      const recorded = await host.records.record([recording]);
      return recorded.status === "recorded" ? { status: "recorded", events: recorded.events.flat() } : recorded.answer;
    },
  };
}
