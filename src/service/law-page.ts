/** What there is to say of the editions of the law: who proposed and adopted which, and what this program has. */

import { type EditionState, editionId, editionStream, editionStreams } from "../domain/editions/adoption.ts";
import type { EditionInput } from "../domain/editions/commands.ts";
import { type EditionOffer, offerOf } from "../domain/editions/offer.ts";
import { gather } from "./gather.ts";
import type { Host } from "./host.ts";
import { type LawStanding, lawStanding } from "./law-standing.ts";

export interface LawPage extends LawStanding, EditionState {
  /** The editions that this program has, oldest first. */
  readonly known: readonly EditionOffer[];
  /** Of the stream of the editions; 0: nothing was proposed. */
  readonly version: number;
}

export async function lawPage(host: Host): Promise<LawPage> {
  const { states, streams } = await gather(() => editionStreams, host);
  const { proposals, adoptions } = states.of("edition", editionId) ?? { proposals: [], adoptions: [] };
  const standing = lawStanding(states, host.law);
  const version = streams.get(editionStream)?.version ?? 0;
  return { ...standing, known: host.law.known.map(offerOf), proposals, adoptions, version };
}

/** The input as the service completes it: only what this program has can be proposed or adopted. */
export function withKnown(input: EditionInput, host: Host): EditionInput {
  return { ...input, known: host.law.known.map(offerOf) };
}
