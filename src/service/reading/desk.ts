/**
 * What a procurator finds on the desk today: the procuracy's own clocks first (promise 4), beside them what the addressees of
 * instruments owe, by due day; new replies; its own instruments that wait for it; and what the machine found and nobody has judged (violations and hints apart).
 */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { Host } from "../host.ts";
import type { DeadlineRow, GoneRow, InstrumentRow, RuleCounts } from "../views.ts";
import type { Reader } from "../streams/reader.ts";
import { type RunningClock, runningClocks } from "./running-clocks.ts";
import { supervisedOffices } from "./supervised.ts";

export interface Desk {
  readonly own: readonly RunningClock[];
  /** Of the Supreme Procuracy: what the Minister was asked, and has not answered. */
  readonly awaited: readonly RunningClock[];
  readonly others: readonly RunningClock[];
  readonly replies: readonly InstrumentRow[];
  /** Drafted and not signed, issued and not served, verified and still followed: the next step is the procuracy's own. */
  readonly unfinished: readonly InstrumentRow[];
  readonly violations: readonly DeadlineRow[];
  readonly hints: readonly DeadlineRow[];
}

export async function deskOf(reader: Reader, host: Host, limit: number): Promise<Desk> {
  const { acting, today } = reader;
  const supervised = await supervisedOffices(reader, host);
  const clocks = { state: "open", today, limit } as const;
  const running = await host.views.deadlines({ ...clocks, office: acting.office });
  const own = await runningClocks(running, reader, host);
  const others = await host.views.deadlines({ ...clocks, of: "instrument", offices: supervised });
  const found = { offices: [...supervised, acting.office], state: "breached", unjudged: true, today, limit } as const;
  const followed = await instrumentsOf(acting.office, "received", host);
  const drafted = await instrumentsOf(acting.office, "drafted", host);
  const issued = await instrumentsOf(acting.office, "issued", host);
  return {
    own: own.filter(({ row }) => row.owner !== "minister"),
    awaited: own.filter(({ row }) => row.owner === "minister"),
    others: await runningClocks(others, reader, host),
    replies: followed.filter(isReplied).toSorted(lastReplyFirst).slice(0, limit),
    unfinished: [...drafted, ...issued, ...followed.filter(isVerified)].slice(0, limit),
    violations: await host.views.deadlines({ ...found, weight: "violation" }),
    hints: await host.views.deadlines({ ...found, weight: "hint" }),
  };
}

interface Chosen {
  readonly office?: OfficeId | undefined;
  readonly rule?: string | undefined;
  readonly since?: Day | undefined;
}

/** What the machine found at the offices that this procuracy supervises, and at the procuracy itself. */
export async function detectionsFor(
  reader: Reader,
  {
    weight,
    after,
    limit,
    ...chosen
  }: Chosen & {
    readonly weight: "violation" | "hint";
    readonly after?: string | undefined;
    readonly limit: number;
  },
  host: Host,
): Promise<readonly DeadlineRow[]> {
  const whose = await chosenFor(reader, chosen, host);
  const page = { limit, ...(after === undefined ? {} : { after }) };
  return host.views.deadlines({ ...whose, ...page, weight, state: "breached", unjudged: true });
}

/** Those that corrections took away. */
export async function goneFor(
  reader: Reader,
  { after, limit, ...chosen }: Chosen & { readonly after?: string | undefined; readonly limit: number },
  host: Host,
): Promise<readonly GoneRow[]> {
  const { today: _today, ...whose } = await chosenFor(reader, chosen, host);
  return host.views.gone({ ...whose, limit, ...(after === undefined ? {} : { after }) });
}

export async function detectionCountsFor(reader: Reader, chosen: Chosen, host: Host): Promise<readonly RuleCounts[]> {
  return host.views.countDetections(await chosenFor(reader, chosen, host));
}

async function chosenFor(reader: Reader, { office, rule, since }: Chosen, host: Host) {
  const { acting, today } = reader;
  const mine = [...(await supervisedOffices(reader, host)), acting.office];
  return {
    offices: office === undefined ? mine : mine.filter((each) => each === office),
    today,
    ...(rule === undefined ? {} : { rule }),
    ...(since === undefined ? {} : { since }),
  };
}

const mostOpenInstruments = 500;

async function instrumentsOf(issuer: OfficeId, status: string, host: Host): Promise<readonly InstrumentRow[]> {
  return host.views.instruments({ issuer, status, limit: mostOpenInstruments });
}

function isVerified({ verified, findings }: InstrumentRow): boolean {
  return verified === findings;
}

function isReplied({ repliedOn, verified, findings }: InstrumentRow): boolean {
  return repliedOn !== undefined && verified < findings;
}

function lastReplyFirst(a: InstrumentRow, b: InstrumentRow): number {
  return (b.repliedOn ?? "").localeCompare(a.repliedOn ?? "");
}
