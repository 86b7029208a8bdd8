/**
 * `npm run bench [-- --json] [--quick]` measures how fast sealing is beside an event store that does not seal, on this
 * machine and in one run. It starts a durable PostgreSQL of its own and prints its goals, and it never fails because
 * something is slow.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measure } from "./bench/measurements.ts";
import { fullPlan, quickPlan } from "./bench/plan.ts";
import { formatLine, type Line } from "./bench/report.ts";
import { failWith } from "./shared/failing.ts";
import { migrate } from "./postgres/migration.ts";
import { testedBinaries } from "./postgres/binaries.ts";
import { startPostgres } from "./postgres/postgres.ts";

const preface = [
  "Node host as server.ts makes it, PostgreSQL with fsync, SIGNER_MEMORY=database (no S3: a restored backup is not seen).",
  "A command is recorded and sealed by one transaction; those that wait share it, 32 at most.",
  "Against: emmett-postgresql appendToStream of the same act, unsealed; for the bulk, one unhashed multi-row INSERT.",
  "60 at once on one file: against one after the other on it. Acts beside bulks: against alone, the ratio of alone to beside.",
  "Detections: pages a second on 1,000,000 cases, against on 10,000.",
];

async function bench(args: readonly string[]): Promise<void> {
  const options = { json: { type: "boolean", default: false }, quick: { type: "boolean", default: false } } as const;
  const { json, quick } = parseArgs({ args: [...args], options }).values;
  const folder = mkdtempSync(join(tmpdir(), "minh-chung-bench-"));
  const postgres = await startPostgres({ folder, bin: testedBinaries() });
  try {
    await migrate(postgres.ownerUrl, "db");
    if (!json) console.log(preface.join("\n"));
    const report = (line: Line): void => console.log(json ? JSON.stringify(line) : formatLine(line));
    await measure({ ...postgres, folder, plan: quick ? quickPlan : fullPlan, report });
  } finally {
    await postgres.stop("immediate");
    rmSync(folder, { recursive: true, force: true });
  }
}

bench(process.argv.slice(2)).catch(failWith);
