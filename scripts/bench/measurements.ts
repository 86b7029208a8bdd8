/** All measurements, in order; each line is reported as soon as it is known. */

import { TokenVerifier } from "../../src/http/token-verifier.ts";
import { actBodies, recorder } from "./acts.ts";
import { assessedRate } from "./assessing.ts";
import { compareBeside } from "./beside.ts";
import { compareBulk } from "./bulk.ts";
import { type Competitor, openCompetitor } from "./competitor.ts";
import { compareDetections } from "./detections.ts";
import { fsyncRate } from "./disk.ts";
import { type Loader, startLoader } from "./loader.ts";
import type { Plan } from "./plan.ts";
import type { Report } from "./report.ts";
import { comparePaired, rateOf } from "./rounds.ts";
import { issueToken, listen, ourApp, theirApp } from "./servers.ts";
import { measureShares } from "./shares.ts";
import { verificationRate } from "./verification.ts";
import { openWorld, type World } from "./world.ts";

/** A bench runs on a migrated, empty database; `folder` is on that database's disk. */
export interface Bench {
  readonly superuserUrl: string;
  readonly appUrl: string;
  readonly sealerUrl: string;
  readonly ownerUrl: string;
  readonly folder: string;
  readonly plan: Plan;
  readonly report: Report;
}

const goals = {
  inProcess: 1.5,
  overHttp: 1,
  oneFile: 1,
  bulk: 0.5,
  beside: 0.33,
  verification: 300_000,
  assessed: 20_000,
  detections: 0.5,
};

export async function measure(bench: Bench): Promise<void> {
  const { plan, report } = bench;
  report({ name: "fsync of 8 KiB", unit: "/s", measured: fsyncRate(bench.folder, plan.milliseconds) });
  const world = await openWorld(bench, plan.files);
  const competitor = await openCompetitor(bench.ownerUrl);
  const loader = startLoader();
  try {
    for (const concurrency of plan.concurrencies) await commands({ ...bench, world, competitor, concurrency });
    for (const concurrency of plan.concurrencies) await requests({ ...bench, world, competitor, loader, concurrency });
    await oneFile(bench, world);
    await bulks(bench, world);
    await singlesBesideBulks(bench, world);
    await verification(bench, world);
    assessment(bench);
    await detections(bench, world);
    for (const { name, milliseconds, share } of await measureShares(world, loader, plan.milliseconds))
      report({ name: `share of ${name}`, unit: "ms", measured: milliseconds, ratio: share });
  } finally {
    loader.end();
    await competitor.end();
    await world.end();
  }
}

interface Contest extends Bench {
  readonly world: World;
  readonly competitor: Competitor;
  readonly concurrency: number;
}

async function commands({ plan, report, world, competitor, concurrency }: Contest): Promise<void> {
  const ours = recorder(world);
  const nextBody = actBodies(world);
  const theirs = async (): Promise<void> => {
    const { on, ...act } = nextBody();
    await competitor.append(on.case, act);
  };
  const rate = (work: () => Promise<void>) => async () => rateOf(work, concurrency, plan.milliseconds);
  const { ours: measured, theirs: against, ratio } = await comparePaired(plan.rounds, rate(ours), rate(theirs));
  report({
    name: `sealed commands, ${concurrency} at once`,
    unit: "/s",
    measured,
    against,
    ratio,
    goal: goals.inProcess,
  });
}

async function requests({ plan, report, ...contest }: Contest & { readonly loader: Loader }): Promise<void> {
  const { world, competitor, loader, concurrency } = contest;
  const { token, rules } = await issueToken();
  const ours = await listen(ourApp(world.host, new TokenVerifier(rules)));
  const theirs = await listen(theirApp(competitor, new TokenVerifier(rules)));
  const { targets, today } = world;
  const rate = (url: string) => async () =>
    loader.rate({ url, token, concurrency, targets, today, milliseconds: plan.milliseconds });
  const { ours: measured, theirs: against, ratio } = await comparePaired(plan.rounds, rate(ours.url), rate(theirs.url));
  await Promise.all([ours.end(), theirs.end()]);
  report({ name: `over HTTP, ${concurrency} at once`, unit: "/s", measured, against, ratio, goal: goals.overHttp });
}

/** Sixty acts at once on one file, all recorded, against one after the other on it: waiting for a turn costs nothing. */
async function oneFile({ plan, report }: Bench, world: World): Promise<void> {
  // A file of thousands of acts takes longer to decide on, so each measurement has a file of its own.
  let file = 0;
  const rate = (atOnce: number) => async () => {
    const targets = world.targets.slice(file, ++file);
    return rateOf(recorder({ ...world, targets }), atOnce, plan.milliseconds);
  };
  const { ours: measured, theirs: against, ratio } = await comparePaired(plan.rounds, rate(60), rate(1));
  report({ name: "60 at once on one file", unit: "/s", measured, against, ratio, goal: goals.oneFile });
}

/** The ratio is that of alone to beside, so that more is better here too. */
async function singlesBesideBulks({ plan, report }: Bench, world: World): Promise<void> {
  const { linesOfBulk: lines, rounds, milliseconds } = plan;
  const { ours: measured, theirs: against, ratio } = await compareBeside(world, { lines, rounds, milliseconds });
  const name = "single acts beside bulks, 95th percentile";
  report({ name, unit: "ms", measured, against, ratio: 1 / ratio, goal: goals.beside });
}

async function bulks({ plan, report, ownerUrl }: Bench, world: World): Promise<void> {
  const { linesOfBulk: lines, rounds } = plan;
  const { ours: measured, theirs: against, ratio } = await compareBulk(world, { lines, rounds, ownerUrl });
  report({ name: `bulk of ${lines} lines`, unit: "events/s", measured, against, ratio, goal: goals.bulk });
}

async function verification({ plan, report }: Bench, { host }: World): Promise<void> {
  const measured = await verificationRate(host, plan.rounds);
  const ratio = measured / goals.verification;
  report({ name: "verification of the whole log, one core", unit: "entries/s", measured, ratio, goal: 1 });
}

/** Every deadline of a file of 25 acts, under every rule in force. */
function assessment({ plan, report }: Bench): void {
  assessedRate(plan.milliseconds);
  const measured = assessedRate(plan.milliseconds);
  report({
    name: "files of 25 acts assessed, one core",
    unit: "/s",
    measured,
    ratio: measured / goals.assessed,
    goal: 1,
  });
}

/** Pages per second on many cases against few: at least half as many. */
async function detections({ plan, report, ...server }: Bench, { today }: World): Promise<void> {
  const { cases, rounds, milliseconds } = plan;
  const compared = await compareDetections({ ...server, today, cases, rounds, milliseconds });
  for (const { name, ours: measured, theirs: against, ratio } of compared)
    report({ name: `detections, ${name}`, unit: "/s", measured, against, ratio, goal: goals.detections });
}
