/**
 * Everything that `npm start` keeps in this folder is removed together, since database, objects, keys and tokens belong
 * to one another.
 */

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../shared/user-error.ts";
import { endOrphans } from "./edge.ts";
import { clearStaleLock } from "../postgres/cluster-lock.ts";

/** removeData first ends what a killed start left running. */
export async function removeData(folder: string): Promise<void> {
  await endOrphans(folder);
  await clearStaleLock(join(folder, "postgres", "data"));
  remove(folder);
  remove(resolve(".wrangler"));
}

/**
 * remove deletes a folder. PostgreSQL's files may belong to another user when root started it; only root may remove
 * those.
 */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (cause) {
    const who = execFileSync("id", ["-un"], { encoding: "utf8" }).trim();
    throw new UserError(
      `${who} không xóa được ${path}, người đã khởi động phải xóa · ${path} cannot be removed by ${who}: whoever started it must remove it`,
      { cause },
    );
  }
}
