/** The lists of running clocks: a page of work shows the head of each, and a page of its own the whole. */

import { given } from "../../base/given.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { Series } from "../../law/series.ts";
import type { Host } from "../host.ts";
import type { Reader } from "../streams/reader.ts";
import type { DeadlineQuery } from "../views.ts";
import { type Cut, readCut } from "./cut.ts";
import { type RunningClock, runningClocks } from "./running-clocks.ts";

/**
 * own: what this office owes. awaited: what the Minister was asked. others: what is owed on instruments by the offices that this
 * procuracy supervises. answers and remedies: what this office owes on instruments, to reply and to carry out.
 */
export const clockLists = ["own", "awaited", "others", "answers", "remedies"] as const;
export type ClockList = (typeof clockLists)[number];

/** The time limits for remedying a violation, as opposed to replying. */
const remedies: readonly Series[] = ["PROTEST_COMPLY", "RECOMMENDATION_COMPLY", "REQUEST_COMPLY"];

type Clocks = Omit<DeadlineQuery, "limit" | "after">;

/** Says which clocks are in a list of this reader's; all of them run, and none is of an instrument that has ended. */
function clocksIn(list: ClockList, { acting, today }: Reader, supervised: readonly OfficeId[]): Clocks {
  const { office } = acting;
  const which = {
    own: { office, owner: "not-minister" },
    awaited: { office, owner: "minister" },
    others: { offices: supervised, of: "instrument" },
    answers: { office, of: "instrument", rules: { areNot: remedies } },
    remedies: { office, of: "instrument", rules: { are: remedies } },
  } as const satisfies Record<ClockList, Partial<Clocks>>;
  return { ...which[list], state: "open", running: true, today };
}

interface Listing {
  readonly reader: Reader;
  readonly host: Host;
  /** The offices that the reader's office supervises. */
  readonly supervised: readonly OfficeId[];
  readonly most: number;
}

/** Reads the head of a list, each clock with why its day is due. */
export async function clocksListed(
  list: ClockList,
  { reader, host, supervised, most }: Listing,
): Promise<Cut<RunningClock>> {
  const clocks = clocksIn(list, reader, supervised);
  const { rows, total } = await readCut(most, {
    read: async (limit) => host.views.deadlines({ ...clocks, limit }),
    count: async () => host.views.countDeadlines(clocks),
  });
  return { rows: await runningClocks(rows, reader, host), total };
}

export interface ClockPage {
  readonly rows: readonly RunningClock[];
  /** "<day>~<key>" after which the next page begins; absent on the last page. */
  readonly next: string | undefined;
}

/** Reads a page of a list, after the row that `after` names. */
export async function clocksAfter(
  list: ClockList,
  { reader, host, supervised, most, after }: Listing & { readonly after: string | undefined },
): Promise<ClockPage> {
  const clocks = clocksIn(list, reader, supervised);
  const rows = await host.views.deadlines({ ...clocks, ...given({ after }), limit: most });
  const last = rows.length < most ? undefined : rows.at(-1);
  return { rows: await runningClocks(rows, reader, host), next: last && `${last.day}~${last.key}` };
}

/** Counts the clocks of a list, up to `mostCounted` and one more. */
export async function clocksTotal(
  list: ClockList,
  { reader, host, supervised }: Omit<Listing, "most">,
): Promise<number> {
  return host.views.countDeadlines(clocksIn(list, reader, supervised));
}
