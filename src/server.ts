/**
 * The same app on Node, for offices that must host it themselves: a pool of connections, one sealing at a time for all
 * requests of the process, a timer where the edge runtime has a cron.
 */

import { serve } from "@hono/node-server";
import { keepNothing, makePorts, settle, sharedHost } from "./assemble.ts";
import { parseEnv } from "./env.ts";
import type { Host } from "./service/host.ts";
import { recallOnce } from "./service/recalling.ts";
import { sweep } from "./service/sweep.ts";
import { makeSite, verifierOf } from "./site.ts";
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
  const lent = { host, end: async () => undefined };
  const site = makeSite({
    host: () => lent,
    tokens: verifierOf(env),
    development: env.ENVIRONMENT === "development",
    report,
  });
  const listening = {
    fetch: site.fetch,
    hostname: process.env["HOST"] ?? "127.0.0.1",
    port: Number(process.env["PORT"] ?? 8788),
  };
  const server = serve(listening, ({ address, port }) => console.log(`Minh Chứng: http://${address}:${port}`));
  const timer = setInterval(() => void sweepNow(host), minute);
  const stop = (): void => {
    clearInterval(timer);
    server.close(() => void Promise.all([pool.end(), sealing.end()]).catch(report));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

async function sweepNow(host: Host): Promise<void> {
  try {
    await sweep(host, Date.now());
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
