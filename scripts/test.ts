/**
 * npm test: the whole suite on the real PostgreSQL and the real workerd. Words after `--` go to vitest (files, -t name,
 * --project=ground). It says what it leaves out, and its last line is `N passed, N failed, N skipped`.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sweepAbandoned } from "./start/abandoned.ts";
import { findChromium } from "./shared/chromium.ts";

const report = join(".dev", `test-report-${process.pid}.json`);
const words = process.argv.slice(2);
const leftOut: string[] = [];

const outcome = await runVitest([...projects(), ...words]);
const counts = readCounts(outcome);
for (const line of leftOut) console.log(`LEFT OUT: ${line}`);
if (counts.passed + counts.failed === 0) console.log("NO TEST RAN: this counts as a failure");
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = outcome === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** projects names all projects that can run here, or none where the words name some: vitest runs the union of what is named. */
function projects(): readonly string[] {
  if (words.some((word) => word.startsWith("--project"))) return [];
  const browser = findChromium() !== undefined;
  if (!browser) leftOut.push("test/browser, there is no Chromium (apt-get install chromium, or set CHROMIUM)");
  return ["ground", "system", ...(browser ? ["browser"] : [])].map((name) => `--project=${name}`);
}

/**
 * runVitest returns the exit code. A signal to this process is passed on, so that vitest stops the database and the
 * processes that it started.
 */
function runVitest(asked: readonly string[]): Promise<number> {
  mkdirSync(".dev", { recursive: true });
  const program = join("node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [program, "run", ...reporters, ...asked], {
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  let told = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) {
    process.on(signal, () => {
      told = true;
      child.kill("SIGTERM");
    });
  }
  process.channel?.unref();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      endGroup(child);
      if (!told) return resolve(code ?? 1);
      // The killed processes must be gone before their folders are swept.
      setTimeout(() => {
        sweepAbandoned();
        resolve(1);
      }, 300);
    });
  });
}

/** endGroup ends the processes that a test started and did not end. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && fault.code === "ESRCH")) throw fault;
  }
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * A file that could not be read, or a fault outside of any test, counts as one failure: a red run never says `0
 * failed`.
 */
function readCounts(code: number): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const shape = z.object({
    numPassedTests: z.int(),
    numFailedTests: z.int(),
    numPendingTests: z.int(),
    numTodoTests: z.int(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  });
  const read = shape.parse(JSON.parse(readFileSync(report, "utf8")));
  rmSync(report);
  const broken = read.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = read.numFailedTests + broken;
  return {
    passed: read.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}
