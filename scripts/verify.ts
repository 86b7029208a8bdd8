/**
 * `npm run -s verify -- <url>` checks a whole log from outside. It is another program than the server: of this
 * repository it knows base and log, and of the domain only who might make an entry. Exit codes: 0 all is right, 1 something is wrong, 2 wrong arguments, 3 right
 * as far as it was shown (the entries were not), 4 the log could not be reached.
 */

import { writeFileSync } from "node:fs";
import { readArguments } from "./verify/arguments.ts";
import { LogServer, Unreachable } from "./verify/log-server.ts";
import { showProgress } from "./verify/progress.ts";
import { reportJson, reportText, reportTrust } from "./verify/report.ts";
import { readStopped, stoppedText } from "./verify/stopped.ts";
import { readKey } from "./verify/trust.ts";
import { verifyLog } from "./verify/verification.ts";

async function main(args: readonly string[]): Promise<number> {
  const read = readArguments(args);
  if (!read.ok) return complain(read.refusal, 2);
  const { url, token, key, since, json, save } = read.value;
  const server = new LogServer(url, token);
  try {
    const stopped = await readStopped(server);
    if (stopped !== undefined) console.error(stoppedText(stopped));
    const trust = await readKey(key, server);
    reportTrust(trust);
    const progress = showProgress();
    const verdict = await verifyLog({ server, trust, since, sees: token !== undefined, progress: progress.show });
    progress.end();
    const report = { verdict, since, stopped };
    console.log(json ? reportJson(report, trust) : reportText(report));
    if (verdict.found.faults.total > 0) return 1;
    if (save !== undefined) writeFileSync(save, verdict.note);
    return verdict.sawEntries ? 0 : 3;
  } catch (fault) {
    if (fault instanceof Unreachable) return complain(fault.message, fault.exitCode);
    throw fault;
  }
}

function complain(line: string, exitCode: number): number {
  console.error(line);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
