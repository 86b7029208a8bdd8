/** The page of a finding, for a reader who may see it. */

import type { FindingId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { States } from "../../domain/command.ts";
import { streamName } from "../../domain/event.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import {
  findingShown,
  handedOverReads,
  isEventShown,
  isFindingHandedOver,
} from "../../domain/instruments/handed-over.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { type Opened, openReferences } from "./opened.ts";
import type { Reader } from "../streams/reader.ts";
import { type SealedEntry, type SealedEvent, sealedEntries } from "./sealed-entries.ts";
import { findingSight } from "./sight.ts";

export interface FindingPage {
  readonly state: FindingState;
  readonly version: number;
  readonly entries: readonly SealedEntry[];
  readonly opened: Opened;
}

export async function findingPage(id: FindingId, reader: Reader, host: Host): Promise<Outcome<FindingPage, Refusal>> {
  const stream = streamName("finding", id);
  const { states, streams } = await loadStates((known) => [stream, ...handedOverReads(known.of("finding", id))], host);
  const finding = states.of("finding", id);
  if (finding === undefined) return refused(unknownFinding);
  const sight = await findingSight(finding, reader, host);
  const state = findingShown(finding, sight, states);
  // The id follows from the time limit (finding-id.ts), so the accused could ask whether there is a finding, or have a stranger ask.
  if (state === undefined)
    return refused(isFindingHandedOver(finding, states) ? { code: "not-permitted" } : unknownFinding);
  const abouts = [state.office, state.procuracy];
  const isShown = (event: SealedEvent) =>
    sight === "all" || (state.status === "in-instrument" && isEventShown(event, state));
  const entries = await sealedEntries(stream, host, isShown);
  return done({
    state,
    version: sight === "all" ? (streams.get(stream)?.version ?? 0) : (entries.at(-1)?.version ?? 0),
    entries,
    opened: await openReferences(state, { stream, abouts }, reader, host),
  });
}

const unknownFinding = { code: "unknown-finding", at: "/finding" } as const;

/** Returns what the reader may see of the finding; `states` hold what `handedOverReads` names. */
export async function findingSeen(
  id: FindingId,
  states: States,
  { reader, host }: { readonly reader: Reader; readonly host: Host },
): Promise<FindingState | undefined> {
  const state = states.of("finding", id);
  return state && findingShown(state, await findingSight(state, reader, host), states);
}
