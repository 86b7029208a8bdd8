/**
 * A whole host on a database of its own: the real store and the real service. The signer's memory is the database's,
 * unless the test names another.
 */

import { bytesToBase64 } from "../../../src/base/bytes.ts";
import { emptyCache, makePorts, requestHost, readKeys, type Keys, sharedHost } from "../../../src/assemble.ts";
import { type Env, parseEnv } from "../../../src/env.ts";
import type { Host } from "../../../src/service/host.ts";
import { type Database, openPool } from "../../../src/store/postgres.ts";
import { makeLogKey } from "../../../scripts/start/log-key.ts";

export interface TestHost {
  readonly host: Host;
  readonly keys: Keys;
  readonly database: Database;
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
 * for itself).
 */
export async function makeTestHost(
  url: string,
  how: { readonly sharing?: boolean; readonly env?: Env } = {},
): Promise<TestHost> {
  const keys = await readKeys(how.env ?? (await testEnv()));
  const { database, end } = openPool(url, 10);
  const ports = makePorts(keys, database);
  const host = how.sharing === false ? requestHost(ports, emptyCache()) : sharedHost(ports, emptyCache());
  return { host, keys, database, end };
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
