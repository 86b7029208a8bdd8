/** A PostgreSQL of a test's own, with fsync: it may be stopped at any moment and started again. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../../scripts/postgres/migration.ts";
import { testedBinaries } from "../../../scripts/postgres/binaries.ts";
import { type Postgres, startPostgres } from "../../../scripts/postgres/postgres.ts";

export interface DurablePostgres {
  /** The connection strings; they stay the same over restarts. */
  readonly server: Pick<Postgres, "port" | "superuserUrl" | "ownerUrl" | "appUrl" | "sealerUrl" | "readerUrl">;
  /** `immediate` cuts off every client without a word; `kill` is kill -9 of the server. */
  stop(mode: "immediate" | "kill"): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts it with a migrated database that can be copied (test/kit/postgres/postgres.ts). */
export async function makeDurablePostgres(): Promise<DurablePostgres> {
  const folder = mkdtempSync(join(tmpdir(), `minh-chung-test-${process.pid}-`));
  const server = await startPostgres({ folder, bin: testedBinaries() });
  await migrate(server.ownerUrl, join(import.meta.dirname, "../../../db"));
  let running = server;
  return {
    server,
    stop: async (mode) => {
      if (mode === "kill")
        process.kill(Number.parseInt(readFileSync(join(folder, "data", "postmaster.pid"), "utf8"), 10), "SIGKILL");
      await running.stop("immediate");
    },
    start: async () => {
      running = await startPostgres({ folder, bin: testedBinaries(), port: server.port });
      if (running.port !== server.port) throw new Error(`port ${server.port} was taken meanwhile`);
    },
    remove: async () => {
      await running.stop("immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
