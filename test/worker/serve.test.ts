/**
 * `npm run serve` is the same app on Node: it takes everything from the environment, ends on SIGTERM, and prints one
 * line where a variable is missing.
 */

import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesToBase64 } from "../../src/base/bytes.ts";
import { databaseVariables } from "../kit/host/host.ts";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { ended, heard, serve } from "../kit/processes/serve.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
});

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

  it("writes an IPv6 address in brackets, and takes no more sockets than HTTP_CONNECTIONS", async () => {
    const more = { HOST: "::1", HTTP_CONNECTIONS: "1", ...databaseVariables(database) };
    const child = serve({ ...(await environment()), ...more });
    const url = new URL(await heard(child, /http:\/\/\[::1\]:\d+/));
    const open = (): Promise<ReturnType<typeof connect>> =>
      new Promise((resolve) => {
        const socket = connect(Number(url.port), "::1", () => resolve(socket));
      });
    const first = await open();
    const second = await open();
    await new Promise((resolve) => second.once("close", resolve));
    expect(first.closed).toBe(false);
    first.destroy();
    const end = ended(child);
    child.kill("SIGTERM");
    expect(await end).toBe(0);
  }, 60_000);

  it("knows the console under its public origins alone, in production", async () => {
    const more = { PUBLIC_ORIGINS: "https://thads.example", ...databaseVariables(database) };
    const child = serve({ ...(await environment()), ...more });
    const url = new URL(await heard(child, /http:\/\/127\.0\.0\.1:\d+/));
    const ask = (headers: readonly string[]): Promise<string> =>
      new Promise((resolve) => {
        let said = "";
        const lines = ["POST /console/sign-in HTTP/1.1", ...headers, "Content-Length: 0", "Connection: close"];
        const socket = connect(Number(url.port), "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n`));
        socket.on("data", (chunk: Buffer) => (said += chunk.toString()));
        socket.once("close", () => resolve(said));
      });
    expect(await ask(["Host: thads.example", "Origin: https://thads.example"])).toMatch(/^HTTP\/1.1 401/);
    for (const headers of [
      ["Host: thads.example", "Origin: http://thads.example"],
      ["Host: evil.example", "Origin: http://evil.example"],
      [`Host: ${url.host}`, `Origin: ${url.origin}`],
      ["Host: thads.example"],
    ]) {
      const answer = await ask(headers);
      expect(answer).toMatch(/^HTTP\/1.1 403/);
      expect(answer).toContain("https://thads.example");
    }
    const end = ended(child);
    child.kill("SIGTERM");
    expect(await end).toBe(0);
  }, 60_000);
});
