/**
 * The daily sweep looks at every due day that passed. Any minute may begin it, go on with it, or make up for days on
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

/** The bounds of one run; the next minute goes on. */
interface Bounds {
  readonly milliseconds: number;
  readonly sealed: number;
}

/** A run ends after 20 s, before the next minute, or after 5,000 entries, which one seal takes in under a second. */
const oneRun: Bounds = { milliseconds: 20_000, sealed: 5_000 };

const minute = 60_000;
/** Milliseconds after midnight in Vietnam: by then, acts recorded late in the evening are in. */
const dueAfter = 5 * minute;
/** Milliseconds: an hour after `dueAfter` no sweep has run, which /health then warns of. */
const missedAfter = 65 * minute;
const streams = [sweepStream, ...editionStreams];

/** Runs the sweep. `at` is the caller's clock in ms since 1970; the database's clock must agree that a day is over. */
export async function sweepDay(at: number, host: Host, bounds = oneRun): Promise<void> {
  const loaded = await host.load(streams);
  const opened = await host.log.beginning();
  if (opened === undefined || appliesOtherEdition(loaded, host)) return;
  const today = earlier(dayAt(at - dueAfter), dayOf(loaded.now));
  const due = dueSweep(stateOf(loaded), { today, openedOn: dayOf(opened) });
  if (due === undefined) return;
  const { on, ...after } = due;
  const begun = host.clock();
  const isSpent = (sealed: number): boolean => sealed >= bounds.sealed || host.clock() - begun >= bounds.milliseconds;
  const looked = await sealMissed({ before: on, ...after, isSpent }, host);
  // A run that came no further records nothing.
  if (looked.status === "complete" || looked.through !== due.after) await tell(looked, { on, before: loaded }, host);
}

interface Telling {
  readonly on: Day;
  /** The streams as they were when the run began. */
  readonly before: Loaded;
}

/** Records how far the run came, unless another process did meanwhile or another edition of the law counts now. */
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

/** A process that applies another edition would report its own due days as fully swept. */
function appliesOtherEdition({ streams: loaded }: Loaded, { law }: Pick<Host, "law">): boolean {
  return lawStatus(statesOf(loaded), law).status === "other";
}

function versionOf(loaded: Loaded, stream: (typeof streams)[number]): number {
  return loaded.streams.get(stream)?.version ?? 0;
}

function stateOf(loaded: Pick<Loaded, "streams">) {
  return statesOf(loaded.streams).of("sweep", sweepId);
}

/** The state of the daily sweep, for the operator. */
export interface SweepStatus {
  /** When a run was last recorded; absent when none was. */
  readonly lastAt: Instant | undefined;
  /** All due days before this day were looked at. */
  readonly complete: Day | undefined;
  /** The sweep should have been complete for more than an hour. */
  readonly missed: boolean;
}

/** `loaded` holds the sweep's stream; `openedAt` is when the log was first signed. */
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
