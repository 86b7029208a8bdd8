/**
 * The lock file postmaster.pid of a server that has ended. PostgreSQL ignores a lock whose process is dead, but after a
 * restart of the machine its number may belong to another program, and after a kill -9 of ours the server may still
 * run.
 */

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../shared/user-error.ts";
import { commandOf } from "../start/processes.ts";

/**
 * clearStaleLock ends the orphaned server that still serves `data`, or removes a lock that names a stranger. Its caller
 * must be the only one who starts this folder.
 */
export async function clearStaleLock(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isServerOf(pid, data)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(pid, "SIGINT");
  for (const started = performance.now(); performance.now() - started < 20_000; ) {
    if (!isServerOf(pid, data)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new UserError(
    `một PostgreSQL cũ còn chạy trên ${data}, hãy kết thúc tiến trình ${pid} · an older PostgreSQL still serves ${data}: end process ${pid}`,
  );
}

function isServerOf(pid: number, data: string): boolean {
  return commandOf(pid).includes(data);
}
