/** A killed test run leaves the PostgreSQL servers of its processes and their folders behind. */

import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runningProcesses } from "./processes.ts";

/**
 * sweepAbandoned removes them. A folder is named by the process that made it, and the folders of a living process are
 * left alone.
 */
export function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const runner = Number(/^minh-chung-test-(\d+)-/.exec(name)?.[1]);
    if (!Number.isSafeInteger(runner) || isAlive(runner)) continue;
    const folder = join(tmpdir(), name);
    for (const pid of serversOf(folder)) process.kill(pid, "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
}

function serversOf(folder: string): readonly number[] {
  const servers = runningProcesses().filter(({ command }) => command.includes(join(folder, "data")));
  return servers.map(({ pid }) => pid);
}
