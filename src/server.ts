/**
 * The same app on Node, for offices that must host it themselves: a pool of connections, one sealing at a time for all
 * requests of the process, a timer where the edge runtime has a cron.
 */

import { serve } from "@hono/node-server";
import { keepNothing, makePorts, settle, sharedHost } from "./assemble.ts";
import { parseEnv } from "./env.ts";
import { TokenVerifier } from "./http/auth.ts";
import { IssuerKeys, keySetAt } from "./http/issuer-keys.ts";
import { sealIfDue } from "./service/health.ts";
import type { Host } from "./service/host.ts";
import { closeJournal } from "./service/journal.ts";
import { recallOnce } from "./service/recalling.ts";
import { makeSite } from "./site.ts";
import { openPool } from "./store/postgres.ts";
import { refusePrivileged } from "./store/privilege.ts";

const minute = 60_000;

function report(fault: unknown): void {
  console.error(fault);
}

async function main(): Promise<void> {
  const env = parseEnv(process.env);
  const url = process.env["DATABASE_URL"];
  if (url === undefined) throw new Error("DATABASE_URL is not set: the database, as the role minh_chung_app");
  const settled = await settle(env);
  const [pool, sealing] = [openPool(url, Number(process.env["DATABASE_CONNECTIONS"] ?? 32)), openPool(url, 4)];
  if (env.ENVIRONMENT !== "development") await refusePrivileged(pool.database);
  const host = sharedHost(makePorts(settled, pool.database, sealing.database), keepNothing());
  await recallOnce(host);
  const keys = new IssuerKeys(keySetAt(env.OIDC_JWKS_URL));
  const tokens = new TokenVerifier({
    issuer: env.OIDC_ISSUER,
    audience: env.OIDC_AUDIENCE,
    keys,
    now: () => Date.now(),
  });
  const lent = { host, end: async () => undefined };
  const site = makeSite({ host: () => lent, tokens, development: env.ENVIRONMENT === "development", report });
  const listening = {
    fetch: site.fetch,
    hostname: process.env["HOST"] ?? "127.0.0.1",
    port: Number(process.env["PORT"] ?? 8788),
  };
  const server = serve(listening, ({ address, port }) => console.log(`Minh Chứng: http://${address}:${port}`));
  const timer = setInterval(() => void keepUp(host), minute);
  const stop = (): void => {
    clearInterval(timer);
    server.close(() => void Promise.all([pool.end(), sealing.end()]).catch(report));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Every minute: what was recorded and never sealed; once an hour: the access journal. */
async function keepUp(host: Host): Promise<void> {
  try {
    await sealIfDue(host);
    if (new Date().getMinutes() === 0) await closeJournal(host);
  } catch (fault) {
    report(fault);
  }
}

try {
  await main();
} catch (fault) {
  // One line: what is missing in the environment, or why the database does not take us.
  console.error(`minh-chung: ${fault instanceof Error ? fault.message : String(fault)}`);
  process.exitCode = 1;
}
