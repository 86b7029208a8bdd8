/**
 * `npm run serve` is the same app on Node: it takes everything from the environment, ends on SIGTERM, and prints one
 * line where a variable is missing.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesToBase64 } from "../../src/base/bytes.ts";
import { databaseVariables } from "../kit/host/host.ts";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

const root = resolve(import.meta.dirname, "../..");
let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
});

function serve(more: Readonly<Record<string, string>>): ChildProcess {
  const { DATABASE_URL: _, SEALING_DATABASE_URL: __, ...rest } = process.env;
  return spawn("npm", ["run", "-s", "serve"], {
    cwd: root,
    env: { ...rest, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function environment(): Promise<Record<string, string>> {
  return {
    ...(await makeLogKey("localhost/minh-chung-serve")),
    SECRET_KEY: bytesToBase64(crypto.getRandomValues(new Uint8Array(32))),
    OIDC_ISSUER: "http://127.0.0.1:1/issuer",
    OIDC_JWKS_URL: "http://127.0.0.1:1/jwks.json",
    SIGNER_MEMORY: "database",
    PORT: "0",
  };
}

function heard(child: ChildProcess, what: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = what.exec(said)?.[0];
      if (match !== undefined) found(match);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("close", () => failed(new Error(said)));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolved) => child.once("exit", resolved));
}

describe("npm run serve", () => {
  it("answers /health, says that a restored backup is not detected, and ends at SIGTERM", async () => {
    const child = serve({ ...(await environment()), ...databaseVariables(database) });
    const url = (await heard(child, /http:\/\/127\.0\.0\.1:\d+/)).replace("localhost", "127.0.0.1");
    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      signerMemory: "database",
      warnings: [expect.stringContaining("restored backup"), expect.stringContaining("not yet adopted by two persons")],
    });
    const end = ended(child);
    child.kill("SIGTERM");
    expect(await end).toBe(0);
  }, 60_000);

  it("refuses to start as the owner of the database, outside development", async () => {
    const child = serve({ ...(await environment()), ...databaseVariables({ ...database, appUrl: database.ownerUrl }) });
    expect(await heard(child, /minh-chung: .*/)).toMatch(/DATABASE_URL is of a role that owns/);
  }, 60_000);

  it("names what the environment lacks, in one line", async () => {
    const { SECRET_KEY: _, ...lacking } = await environment();
    const child = serve({ ...lacking, ...databaseVariables(database) });
    expect(await heard(child, /minh-chung: .*/)).toMatch(/SECRET_KEY/);
  }, 60_000);
});
