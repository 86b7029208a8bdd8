/** The page of the editions of the law: who proposed and adopted which, and which ones this program has. */

import { type EditionState, editionId, editionStream, editionStreams } from "../../domain/editions/adoption.ts";
import type { States } from "../../domain/command.ts";
import type { EditionInput } from "../../domain/editions/commands.ts";
import { type EditionOffer, offerOf } from "../../domain/editions/offer.ts";
import {
  type Superseding,
  supersedes,
  supersedingId,
  type SupersedingState,
} from "../../domain/editions/superseding.ts";
import { type StreamName, streamName } from "../../domain/event.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { type LawStatus, lawStatus } from "../../domain/editions/law-status.ts";

export interface LawPage extends LawStatus, EditionState {
  /** For each adoption that replaced an edition: how far the sweep has come with the due days that changed. */
  readonly superseding: readonly SupersedingState[];
  /** The editions that this program has, oldest first. */
  readonly known: readonly EditionOffer[];
  /** The version of the editions' stream; 0 when nothing was proposed. */
  readonly version: number;
}

export async function lawPage(host: Host): Promise<LawPage> {
  const { states, streams } = await loadStates((known) => [...editionStreams, ...supersedingStreams(known)], host);
  const { proposals, adoptions } = states.of("edition", editionId) ?? { proposals: [], adoptions: [] };
  const standing = lawStatus(states, host.law);
  const superseding = adoptions.filter(supersedes).map((adoption) => toldOf(adoption, states));
  const version = streams.get(editionStream)?.version ?? 0;
  return { ...standing, known: host.law.known.map(offerOf), proposals, adoptions, superseding, version };
}

function supersedingStreams(states: States): readonly StreamName[] {
  const adoptions = states.of("edition", editionId)?.adoptions ?? [];
  return adoptions.filter(supersedes).map((adoption) => streamName("superseding", supersedingId(adoption)));
}

/** An adoption that no sweep has come to yet begins at nothing. */
function toldOf(adoption: Superseding, states: States): SupersedingState {
  const { edition, digest, supersedes: from } = adoption;
  const none = { from, to: { edition, digest }, files: 0, moved: 0, complete: false };
  return states.of("superseding", supersedingId(adoption)) ?? none;
}

/** Completes the input: only an edition that this program has can be proposed or adopted. */
export function withKnown(input: EditionInput, host: Host): EditionInput {
  return { ...input, known: host.law.known.map(offerOf) };
}
