/** One `npm start` runs per folder: .dev/running.json says which process it is and where it answers. */

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { commandOf } from "./processes.ts";
import { parseJson, writeWhole } from "./settings.ts";

const shape = z.object({ pid: z.int().positive(), url: z.string() });

export type Running = z.infer<typeof shape>;

/**
 * whoRuns returns the start that runs in this folder now. It ignores a file whose process is gone or is another program
 * by now.
 */
export function whoRuns(folder: string): Running | undefined {
  const file = runningFile(folder);
  const read = existsSync(file) ? shape.safeParse(parseJson(readFileSync(file, "utf8"))) : undefined;
  return read?.success === true && read.data.pid !== process.pid && isStart(read.data.pid) ? read.data : undefined;
}

export function sayRunning(folder: string, url: string): void {
  writeWhole(runningFile(folder), JSON.stringify({ pid: process.pid, url }));
}

export function sayEnded(folder: string): void {
  rmSync(runningFile(folder), { force: true });
}

function runningFile(folder: string): string {
  return join(folder, "running.json");
}

function isStart(pid: number): boolean {
  return commandOf(pid).includes("scripts/start.ts");
}
