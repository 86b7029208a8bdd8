/**
 * Proposes an instrument for chosen findings: an item for each rule and version, with how many files have it and how
 * often the duty arose (n of N), the office to address, and the kind of instrument that their seriousness calls for.
 */

import { addDays } from "../../base/day.ts";
import type { FindingId, OfficeId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { type ConfirmedFinding, seriousnessOf, type TakenFinding } from "../../domain/findings/finding.ts";
import type { Drafted } from "../../domain/instruments/instrument.ts";
import { handedOverReads } from "../../domain/instruments/handed-over.ts";
import { proposedInstrument } from "../../domain/instruments/proposal.ts";
import { officesBehind, successorOf } from "../../domain/offices/directory.ts";
import { findingSeen } from "./finding-page.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import type { Reader } from "../streams/reader.ts";

export interface ProposedItem {
  readonly rule: string;
  readonly version: string;
  readonly findings: readonly FindingId[];
  /** Files with such a finding among the chosen ones. */
  readonly n: number;
  /** How often the duty arose at this office, as far as this log knows. */
  readonly arose: number;
}

export interface Proposal {
  readonly items: readonly ProposedItem[];
  readonly addressee: OfficeId | undefined;
  /** Absent while the seriousness of a finding is not assessed. */
  readonly kind: Drafted["kind"] | undefined;
}

type Confirmed = ConfirmedFinding | TakenFinding;

export async function proposalFor(ids: readonly FindingId[], reader: Reader, host: Host): Promise<Proposal> {
  const { today } = reader;
  const { states } = await loadStates((known) => {
    const offices = ids.flatMap((id) => known.of("finding", id)?.office ?? []);
    const named = ids.flatMap((id) => [streamName("finding", id), ...handedOverReads(known.of("finding", id))]);
    return [...named, ...officesBehind(known, [...new Set(offices)])];
  }, host);
  const seen = await Promise.all(ids.map(async (id) => findingSeen(id, states, { reader, host })));
  const findings = seen.flatMap((state) =>
    state?.status === "confirmed" || state?.status === "in-instrument" ? [state] : [],
  );
  const [first] = findings;
  if (first === undefined) return { items: [], addressee: undefined, kind: undefined };
  const groups = [...Map.groupBy(findings, ({ rule, version }) => `${rule} ${version}`).values()];
  const items = await Promise.all(groups.map(async (group) => itemOf(group, { office: first.office, today, host })));
  return { items: items.flat(), addressee: successorOf(states, first.office, today), kind: proposedKind(findings) };
}

async function itemOf(
  group: readonly Confirmed[],
  { office, today, host }: { readonly office: OfficeId; readonly today: Reader["today"]; readonly host: Host },
): Promise<readonly ProposedItem[]> {
  const [first] = group;
  if (first === undefined) return [];
  const { rule, version } = first;
  const counted = await host.views.countBreaches({ office, rule, from: "1900-01-01", until: addDays(today, 1), today });
  const n = new Set(group.map(({ about }) => `${about.kind}/${about.id}`)).size;
  return [{ rule, version, findings: group.map(({ finding }) => finding), n, arose: counted.of }];
}

/** A single serious finding calls for a protest (law 63/2014 Art.5). */
function proposedKind(findings: readonly Confirmed[]): Proposal["kind"] {
  const seriousness = findings.map(seriousnessOf);
  if (seriousness.includes(undefined)) return undefined;
  return proposedInstrument(seriousness.includes("serious") ? "serious" : "less-serious");
}
