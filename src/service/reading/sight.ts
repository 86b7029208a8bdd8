/** How much of findings a reader sees, which is decided by what was handed over (domain/instruments/handed-over.ts). */

import type { OfficeId } from "../../base/ids.ts";
import { type Sight, sightOf } from "../../domain/instruments/handed-over.ts";
import { officesBehind } from "../../domain/offices/directory.ts";
import { relation } from "../../domain/offices/jurisdiction.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { type Reader, relationTo } from "../streams/reader.ts";
import type { RuleCounts } from "../views.ts";

interface Judged {
  /** The accused office. */
  readonly office: OfficeId;
  readonly procuracy?: OfficeId;
}

export async function findingSight({ office, procuracy }: Judged, reader: Reader, host: Host): Promise<Sight> {
  const toOffice = await relationTo(reader, office, host);
  if (procuracy === undefined) return sightOf(reader.acting.roles, { office: toOffice });
  return sightOf(reader.acting.roles, { office: toOffice, procuracy: await relationTo(reader, procuracy, host) });
}

export interface SightedOffices {
  /** The offices all of whose judged detections the reader sees. */
  readonly all: readonly OfficeId[];
  /** Those of which the reader sees what was handed over. */
  readonly handedOver: readonly OfficeId[];
}

/** The part of a query of findings that selects what the reader sees; undefined offices are every office, which an auditor sees. */
export async function sighted(offices: readonly OfficeId[] | undefined, reader: Reader, host: Host) {
  if (offices === undefined) return {};
  const { all, handedOver } = await sightedOffices(offices, reader, host);
  return { offices: all, handedOverOf: handedOver };
}

/** Parts the offices of a list by what the reader sees of the judgments about them. */
export async function sightedOffices(
  offices: readonly OfficeId[],
  reader: Reader,
  host: Host,
): Promise<SightedOffices> {
  const { acting, today } = reader;
  const { states } = await loadStates((known) => officesBehind(known, [...offices, acting.office]), host);
  const sightOn = (office: OfficeId): Sight =>
    sightOf(acting.roles, { office: relation(office, acting.office, { states, day: today }) });
  const having = (sight: Sight) => offices.filter((office) => sightOn(office) === sight);
  return { all: having("all"), handedOver: having("handed-over") };
}

interface Counted {
  readonly offices: readonly OfficeId[];
  readonly since?: string;
}

/** Counts detections by rule, of each office as far as the reader sees the judgments about it. */
export async function detectionCounts(
  { offices, ...query }: Counted,
  reader: Reader,
  host: Host,
): Promise<readonly RuleCounts[]> {
  const { all, handedOver } = await sightedOffices(offices, reader, host);
  const { today } = reader;
  const counts = [
    ...(all.length === 0 ? [] : await host.views.countDetections({ ...query, offices: all, today })),
    ...(handedOver.length === 0
      ? []
      : await host.views.countDetections({ ...query, offices: handedOver, today, handedOver: true })),
  ];
  const rules = Map.groupBy(counts, ({ rule }) => rule);
  return [...rules.values()].flatMap(summed).toSorted((one, other) => (one.rule < other.rule ? -1 : 1));
}

function summed([first, ...others]: readonly RuleCounts[]): readonly RuleCounts[] {
  if (first === undefined) return [];
  return [others.reduce(plus, first)];
}

function plus(a: RuleCounts, b: RuleCounts): RuleCounts {
  return {
    rule: a.rule,
    confirmed: a.confirmed + b.confirmed,
    merged: a.merged + b.merged,
    dismissed: a.dismissed + b.dismissed,
    pending: a.pending + b.pending,
    pendingHints: a.pendingHints + b.pendingHints,
  };
}
