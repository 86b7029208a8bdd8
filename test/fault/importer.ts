/**
 * A process that imports one file and prints its answer, then waits to be killed:  node importer.ts <story as JSON>
 * <key> one|two one|two: the transactions by which it records and seals.
 */

import { emptyCache, makePorts, readKeys, sharedHost } from "../../src/assemble.ts";
import { parseEnv } from "../../src/env.ts";
import { formatAnswer } from "../../src/http/answer.ts";
import { checkMemoryOnce } from "../../src/service/sealing/check-memory-once.ts";
import { openServerPools, sealingApart, urlsIn } from "../kit/host/host.ts";
import { importFiles } from "../kit/host/story.ts";

const [story = "", key = "", by] = process.argv.slice(2);
const { databases } = openServerPools(urlsIn(process.env), 4);
const shared = sharedHost(makePorts(await readKeys(parseEnv(process.env)), databases), emptyCache());
const host = by === "two" ? sealingApart(shared) : shared;
await checkMemoryOnce(host);
const { placement } = await importFiles(JSON.parse(story), 1, { host, key });
process.stdout.write(`${formatAnswer(placement)}\n`);
setInterval(() => undefined, 60_000);
