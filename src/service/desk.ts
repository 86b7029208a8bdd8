/**
 * What a procurator finds on the desk today: the procuracy's own clocks first (promise 4), new replies, what the machine
 * found and nobody has judged (violations and hints apart), and what the addressees of its instruments owe by now.
 */

import type { OfficeId } from "../base/ids.ts";
import type { Host } from "./host.ts";
import type { DeadlineRow, InstrumentRow } from "./views.ts";
import type { Reader } from "./read.ts";
import { supervisedOffices } from "./supervised.ts";

export interface Desk {
  readonly own: readonly DeadlineRow[];
  readonly replies: readonly InstrumentRow[];
  readonly violations: readonly DeadlineRow[];
  readonly hints: readonly DeadlineRow[];
  readonly overdue: readonly DeadlineRow[];
}

export async function deskOf(reader: Reader, host: Host, limit: number): Promise<Desk> {
  const { acting, today } = reader;
  const supervised = await supervisedOffices(reader, host);
  const found = { offices: [...supervised, acting.office], state: "breached", unjudged: true, today, limit } as const;
  return {
    own: await host.views.deadlines({ office: acting.office, state: "open", today, limit }),
    replies: (await instrumentsIssued(acting.office, host)).filter(isReplied).toSorted(lastReplyFirst).slice(0, limit),
    violations: await host.views.deadlines({ ...found, weight: "violation" }),
    hints: await host.views.deadlines({ ...found, weight: "hint" }),
    overdue: await host.views.deadlines({ offices: supervised, of: "instrument", state: "overdue", today, limit }),
  };
}

/** What the machine found at the offices that this procuracy supervises, and at the procuracy itself. */
export async function detectionsFor(
  reader: Reader,
  query: {
    readonly office?: OfficeId | undefined;
    readonly weight?: DeadlineRow["weight"] | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
  host: Host,
): Promise<readonly DeadlineRow[]> {
  const { acting, today } = reader;
  const { office, weight, after, limit } = query;
  const mine = [...(await supervisedOffices(reader, host)), acting.office];
  return host.views.deadlines({
    offices: office === undefined ? mine : mine.filter((each) => each === office),
    state: "breached",
    unjudged: true,
    today,
    limit,
    ...(weight === undefined ? {} : { weight }),
    ...(after === undefined ? {} : { after }),
  });
}

const mostOpenInstruments = 500;

async function instrumentsIssued(issuer: OfficeId, host: Host): Promise<readonly InstrumentRow[]> {
  return host.views.instruments({ issuer, status: "received", limit: mostOpenInstruments });
}

function isReplied({ repliedOn, verified, findings }: InstrumentRow): boolean {
  return repliedOn !== undefined && verified < findings;
}

function lastReplyFirst(a: InstrumentRow, b: InstrumentRow): number {
  return (b.repliedOn ?? "").localeCompare(a.repliedOn ?? "");
}
