/**
 * Which edition of the law counts. Until two persons have adopted one, it is the edition that entry 0 names: nobody has
 * answered for it, and whoever asks is told so.
 */

import type { Day } from "../../base/day.ts";
import type { States } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import type { EventOf } from "../events.ts";
import { commitment } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";
import { type EditionName, isSameEdition } from "./offer.ts";

type Data<Type> = Extract<EventOf<"edition">, { type: Type }>["data"];
export type EditionProposal = Data<"law-proposed"> & { readonly on: Day };
export type Adoption = Data<"law-adopted"> & { readonly on: Day };

export interface EditionState {
  /** Those that nobody has adopted, oldest first. */
  readonly proposals: readonly EditionProposal[];
  /** Oldest first; the last one counts. */
  readonly adoptions: readonly Adoption[];
}

export const editionId = "law";
export const editionStream = streamName("edition", editionId);

/** What says which edition counts. */
export const editionStreams: readonly StreamName[] = [editionStream, streamName("log", "log")];

export interface Counting extends EditionName {
  /** opening: only entry 0 names it; adoption: two persons adopted it. */
  readonly by: "opening" | "adoption";
}

/** Undefined: the log is not open. */
export function countingEdition(states: States): Counting | undefined {
  const adopted = states.of("edition", editionId)?.adoptions.at(-1);
  if (adopted !== undefined) return { edition: adopted.edition, digest: adopted.digest, by: "adoption" };
  const log = states.of("log", "log");
  return log && { edition: log.edition, digest: commitment.parse(log.editionDigest), by: "opening" };
}

export function proposalOf(state: EditionState | undefined, name: EditionName): EditionProposal | undefined {
  return state?.proposals.find((each) => isSameEdition(each, name));
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
  must(proposal?.by === event.data.proposedBy, event.type, "nobody, or somebody else, proposed that edition");
  must(proposal?.by !== event.data.by, event.type, "who proposed it adopted it");
  const last = adoptions.at(-1);
  must(last === undefined || last.edition < event.data.edition, event.type, "a later edition was adopted before");
  // An older one that is still proposed can never be adopted any more.
  const later = proposals.filter(({ edition }) => edition > event.data.edition);
  return { proposals: later, adoptions: [...adoptions, { ...event.data, on: recordedOn }] };
}

function must(holds: boolean, type: string, why: string): void {
  if (!holds) throw new ImpossibleEvent(type, why);
}
