/**
 * The real bundle in the real workerd, over HTTP: wrangler's own harness around wrangler.toml, with a database, an S3
 * and an issuer of the test's own.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import { makeLogKey } from "../../../scripts/start/log-key.ts";
import { startIssuer } from "../../../scripts/start/issuer.ts";
import { bytesToBase64, bytesToHex } from "../../../src/base/bytes.ts";
import { type Database, freshDatabase } from "../postgres/postgres.ts";
import { startObjects, type TestObjects } from "./objects.ts";

export interface TestWorker {
  readonly url: URL;
  readonly database: Database;
  readonly objects: TestObjects;
  /** The worker's own variables: a Host made of them in the test's process serves the same log. */
  readonly variables: Readonly<Record<string, string>>;
  readonly issuer: string;
  readonly token: (subject: string) => Promise<string>;
  /** Sends a request to the worker as the person of this subject; without one, without a token. */
  readonly fetch: (path: string, request?: TestRequest) => Promise<Response>;
  /** Runs the cron of a minute. */
  readonly scheduled: (at: Date) => Promise<void>;
  /** Returns what the worker wrote to its console. */
  readonly logs: () => readonly string[];
  readonly close: () => Promise<void>;
}

interface TestRequest extends RequestInit {
  readonly as?: string;
}

/** `more` holds variables that differ from the usual. */
export async function startWorker(more: Readonly<Record<string, string>> = {}): Promise<TestWorker> {
  const folder = mkdtempSync(join(tmpdir(), "minh-chung-issuer-"));
  const issuer = "http://localhost/minh-chung-test";
  const [database, objects, tokens] = await Promise.all([
    freshDatabase(),
    startObjects(),
    startIssuer({ folder, issuer }),
  ]);
  const variables = {
    ...(await testVariables()),
    ...objects.variables,
    OIDC_ISSUER: issuer,
    OIDC_JWKS_URL: tokens.jwksUrl,
    ...more,
  };
  // wrangler reads these variables from the environment only; each test file has a process of its own.
  process.env["CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB"] = database.appUrl;
  process.env["CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_SEALING_DB"] = database.sealerUrl;
  const harness = createTestHarness({
    workers: [{ configPath: join(import.meta.dirname, "../../../wrangler.toml"), vars: variables }],
  });
  const { url } = await harness.listen();
  const signed = async ({ as, ...request }: TestRequest): Promise<RequestInit> => {
    if (as === undefined) return request;
    const headers = new Headers(request.headers);
    headers.set("authorization", `Bearer ${await tokens.token(as)}`);
    return { ...request, headers };
  };
  return {
    url,
    database,
    objects,
    variables,
    issuer,
    token: tokens.token,
    fetch: async (path, request = {}) => fetch(new URL(path, url), { redirect: "manual", ...(await signed(request)) }),
    scheduled: async (at) => {
      const { outcome } = await harness.getWorker().scheduled({ cron: "* * * * *", scheduledTime: at });
      if (outcome !== "ok") throw new Error(`the cron ended with ${outcome}`);
    },
    logs: () => harness.getLogs().map(({ message }) => message),
    close: async () => {
      await harness.close();
      await Promise.all([objects.close(), tokens.close()]);
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function testVariables(): Promise<Record<string, string>> {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  return {
    ENVIRONMENT: "development",
    ...(await makeLogKey(`localhost/minh-chung-${bytesToHex(random(4))}`)),
    SECRET_KEY: bytesToBase64(random(32)),
  };
}
