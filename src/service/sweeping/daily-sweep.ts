/**
 * Once a day every due day that passed is looked at. Any minute may begin it, go on with it, or make up for days on
 * which nothing ran: the log says how far the last run came, so two processes do no more than one.
 */

import { type Day, dayOf, type Instant, parseInstant } from "../../base/day.ts";
import { dueSweep, sweepId, sweepStream, sweptTo } from "../../domain/deadlines/sweeping.ts";
import { editionStreams } from "../../domain/editions/adoption.ts";
import type { Host } from "../host.ts";
import { lawStatus } from "../../domain/editions/law-status.ts";
import { type Looked, sealMissed } from "./missed-deadlines.ts";
import { systemScope, recordBySystem } from "../recording/system-recording.ts";
import type { Loaded } from "../ports.ts";
import { statesOf } from "../streams/states.ts";

/** When a run has done enough: the next minute goes on. */
interface Bounds {
  readonly milliseconds: number;
  readonly sealed: number;
}

const oneRun: Bounds = { milliseconds: 20_000, sealed: 5_000 };

const minute = 60_000;
/** After midnight in Vietnam, in milliseconds: who records late in the evening is done. */
const dueAfter = 5 * minute;
const missedAfter = 65 * minute;
const streams = [sweepStream, ...editionStreams];

/**
 * `at`: milliseconds since 1970, by the clock of who runs it. Nothing is missed before the database's clock says so,
 * too.
 */
export async function sweepDay(at: number, host: Host, bounds = oneRun): Promise<void> {
  const loaded = await host.load(streams);
  const opened = await host.log.checkpoint(1);
  if (opened === undefined || appliesOtherEdition(loaded, host)) return;
  const today = earlier(dayAt(at - dueAfter), dayOf(loaded.now));
  const due = dueSweep(stateOf(loaded), { today, openedOn: dayOf(opened.signedAt) });
  if (due === undefined) return;
  const { on, ...after } = due;
  const begun = host.clock();
  const isSpent = (sealed: number): boolean => sealed >= bounds.sealed || host.clock() - begun >= bounds.milliseconds;
  const looked = await sealMissed({ before: on, ...after, isSpent }, host);
  // A run that came no further has nothing to tell.
  if (looked.status === "complete" || looked.through !== due.after) await tell(looked, { on, before: loaded }, host);
}

interface Telling {
  readonly on: Day;
  /** As it was when the run began. */
  readonly before: Loaded;
}

/** Unless another process has told of this day meanwhile, or another edition of the law counts now. */
async function tell({ through }: Looked, { on, before }: Telling, host: Host): Promise<void> {
  const loaded = await host.load(streams);
  const version = versionOf(loaded, sweepStream);
  if (version !== versionOf(before, sweepStream) || appliesOtherEdition(loaded, host)) return;
  const data = { on, ...(through && { through }) };
  const events = [{ kind: "sweep", id: sweepId, event: { type: "deadlines-swept", data } }] as const;
  const reads = editionStreams.map((stream) => ({ stream, version: versionOf(loaded, stream) }));
  const scope = systemScope(`swept/v1\n${version}`);
  await recordBySystem({ events, loaded, actor: { system: "sweep" }, scope, reads }, host);
}

/** A program of another edition than the one that counts would say of its own due days that it looked at all. */
function appliesOtherEdition({ streams: loaded }: Loaded, { law }: Host): boolean {
  return lawStatus(statesOf(loaded), law).status === "other";
}

function versionOf(loaded: Loaded, stream: (typeof streams)[number]): number {
  return loaded.streams.get(stream)?.version ?? 0;
}

function stateOf(loaded: Pick<Loaded, "streams">) {
  return statesOf(loaded.streams).of("sweep", sweepId);
}

/** How the daily sweep is: for the operator. */
export interface SweepStatus {
  /** When a run was last told of; undefined: none was. */
  readonly lastAt: Instant | undefined;
  /** Due days before this day were all looked at. */
  readonly complete: Day | undefined;
  /** It should have been complete for more than an hour. */
  readonly missed: boolean;
}

/** `loaded` holds the sweep's stream; openedAt: when the log was first signed. */
export function sweepStatus(loaded: Pick<Loaded, "now" | "streams">, openedAt: Instant | undefined): SweepStatus {
  const state = stateOf(loaded);
  const today = dayAt(Date.parse(loaded.now) - missedAfter);
  const missed = openedAt !== undefined && sweptTo(state, dayOf(openedAt)) < today;
  return { lastAt: loaded.streams.get(sweepStream)?.at, complete: state?.complete, missed };
}

function dayAt(milliseconds: number): Day {
  const at = parseInstant(new Date(milliseconds).toISOString());
  if (at === undefined) throw new RangeError(`no clock shows ${milliseconds}`);
  return dayOf(at);
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
