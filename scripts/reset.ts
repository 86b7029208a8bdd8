/** npm run reset: removes everything that npm start keeps (.dev: database, objects, keys, tokens), all together. */

import { resolve } from "node:path";
import { Advice } from "./advice.ts";
import { failWith } from "./failing.ts";
import { removeKept } from "./kept.ts";
import { whoRuns } from "./running.ts";

const folder = resolve(".dev");

try {
  const running = whoRuns(folder);
  if (running !== undefined)
    throw new Advice(`npm start still runs here (process ${running.pid}): end it first, with ctrl-C`);
  await removeKept(folder);
  console.log("All data of npm start are removed: the database, the objects, the keys and the tokens.");
} catch (fault) {
  failWith(fault);
}
