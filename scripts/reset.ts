/** npm run reset: removes everything that npm start keeps (.dev: database, objects, keys, tokens), all together. */

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { Advice } from "./advice.ts";
import { failWith } from "./failing.ts";
import { clearStaleLock } from "./postgres-lock.ts";
import { whoRuns } from "./running.ts";

const folder = resolve(".dev");

try {
  const running = whoRuns(folder);
  if (running !== undefined)
    throw new Advice(`npm start still runs here (process ${running.pid}): end it first, with ctrl-C`);
  await clearStaleLock(resolve(folder, "postgres", "data"));
  remove(folder);
  remove(resolve(".wrangler"));
  console.log("All data of npm start are removed: the database, the objects, the keys and the tokens.");
} catch (fault) {
  failWith(fault);
}

/** PostgreSQL's files may be another user's when root started it; root alone may remove those. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (cause) {
    const who = execFileSync("id", ["-un"], { encoding: "utf8" }).trim();
    throw new Advice(`${path} cannot be removed by ${who}: whoever started it must remove it`, { cause });
  }
}
