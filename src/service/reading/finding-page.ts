/** The page of a finding, for a reader who may see it. */

import type { FindingId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { States } from "../../domain/command.ts";
import { streamName } from "../../domain/event.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { type Opened, openReferences } from "./opened.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import { type SealedEntry, sealedEntries } from "./sealed-entries.ts";

export interface FindingPage {
  readonly state: FindingState;
  readonly version: number;
  readonly entries: readonly SealedEntry[];
  readonly opened: Opened;
}

export async function findingPage(id: FindingId, reader: Reader, host: Host): Promise<Outcome<FindingPage, Refusal>> {
  const stream = streamName("finding", id);
  const { states, streams } = await loadStates(() => [stream], host);
  const state = states.of("finding", id);
  if (state === undefined) return refused({ code: "unknown-finding", at: "/finding" });
  if (!(await mayReadFinding(state, reader, host))) return refused({ code: "not-permitted" });
  const abouts = [state.office, state.procuracy];
  return done({
    state,
    version: streams.get(stream)?.version ?? 0,
    entries: await sealedEntries(stream, host),
    opened: await openReferences(state, { stream, abouts }, reader, host),
  });
}

/** Returns the finding, if there is one that the reader may see. */
export async function findingSeen(
  id: FindingId,
  states: States,
  { reader, host }: { readonly reader: Reader; readonly host: Host },
): Promise<FindingState | undefined> {
  const state = states.of("finding", id);
  return state !== undefined && (await mayReadFinding(state, reader, host)) ? state : undefined;
}

async function mayReadFinding({ office, procuracy }: FindingState, reader: Reader, host: Host): Promise<boolean> {
  const seen = await Promise.all(
    [office, procuracy].map(async (about) => mayRead(reader, "read-findings", about, host)),
  );
  return seen.includes(true);
}
