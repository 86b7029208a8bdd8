/**
 * npm test: the whole suite on the real PostgreSQL and the real workerd, then the part that depends on the database on
 * each older PostgreSQL that is installed. Words after `--` go to vitest (files, -t name, --project=ground); with them,
 * or with TEST_POSTGRES, all runs on one PostgreSQL. It ends with what it left out, what failed, on which PostgreSQL,
 * and its last line is `N passed, N failed, N skipped`.
 */

import { debianBinaries, isInstalled, packagedVersions, testedBinaries, versionOf } from "./postgres/binaries.ts";
import { findChromium } from "./shared/chromium.ts";
import { failWith } from "./shared/failing.ts";
import { type Given, leftOut, planRuns, type Run } from "./test/plan.ts";
import { type Counts, type Outcome, runVitest } from "./test/vitest-run.ts";

/** A run whose beginning has scrolled away still says what to look at; a machine that broke would name thousands. */
const mostNamed = 100;

await test().catch(failWith);

async function test(): Promise<void> {
  const given = look();
  const done: { readonly run: Run; readonly outcome: Outcome }[] = [];
  for (const run of planRuns(given)) {
    if (done.some(({ outcome }) => outcome.interrupted)) break;
    if (done.length > 0) console.log(`\n${run.what} on PostgreSQL ${run.postgres}`);
    done.push({ run, outcome: await runVitest(run.asked, run.variables) });
  }
  for (const line of leftOut(given)) console.log(`LEFT OUT: ${line}`);
  for (const { run, outcome } of done) {
    if (outcome.passed + outcome.failed === 0) console.log("NO TEST RAN: this counts as a failure");
    for (const failure of outcome.failures.slice(0, mostNamed)) console.log(`FAILED: ${failure}`);
    if (run.postgres !== undefined) console.log(`${run.what} on PostgreSQL ${run.postgres}: ${counted(outcome)}`);
  }
  const outcomes = done.map(({ outcome }) => outcome);
  console.log(counted(total(outcomes)));
  const right = outcomes.every(({ passed, failed, interrupted }) => passed > 0 && failed === 0 && !interrupted);
  process.exitCode = right ? 0 : 1;
}

function look(): Given {
  const here = packagedVersions.filter((version) => isInstalled(debianBinaries(version)));
  return {
    words: process.argv.slice(2),
    named: (process.env["TEST_POSTGRES"] ?? "") !== "",
    version: versionOf(testedBinaries()),
    installed: Object.fromEntries(here.map((version) => [version, versionOf(debianBinaries(version))])),
    browser: findChromium() !== undefined,
  };
}

function total(outcomes: readonly Outcome[]): Counts {
  const sum = (of: keyof Counts): number => outcomes.reduce((all, each) => all + each[of], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

function counted({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
