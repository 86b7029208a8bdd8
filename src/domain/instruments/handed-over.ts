/**
 * What is handed over. Until an instrument was served on its addressee or received by it, the instrument and its findings are the
 * procuracy's own affair: their notes, reasons, seriousness, and that there is a draft. A dismissal and a merging never are
 * anybody else's. Every list, page, entry and command asks here (src/README.md#access).
 */

import { fieldOf } from "../../base/unknown-json.ts";
import type { InstrumentId } from "../../base/ids.ts";
import type { States } from "../command.ts";
import type { Role, StreamName } from "../event.ts";
import { streamName } from "../event.ts";
import type { FindingState, TakenFinding } from "../findings/finding.ts";
import type { Relation } from "../offices/jurisdiction.ts";
import { mayDo } from "../permission.ts";
import { type InstrumentState, isSent, type SentInstrument } from "./instrument.ts";

/** isHandedOver is true once the addressee has had the instrument; one withdrawn before that stays the procuracy's own affair. */
export function isHandedOver(state: InstrumentState): state is SentInstrument {
  return isSent(state) && (state.service !== undefined || state.receipt !== undefined);
}

/** isFindingHandedOver asks for the instrument in which the finding stands now: one that it was taken out of speaks of it no more. */
export function isFindingHandedOver(finding: FindingState, states: States): finding is TakenFinding {
  const instrument = instrumentOf(finding);
  const holding = instrument && states.of("instrument", instrument);
  return holding !== undefined && isHandedOver(holding);
}

/** handedOverReads names the stream that isFindingHandedOver looks at. */
export function handedOverReads(finding: FindingState | undefined): readonly StreamName[] {
  const instrument = finding && instrumentOf(finding);
  return instrument === undefined ? [] : [streamName("instrument", instrument)];
}

function instrumentOf(finding: FindingState): InstrumentId | undefined {
  return finding.status === "in-instrument" ? finding.instrument : undefined;
}

/** How much of the findings of a procuracy about an office somebody sees. */
export type Sight = "all" | "handed-over" | "none";

/** The relations of a reader's office to the accused office and, where one is known, to the procuracy that judged. */
interface Standing {
  readonly office: Relation;
  readonly procuracy?: Relation;
}

export function sightOf(roles: readonly Role[], { office, procuracy }: Standing): Sight {
  const standings = procuracy === undefined ? [office] : [office, procuracy];
  if (standings.some((standing) => mayDo(roles, "read-unserved", standing))) return "all";
  return mayDo(roles, "read-findings", office) ? "handed-over" : "none";
}

/** findingShown returns what a reader with this sight sees of a finding: the accused sees no merging. */
export function findingShown(finding: FindingState, sight: Sight, states: States): FindingState | undefined {
  if (sight === "all") return finding;
  return sight === "handed-over" && isFindingHandedOver(finding, states) ? { ...finding, merged: [] } : undefined;
}

/** isEventShown says the same of one event in the stream of a finding that is handed over. */
export function isEventShown({ type, data }: { readonly type: string; readonly data: unknown }, finding: TakenFinding) {
  if (type === "finding-put-in") return fieldOf(data, "instrument") === finding.instrument;
  return type === "violation-confirmed" || type === "seriousness-assessed";
}
