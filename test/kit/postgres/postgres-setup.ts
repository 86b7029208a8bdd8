/**
 * One PostgreSQL for a run of tests, in a folder of its own that is removed at the end; runs may go on side by side.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { sweepAbandoned } from "../../../scripts/start/abandoned.ts";
import { migrate } from "../../../scripts/postgres/migration.ts";
import { testedBinaries } from "../../../scripts/postgres/binaries.ts";
import { startPostgres } from "../../../scripts/postgres/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgres: {
      readonly superuserUrl: string;
      readonly ownerUrl: string;
      readonly appUrl: string;
      readonly sealerUrl: string;
      readonly readerUrl: string;
    };
  }
}

/** Several projects call this: the first one starts the server, the last one to end stops it. */
let running: Promise<Running> | undefined;
let users = 0;

interface Running {
  readonly urls: { superuserUrl: string; ownerUrl: string; appUrl: string; sealerUrl: string; readerUrl: string };
  end(): Promise<void>;
}

export async function setup(project: TestProject): Promise<void> {
  users++;
  running ??= start();
  project.provide("postgres", (await running).urls);
}

export async function teardown(): Promise<void> {
  users--;
  if (users === 0) await (await running)?.end();
}

async function start(): Promise<Running> {
  sweepAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `minh-chung-test-${process.pid}-`));
  const postgres = await startPostgres({ folder, bin: testedBinaries(), durable: false });
  const { superuserUrl, ownerUrl, appUrl, sealerUrl, readerUrl } = postgres;
  await migrate(ownerUrl, join(import.meta.dirname, "../../../db"));
  await closeTemplate(superuserUrl);
  return {
    urls: { superuserUrl, ownerUrl, appUrl, sealerUrl, readerUrl },
    end: async () => {
      await postgres.stop("immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every test's database is a copy of the migrated one; a copy needs that nobody is connected to the original. */
async function closeTemplate(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query("alter database minh_chung with is_template true allow_connections false");
  await client.end();
}
