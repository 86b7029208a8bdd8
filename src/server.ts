/** The app on Node, for offices that host it themselves: a pool, one sealing at a time, a timer for the cron. */

import { Server } from "node:http";
import { serve } from "@hono/node-server";
import { httpAddress } from "./address.ts";
import { emptyCache, makePorts, readKeys, sharedHost } from "./assemble.ts";
import { type Listening, parseEnv, parseListening } from "./env.ts";
import { everyMinute } from "./every-minute.ts";
import { troubleOf, troubleText } from "./service/database-troubles.ts";
import { TryAgain } from "./service/ports.ts";
import { checkMemoryOnce } from "./service/sealing/check-memory-once.ts";
import { sweep } from "./service/sweeping/sweep.ts";
import { makeSite, verifierOf } from "./site.ts";
import { endSlowReaders } from "./slow-readers.ts";
import { openPool } from "./store/postgres.ts";
import { refusePrivileged } from "./store/privilege.ts";

function report(fault: unknown): void {
  console.error(fault);
}

/**
 * Milliseconds for one request to arrive. The app gives a body its own time (service/admitting/sent-body.ts), of which the
 * longest, for 16 MiB, is 74 s; Node looks every two seconds for requests that are over theirs.
 */
const deadlines = { headersTimeout: 10_000, requestTimeout: 90_000, connectionsCheckingInterval: 2000 };

async function main(): Promise<void> {
  const env = parseEnv(process.env);
  const { HOST: hostname, PORT: port, HTTP_CONNECTIONS: most, ...urls } = parseListening(process.env);
  const keys = await readKeys(env);
  const { databases, end } = openDatabases(urls);
  if (env.ENVIRONMENT !== "development") {
    await refusePrivileged(databases.reading, "reading");
    await refusePrivileged(databases.recording, "recording");
  }
  const host = sharedHost(makePorts(keys, databases), emptyCache());
  await checkMemoryOnce(host);
  const lent = { host, end: async () => undefined };
  // Without a setting the console is known under the address that it listens on, and under no other.
  const origins = [...(env.PUBLIC_ORIGINS ?? [])];
  const site = makeSite({
    host: () => lent,
    tokens: verifierOf(env),
    development: env.ENVIRONMENT === "development",
    origins: env.ENVIRONMENT === "development" ? env.PUBLIC_ORIGINS : origins,
    report,
  });
  const server = serve({ fetch: site.fetch, hostname, port, serverOptions: deadlines }, (bound) => {
    if (env.PUBLIC_ORIGINS === undefined) origins.push(httpAddress(hostname, bound.port));
    console.log(`Minh Chứng: ${httpAddress(bound.address, bound.port)}`);
  });
  if (server instanceof Server) {
    server.maxConnections = most;
    endSlowReaders(server);
  }
  server.once("error", (fault) => {
    complain(fault);
    process.exit(1);
  });
  const endSweeps = everyMinute(async (at) => sweep(host, at), report);
  const stop = (): void => {
    const swept = endSweeps();
    server.close(() => void swept.then(async () => end()).catch(report));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

type Urls = Pick<Listening, "DATABASE_URL" | "DATABASE_CONNECTIONS" | "SEALING_DATABASE_URL">;

/** Recordings share transactions, so half as many connections as reads have are more than they take (16 of 32). */
function openDatabases({ DATABASE_URL, DATABASE_CONNECTIONS, SEALING_DATABASE_URL }: Urls) {
  const reading = openPool(DATABASE_URL, DATABASE_CONNECTIONS);
  const recording = openPool(SEALING_DATABASE_URL, Math.ceil(DATABASE_CONNECTIONS / 2));
  const sealing = openPool(SEALING_DATABASE_URL, 4);
  return {
    databases: { reading: reading.database, recording: recording.database, sealing: sealing.database },
    end: async () => void (await Promise.all([reading.end(), recording.end(), sealing.end()])),
  };
}

/** Prints one line: a variable is missing, the database refuses the connection, the port is taken. */
function complain(fault: unknown): void {
  const trouble = troubleOf(fault);
  const words = trouble === undefined ? [] : [troubleText(trouble).join(" / ")];
  const cause = fault instanceof TryAgain && fault.cause instanceof Error ? fault.cause : fault;
  console.error(`minh-chung: ${[...words, cause instanceof Error ? cause.message : String(cause)].join(" ")}`);
}

try {
  await main();
} catch (fault) {
  complain(fault);
  process.exitCode = 1;
}
