/**
 * A process that imports one file and prints its answer, then waits to be killed:  node importer.ts <story as JSON> <key>
 */

import { keepNothing, makePorts, settle, sharedHost } from "../../src/assemble.ts";
import { parseEnv } from "../../src/env.ts";
import { recallOnce } from "../../src/service/recalling.ts";
import { openPool } from "../../src/store/postgres.ts";
import { importFiles } from "../kit/story.ts";

const [story = "", key = ""] = process.argv.slice(2);
const { database } = openPool(process.env["DATABASE_URL"] ?? "", 4);
const host = sharedHost(makePorts(await settle(parseEnv(process.env)), database), keepNothing());
await recallOnce(host);
const { body } = await importFiles(JSON.parse(story), 1, { host, key });
process.stdout.write(`${body}\n`);
setInterval(() => undefined, 60_000);
