/** What takes two administrators: who may propose, adopt, refuse and withdraw a change of the directory, and what an adoption makes. */

import { given } from "../../../base/given.ts";
import { formatId, type Id, type PersonId } from "../../../base/ids.ts";
import type { NewEvent } from "../../command.ts";
import { adoptionRefusal } from "../../offices/changes/adopting.ts";
import type { ProposalId } from "../../offices/changes/change.ts";
import { changeRefusal, changeMade } from "../../offices/changes/change-rule.ts";
import { evolveDirectory, knownProposal } from "../../offices/changes/directory-state.ts";
import { directoryEvents } from "../../offices/changes/events.ts";
import type { Administering } from "../../offices/directory-states.ts";
import type { EventOf } from "../../events.ts";
import type { Refusal, RefusalCode } from "../../refusal.ts";
import type { AuthorityReason } from "../reasons.ts";
import { byActor, nobodys, type Place, type PlaceOf, rule } from "../rule.ts";

export const directoryRules = {
  "administrators-named": rule(directoryEvents["administrators-named"], {
    ways: [],
    system: {
      by: "opening",
      when: (_, { index, known: { founding } }) => (founding?.at === index - 1 ? undefined : "system-may-not"),
    },
    named: () => "administrators-named",
    fold: (data, at) => {
      foldDirectory({ type: "administrators-named", data }, at);
      at.known.founding = undefined;
    },
  }),
  "change-proposed": rule(directoryEvents["change-proposed"], {
    ways: [
      {
        command: "propose-change",
        about: nobodys,
        asks: (data, at) => byActor(data, at) ?? reasonOfRefusal(changeRefusal(data.change, administering(at))),
      },
    ],
    fold: (data, at) => foldDirectory({ type: "change-proposed", data }, at),
  }),
  "change-adopted": rule(directoryEvents["change-adopted"], {
    ways: [{ command: "adopt-change", about: nobodys, asks: adoptingChangeReason }],
    leads: ({ proposal, by, proposedBy }, at) => {
      const change = knownProposal(at.known.directory, proposal)?.change;
      // The id of a key is made at the adoption, so the name leaves it out.
      const context = { today: at.day, newId: <T extends Id<string>>() => formatId<T>(new Uint8Array(16)) };
      return change === undefined ? {} : { owed: [nameOfMade(changeMade(change, { by, proposedBy }, context))] };
    },
    fold: (data, at) => foldDirectory({ type: "change-adopted", data }, at),
  }),
  "change-refused": rule(directoryEvents["change-refused"], {
    ways: [
      {
        command: "refuse-change",
        about: nobodys,
        asks: (data, at) => byActor(data, at) ?? (proposerOf(data, at) === data.by ? "not-by-two" : undefined),
      },
    ],
    fold: (data, at) => foldDirectory({ type: "change-refused", data }, at),
  }),
  "change-withdrawn": rule(directoryEvents["change-withdrawn"], {
    ways: [
      {
        command: "withdraw-change",
        about: nobodys,
        asks: (data, at) => byActor(data, at) ?? (proposerOf(data, at) === data.by ? undefined : "actor-differs"),
      },
    ],
    fold: (data, at) => foldDirectory({ type: "change-withdrawn", data }, at),
  }),
};

function adoptingChangeReason(
  data: Extract<EventOf<"directory">, { type: "change-adopted" }>["data"],
  at: PlaceOf,
): AuthorityReason | undefined {
  const proposal = knownProposal(at.known.directory, data.proposal);
  if (proposal === undefined || proposal.by !== data.proposedBy) return byActor(data, at) ?? "not-by-two";
  return byActor(data, at) ?? reasonOfRefusal(adoptionRefusal(proposal, data, administering(at)));
}

function proposerOf({ proposal }: { readonly proposal: ProposalId }, { known }: Place): PersonId | undefined {
  return knownProposal(known.directory, proposal)?.by;
}

export function administering({ states, day, actor }: PlaceOf): Administering {
  return { states, today: day, acting: { person: actor.person } };
}

const reasons: Partial<Record<RefusalCode, AuthorityReason>> = {
  "given-to-oneself": "to-oneself",
  "unknown-office": "office-not-open",
  "office-closed": "office-not-open",
  "role-not-taken": "role-not-of-office",
  "wrong-addressee": "office-may-not",
  "day-in-past": "backdated",
  "second-person-needed": "not-by-two",
  "proposal-outdated": "not-by-two",
  "too-few-administrators": "too-few-administrators",
};

/** reasonOfRefusal gives the refusal of a command as a reason: what is not about authority, the directory could not take. */
export function reasonOfRefusal(refusal: Refusal | undefined): AuthorityReason | undefined {
  return refusal && (reasons[refusal.code] ?? "directory-contradicts");
}

/** changeName names what an adoption makes by all that it says. */
export function changeName(type: string, id: string, data: object): string {
  return `${type} ${id} ${JSON.stringify(Object.entries(given(data)).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`;
}

function nameOfMade({ id, event: { type, data } }: NewEvent): string {
  const { key: _, ...said } = { key: undefined, ...data };
  return changeName(type, id, said);
}

function foldDirectory(event: EventOf<"directory">, { known, day }: Place): void {
  known.directory = evolveDirectory(known.directory, event, { recordedOn: day });
}
