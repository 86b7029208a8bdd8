/**
 * `law impact` prints who would be late under which law, over the whole log that the environment names, else over that of
 * `npm start` (audit/audited.ts). It only reads, in one snapshot. Exit codes: 0 done, 1 the log is wrong, 2 wrong arguments.
 */

import { readKeys } from "../../src/assemble.ts";
import { dayOf, parseInstant } from "../../src/base/day.ts";
import { isLate, policiesOf } from "../../src/law/detection/crossing-clocks.ts";
import { crossings, currentEdition } from "../../src/law/edition.ts";
import { ed25519Verifier, parseVkey } from "../../src/log/note.ts";
import {
  type CheckedLog,
  checkedLog,
  crossingImpact,
  type FileClock,
} from "../../src/service/auditing/crossing-impact.ts";
import type { Evidence } from "../../src/service/evidence.ts";
import { readEvidence } from "../../src/store/evidence.ts";
import { openPool } from "../../src/store/postgres.ts";
import { type Audited, openAudited } from "../audit/audited.ts";
import { type AskedImpact, readImpactArguments } from "./impact-arguments.ts";
import { jsonReport, type Report, textReport } from "./impact-report.ts";
import { Totals } from "./impact-totals.ts";

export async function impact(args: readonly string[]): Promise<number> {
  const now = parseInstant(new Date().toISOString());
  if (now === undefined) throw new Error("the machine's clock is not in the years 1900 to 2199");
  const asked = readImpactArguments(args, dayOf(now));
  if (!asked.ok) return complain(asked.refusal);
  const audited = await openAudited();
  try {
    return await tell(asked.value, audited);
  } finally {
    await audited.close();
  }
}

async function tell(asked: AskedImpact, { env, databaseUrl }: Audited): Promise<number> {
  const keys = await readKeys(env);
  const key = parseVkey(keys.key.vkey);
  if (key === undefined) throw new Error("the log's own key does not parse");
  const { database, end } = openPool(databaseUrl, 2);
  try {
    return await readEvidence(database, keys.cipher, async (evidence) => {
      const report = asked.json ? jsonReport : textReport;
      const log = await checkedLog(evidence, ed25519Verifier(key));
      if (log.ok) return tellFiles(asked, { evidence, log: log.value, report });
      console.log(report.fault(log.refusal));
      return 1;
    });
  } finally {
    await end();
  }
}

interface Telling {
  readonly evidence: Evidence;
  readonly log: CheckedLog;
  readonly report: Report;
}

async function tellFiles(asked: AskedImpact, { evidence, log, report }: Telling): Promise<number> {
  const codes = [...log.offices.values()].toSorted();
  if (asked.office !== undefined && !codes.includes(asked.office))
    return complain(
      `không có cơ quan ${asked.office}, các cơ quan là · no office has the code ${asked.office}; the offices are: ${codes.join(", ")}`,
    );
  const { number: edition, crossing: applied } = currentEdition;
  console.log(report.basis({ asked, log, edition, applied }));
  const totals = new Totals();
  const see = (clock: FileClock): void => {
    const office = clock.office && log.offices.get(clock.office);
    if (!isAskedFor(asked, clock, office)) return;
    totals.add(clock, office ?? clock.owner);
    if (isShown(asked, clock)) console.log(report.clock(clock, office));
  };
  const { size } = log.checkpoint;
  const faults = await crossingImpact(evidence, {
    size,
    policies: policiesOf(currentEdition),
    today: asked.today,
    see,
  });
  for (const fault of faults) console.log(report.fault(fault));
  console.log(report.end(totals));
  return faults.length === 0 ? 0 : 1;
}

function isAskedFor({ rule, office: wanted, policy }: AskedImpact, clock: FileClock, office?: string): boolean {
  if (rule !== undefined && clock.rule !== rule) return false;
  if (wanted !== undefined && office !== wanted) return false;
  return policy === undefined || isLate(clock, clock.under[policy]);
}

/** Without --all, only clocks that are open or late under some policy are shown. */
function isShown({ all }: AskedImpact, { under }: FileClock): boolean {
  return all || crossings.some((policy) => !["met", "excused", undefined].includes(under[policy]?.state));
}

function complain(line: string): number {
  console.error(line);
  return 2;
}
