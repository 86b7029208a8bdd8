/** One law keeper proposes an edition, another adopts it; this program must have it word for word. */

import { z } from "zod";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Command, Context } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import { editionId, editionStreams, proposalOf } from "./adoption.ts";
import { countingEdition } from "./counting-edition.ts";
import { editionFields } from "./events.ts";
import { type EditionName, type EditionOffer, isSameEdition } from "./offer.ts";

const body = z.strictObject(editionFields);

/** The service adds `known`, the editions that this program has. A request cannot hold it, because unknown fields are refused. */
export interface EditionInput extends EditionName {
  readonly known?: readonly EditionOffer[];
}

const input: z.ZodType<EditionInput> = body;

export const proposeEdition: Command<EditionInput, "propose-edition"> = {
  name: "propose-edition",
  input,
  reads: () => editionStreams,
  about: () => undefined,
  decide: (asked, { states, acting }) => {
    const offer = asked.known?.find((each) => isSameEdition(each, asked));
    if (offer === undefined) return refused(unknownEdition(asked));
    const refusal = outdated(states, asked);
    if (refusal !== undefined) return refused(refusal);
    if (proposalOf(states.of("edition", editionId), asked) !== undefined)
      return refused({ code: "already-exists", at: "/digest" });
    const data = { ...offer, by: acting.person };
    return done({ events: [{ kind: "edition", id: editionId, event: { type: "law-proposed", data } }] });
  },
};

export const adoptEdition: Command<EditionInput, "adopt-edition"> = {
  name: "adopt-edition",
  input,
  reads: () => editionStreams,
  about: () => undefined,
  decide: (asked, context) => {
    const adopted = adoptionOf(asked, context);
    if (!adopted.ok) return adopted;
    return done({ events: [{ kind: "edition", id: editionId, event: { type: "law-adopted", data: adopted.value } }] });
  },
};

function adoptionOf({ known = [], ...asked }: EditionInput, { states, acting }: Context) {
  const { edition, digest } = asked;
  if (!known.some((each) => isSameEdition(each, asked))) return refused<Refusal>(unknownEdition(asked));
  const refusal = outdated(states, asked);
  if (refusal !== undefined) return refused(refusal);
  const proposal = proposalOf(states.of("edition", editionId), asked);
  if (proposal === undefined) return refused<Refusal>({ code: "edition-not-proposed", at: "/edition" });
  if (proposal.by === acting.person) return refused<Refusal>({ code: "second-person-needed" });
  const data = { edition, digest, proposedBy: proposal.by, by: acting.person };
  const superseded = supersededBy({ known, ...asked }, states);
  if (!superseded.ok) return superseded;
  return done(superseded.value === undefined ? data : { ...data, supersedes: superseded.value });
}

/** supersededBy returns the edition that counted until now, unless it is the same. What moves is told under both editions, so this program must have that one too. */
function supersededBy(
  { known = [], ...asked }: EditionInput,
  states: Context["states"],
): Outcome<EditionName | undefined, Refusal> {
  const counting = countingEdition(states);
  if (counting === undefined || isSameEdition(counting, asked)) return done(undefined);
  const { edition, digest } = counting;
  if (!known.some((each) => isSameEdition(each, counting))) return refused(unknownEdition(counting, "/supersedes"));
  return done({ edition, digest });
}

/** outdated refuses an edition whose number is not higher: even a return to an earlier text takes the next number. */
function outdated(states: Context["states"], asked: EditionName): Refusal | undefined {
  const counting = countingEdition(states);
  if (counting === undefined || counting.edition < asked.edition) return undefined;
  if (!isSameEdition(counting, asked))
    return { code: "edition-outdated", at: "/edition", detail: { counting: counting.edition } };
  return counting.by === "adoption" ? { code: "nothing-to-change", at: "/edition" } : undefined;
}

function unknownEdition({ edition }: EditionName, at = "/digest"): Refusal {
  return { code: "unknown-edition", at, detail: { edition } };
}
