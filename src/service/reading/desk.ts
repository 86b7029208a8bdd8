/**
 * The desk of a procurator today: the procuracy's own clocks first (promise 4); beside them, by due day, the clocks of
 * the addressees of instruments; new replies; its own instruments that wait for its next step; and what the machine
 * found and no procurator has judged, violations and hints apart.
 */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { Host } from "../host.ts";
import type { DeadlineQuery, DeadlineRow, GoneRow, InstrumentRow, RuleCounts } from "../views.ts";
import type { Reader } from "../streams/reader.ts";
import { type Cut, cutAt, readCut } from "./cut.ts";
import { type RunningClock, runningClocks } from "./running-clocks.ts";
import { supervisedOffices } from "./supervised.ts";

export interface Desk {
  readonly own: Cut<RunningClock>;
  /** Questions that the Supreme Procuracy put to the Minister, and that are not answered. */
  readonly awaited: Cut<RunningClock>;
  readonly others: Cut<RunningClock>;
  readonly replies: Cut<InstrumentRow>;
  /** Drafted and unsigned, issued and unserved, verified and followed: the procuracy's own next step. */
  readonly unfinished: Cut<InstrumentRow>;
  readonly violations: Cut<DeadlineRow>;
  readonly hints: Cut<DeadlineRow>;
}

/** Reads the desk, with at most `most` rows in each list. */
export async function deskOf(reader: Reader, host: Host, most: number): Promise<Desk> {
  const { acting, today } = reader;
  const supervised = await supervisedOffices(reader, host);
  const clocksOf = async (query: Pick<DeadlineQuery, "office" | "offices" | "of">): Promise<Cut<RunningClock>> => {
    const found = await readCut(most, async (limit) => host.views.deadlines({ ...query, state: "open", today, limit }));
    return { ...found, rows: await runningClocks(found.rows, reader, host) };
  };
  const detected = async (weight: "violation" | "hint"): Promise<Cut<DeadlineRow>> => {
    const found = {
      offices: [...supervised, acting.office],
      state: "breached",
      unjudged: true,
      weight,
      today,
    } as const;
    return readCut(most, async (limit) => host.views.deadlines({ ...found, limit }));
  };
  const own = await clocksOf({ office: acting.office });
  const { followed, waiting } = await instrumentsOf(acting.office, host);
  const replies = followed.rows.filter(isReplied).toSorted(lastReplyFirst);
  const unfinished = cutAt(most, [...waiting.rows, ...followed.rows.filter(isVerified)]);
  return {
    own: { ...own, rows: own.rows.filter(({ row }) => row.owner !== "minister") },
    awaited: { ...own, rows: own.rows.filter(({ row }) => row.owner === "minister") },
    others: await clocksOf({ of: "instrument", offices: supervised }),
    replies: cutAfter(followed, cutAt(most, replies)),
    unfinished: cutAfter(waiting, cutAfter(followed, unfinished)),
    violations: await detected("violation"),
    hints: await detected("hint"),
  };
}

interface Chosen {
  readonly office?: OfficeId | undefined;
  readonly rule?: string | undefined;
  readonly since?: Day | undefined;
}

/** Lists what the machine found at the offices that this procuracy supervises, and at the procuracy itself. */
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

/** Lists the detections that corrections took away. */
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

/** Instruments that are looked through: a procuracy issues some hundreds a year, so an open one is among them. */
const mostOpenInstruments = 500;

interface OwnInstruments {
  /** Received by the addressee: replies and verifications are followed. */
  readonly followed: Cut<InstrumentRow>;
  /** Drafted, or issued and not served. */
  readonly waiting: Cut<InstrumentRow>;
}

async function instrumentsOf(issuer: OfficeId, host: Host): Promise<OwnInstruments> {
  const inStatus = async (status: string): Promise<Cut<InstrumentRow>> =>
    readCut(mostOpenInstruments, async (limit) => host.views.instruments({ issuer, status, limit }));
  const [drafted, issued] = [await inStatus("drafted"), await inStatus("issued")];
  const waiting = { rows: [...drafted.rows, ...issued.rows], more: drafted.more || issued.more };
  return { followed: await inStatus("received"), waiting };
}

/** A list that is taken from one that was cut is cut, too. */
function cutAfter<Row>(source: Cut<unknown>, list: Cut<Row>): Cut<Row> {
  return { ...list, more: list.more || source.more };
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
