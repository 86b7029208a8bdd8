/** Who may change the law that counts: two law keepers. What only the system records: the log itself, its sweeps. */

import { commitment } from "../../field.ts";
import { evolveEdition, proposalOf, tellsSuperseded } from "../../editions/adoption.ts";
import { editionEvents, supersedingEvents } from "../../editions/events.ts";
import { isSameEdition } from "../../editions/offer.ts";
import { deadlineEvents, sweepEvents } from "../../deadlines/events.ts";
import type { EventOf } from "../../events.ts";
import { logEvents, originEvents } from "../../events.ts";
import type { AuthorityReason } from "../reasons.ts";
import { byActor, nobodys, type Place, type PlaceOf, rule } from "../rule.ts";
import { ownersKnown } from "./findings.ts";

const system = [] as const;

export const logRules = {
  "log-opened": rule(logEvents["log-opened"], {
    ways: system,
    system: { by: "opening", when: (_, { index }) => (index === 0 ? undefined : "system-may-not") },
    fold: ({ edition, editionDigest }, { known }) => {
      const digest = commitment.safeParse(editionDigest).data;
      known.opening = digest === undefined ? undefined : { edition, digest };
    },
  }),
  "journal-closed": rule(logEvents["journal-closed"], { ways: system, system: { by: "sweep" } }),
};

export const originRules = {
  "log-reopened": rule(originEvents["log-reopened"], {
    ways: system,
    system: {
      by: "reopening",
      when: ({ before }, { index }) => (before.size === index ? undefined : "system-may-not"),
    },
  }),
};

export const deadlineRules = {
  "deadline-missed": rule(deadlineEvents["deadline-missed"], {
    ways: system,
    system: {
      by: "sweep",
      when: ({ about, office, dueOn }, { day, known }) => {
        const owners = ownersKnown(about, known);
        if (owners === undefined) return "affair-unknown";
        if (!owners.includes(office)) return "affair-of-another-office";
        return dueOn < day ? undefined : "system-may-not";
      },
    },
  }),
};

export const sweepRules = {
  "deadlines-swept": rule(sweepEvents["deadlines-swept"], {
    ways: system,
    system: { by: "sweep", when: ({ on }, { day }) => (on <= day ? undefined : "system-may-not") },
  }),
};

export const supersedingRules = {
  "due-days-moved": rule(supersedingEvents["due-days-moved"], {
    ways: system,
    system: {
      by: "sweep",
      when: ({ from, to }, { known }) => {
        const isAdopted = known.edition?.adoptions.some(
          (each) => isSameEdition(each, to) && each.supersedes !== undefined && isSameEdition(each.supersedes, from),
        );
        return isAdopted === true ? undefined : "system-may-not";
      },
    },
  }),
};

export const editionRules = {
  "law-proposed": rule(editionEvents["law-proposed"], {
    ways: [{ command: "propose-edition", about: nobodys, asks: byActor }],
    fold: (data, at) => foldEdition({ type: "law-proposed", data }, at),
  }),
  "law-adopted": rule(editionEvents["law-adopted"], {
    ways: [{ command: "adopt-edition", about: nobodys, asks: adoptingReason }],
    fold: (data, at) => foldEdition({ type: "law-adopted", data }, at),
  }),
};

type Adopted = Extract<EventOf<"edition">, { type: "law-adopted" }>["data"];

/** adoptingReason looks for the proposal by its actor, because what an entry says of another is only its word. */
function adoptingReason(data: Adopted, at: PlaceOf): AuthorityReason | undefined {
  const proposal = proposalOf(at.known.edition, data);
  const isByTwo = proposal !== undefined && proposal.by === data.proposedBy && proposal.by !== at.actor.person;
  const counting = at.known.edition?.adoptions.at(-1) ?? at.known.opening;
  const isTold = tellsSuperseded(data, counting);
  return byActor(data, at) ?? (isByTwo ? undefined : "not-by-two") ?? (isTold ? undefined : "superseded-differs");
}

function foldEdition(event: EventOf<"edition">, { known, day }: Place): void {
  known.edition = evolveEdition(known.edition, event, { recordedOn: day });
}
