/** One run of vitest, in a process group of its own, and what it counted. */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { sweepAbandoned } from "../start/abandoned.ts";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Outcome extends Counts {
  /** Somebody asked this process to end. */
  readonly interrupted: boolean;
  /** The tests that failed, each as its file and its title, and the files that could not be read. */
  readonly failures: readonly string[];
}

/** runVitest gives vitest these words, and these variables beside the caller's own. */
export async function runVitest(asked: readonly string[], variables: NodeJS.ProcessEnv): Promise<Outcome> {
  mkdirSync(".dev", { recursive: true });
  const report = join(".dev", `test-report-${process.pid}.json`);
  const program = join("node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [program, "run", ...reporters, ...asked], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...variables },
    detached: true,
  });
  const ended = await endOf(child);
  return { ...readReport(report, ended.code), interrupted: ended.interrupted };
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const;

/**
 * endOf waits for the exit code. A signal to this process is passed on, so that vitest stops the database and the
 * processes that it started.
 */
async function endOf(child: ChildProcess): Promise<{ readonly code: number; readonly interrupted: boolean }> {
  let interrupted = false;
  const pass = (): void => {
    interrupted = true;
    child.kill("SIGTERM");
  };
  for (const signal of signals) process.on(signal, pass);
  process.channel?.unref();
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status) => resolve(status ?? 1));
  });
  endGroup(child);
  if (interrupted) {
    // The killed processes must be gone before their folders are swept.
    await new Promise((resolve) => setTimeout(resolve, 300));
    sweepAbandoned();
  }
  for (const signal of signals) process.off(signal, pass);
  return { code: interrupted ? 1 : code, interrupted };
}

/** endGroup ends the processes that a test started and did not end. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && fault.code === "ESRCH")) throw fault;
  }
}

/**
 * readReport reads the report, and removes it. A file that could not be read, or a fault outside of any test, counts as
 * one failure: a red run never says `0 failed`.
 */
function readReport(report: string, code: number): Counts & Pick<Outcome, "failures"> {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, failures: ["vitest wrote no report"] };
  const read = reportShape.parse(JSON.parse(readFileSync(report, "utf8")));
  rmSync(report);
  const found = read.testResults.flatMap(failuresOf);
  const failures = code !== 0 && found.length === 0 ? ["a fault outside of any test"] : found;
  return {
    passed: read.numPassedTests,
    failed: failures.length,
    skipped: read.numPendingTests + read.numTodoTests,
    failures,
  };
}

const reportShape = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

function failuresOf(file: z.infer<typeof reportShape>["testResults"][number]): readonly string[] {
  const name = relative(process.cwd(), file.name);
  const failed = file.assertionResults.filter(({ status }) => status === "failed");
  if (file.status === "failed" && failed.length === 0) return [`${name}: the file itself, or a hook`];
  return failed.map(({ fullName }) => `${name}: ${fullName}`);
}
