/** The editions of the law that were proposed, and those that two persons adopted. */

import type { Day } from "../../base/day.ts";
import { type StreamName, streamName } from "../event.ts";
import type { EventOf } from "../events.ts";
import { must } from "../impossible.ts";
import { type EditionName, isSameEdition } from "./offer.ts";

type Data<Type> = Extract<EventOf<"edition">, { type: Type }>["data"];
export type EditionProposal = Data<"law-proposed"> & { readonly on: Day };
export type Adoption = Data<"law-adopted"> & { readonly on: Day };

export interface EditionState {
  /** Oldest first; an edition leaves this list when it, or a later one, is adopted. */
  readonly proposals: readonly EditionProposal[];
  /** Oldest first; the last one counts. */
  readonly adoptions: readonly Adoption[];
}

export const editionId = "law";
export const editionStream = streamName("edition", editionId);

/** The streams that say which edition counts. */
export const editionStreams: readonly StreamName[] = [editionStream, streamName("log", "log")];

export function proposalOf(state: EditionState | undefined, name: EditionName): EditionProposal | undefined {
  return state?.proposals.find((each) => isSameEdition(each, name));
}

/** tellsSuperseded says whether an adoption names the edition that counted before it, unless that is the same one. */
export function tellsSuperseded(
  adopted: EditionName & { readonly supersedes?: EditionName | undefined },
  counting: EditionName | undefined,
): boolean {
  const { supersedes } = adopted;
  if (counting === undefined || isSameEdition(counting, adopted)) return supersedes === undefined;
  return supersedes !== undefined && isSameEdition(counting, supersedes);
}

export function evolveEdition(
  state: EditionState | undefined,
  event: EventOf<"edition">,
  { recordedOn }: { readonly recordedOn: Day },
): EditionState {
  const { proposals, adoptions } = state ?? { proposals: [], adoptions: [] };
  const proposal = proposalOf(state, event.data);
  if (event.type === "law-proposed") {
    must(proposal === undefined, event.type, "that edition is proposed already");
    return { proposals: [...proposals, { ...event.data, on: recordedOn }], adoptions };
  }
  must(proposal?.by === event.data.proposedBy, event.type, "that person did not propose that edition");
  must(proposal?.by !== event.data.by, event.type, "one person proposed and adopted it");
  const last = adoptions.at(-1);
  must(last === undefined || last.edition < event.data.edition, event.type, "a later edition was adopted before");
  // An older proposal can never be adopted any more, so it is dropped.
  const later = proposals.filter(({ edition }) => edition > event.data.edition);
  return { proposals: later, adoptions: [...adoptions, { ...event.data, on: recordedOn }] };
}
