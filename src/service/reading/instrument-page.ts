/** An instrument's page. A draft is the procuracy's own; the addressee sees what was served or received. */

import type { Instant } from "../../base/day.ts";
import type { FindingId, InstrumentId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { streamName } from "../../domain/event.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import { sidesOf } from "../../domain/instruments/sides.ts";
import { instrumentFile } from "../../domain/instruments/clocks.ts";
import { handedOverReads, isHandedOver } from "../../domain/instruments/handed-over.ts";
import { findingsOf, type InstrumentState } from "../../domain/instruments/instrument.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { assess, type Obligation } from "../../law/detection/detection.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { findingSeen } from "./finding-page.ts";
import { type Opened, openReferences } from "./opened.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import { type SealedEntry, sealedEntries } from "./sealed-entries.ts";

export interface InstrumentPage {
  readonly state: InstrumentState;
  readonly version: number;
  readonly now: Instant;
  readonly entries: readonly SealedEntry[];
  /** The clocks of the addressee and of the procuracy itself. */
  readonly obligations: readonly Obligation[];
  /** What the reader may see of its findings; one that was taken out again is left out for the addressee. */
  readonly findings: ReadonlyMap<FindingId, FindingState>;
  readonly opened: Opened;
}

export async function instrumentPage(
  id: InstrumentId,
  reader: Reader,
  host: Host,
): Promise<Outcome<InstrumentPage, Refusal>> {
  const stream = streamName("instrument", id);
  const { states, streams, now } = await loadStates((known) => {
    const found = known.of("instrument", id);
    const findings = found === undefined ? [] : findingsOf(found);
    return [
      stream,
      ...findings.flatMap((each) => [streamName("finding", each), ...handedOverReads(known.of("finding", each))]),
    ];
  }, host);
  const state = states.of("instrument", id);
  if (state === undefined) return refused({ code: "unknown-instrument", at: "/instrument" });
  if (!(await mayReadInstrument(state, reader, host))) return refused(unseen(state));
  const findings = new Map<FindingId, FindingState>();
  for (const each of findingsOf(state)) {
    const shown = await findingSeen(each, states, { reader, host });
    if (shown !== undefined) findings.set(each, shown);
  }
  return done({
    state,
    version: streams.get(stream)?.version ?? 0,
    now,
    entries: await sealedEntries(stream, host),
    obligations: assess(instrumentFile(state), { today: reader.today }),
    findings,
    opened: await openReferences([state, ...findings.values()], { stream, abouts: sidesOf(state) }, reader, host),
  });
}

/** To a reader who may not see it, an instrument that is not handed over is as one that does not exist. */
export function unseen(state: InstrumentState): Refusal {
  return isHandedOver(state) ? { code: "not-permitted" } : { code: "unknown-instrument", at: "/instrument" };
}

async function mayReadInstrument(state: InstrumentState, reader: Reader, host: Host): Promise<boolean> {
  if (!isHandedOver(state)) return mayRead(reader, "read-unserved", state.issuer, host);
  for (const side of sidesOf(state)) if (await mayRead(reader, "read-instrument", side, host)) return true;
  return false;
}
