/** The proposals that are open, and everybody who was ever made an administrator. */

import { addDays, type Day } from "../../../base/day.ts";
import type { PersonId } from "../../../base/ids.ts";
import { streamName } from "../../event.ts";
import type { EventOf } from "../../events.ts";
import { ImpossibleEvent, must } from "../../impossible.ts";
import { digestOf, type ProposalId } from "./change.ts";

type Data<Type> = Extract<EventOf<"directory">, { type: Type }>["data"];

export interface ChangeProposal extends Data<"change-proposed"> {
  readonly on: Day;
}

export interface DirectoryState {
  /** Oldest first. One that is past its days stays in the list until the next event of the stream. */
  readonly proposals: readonly ChangeProposal[];
  /** Whether they still administer, their own streams say (`lastingAdministrators`). */
  readonly administrators: readonly PersonId[];
}

export const directoryId = "directory";
export const directoryStream = streamName("directory", directoryId);

/** Days in which a proposal can be adopted: a month of holidays and of absences, and no proposal that everybody forgot. */
const openDays = 30;

/** expiresOn returns the first day on which the proposal can no longer be adopted. */
export function expiresOn({ on }: Pick<ChangeProposal, "on">): Day {
  return addDays(on, openDays);
}

export function knownProposal(state: DirectoryState | undefined, proposal: ProposalId): ChangeProposal | undefined {
  return state?.proposals.find((each) => each.proposal === proposal);
}

export function openProposals(state: DirectoryState | undefined, today: Day): readonly ChangeProposal[] {
  return state?.proposals.filter((each) => today < expiresOn(each)) ?? [];
}

export function evolveDirectory(
  state: DirectoryState | undefined,
  event: EventOf<"directory">,
  { recordedOn }: { readonly recordedOn: Day },
): DirectoryState {
  const administrators = state?.administrators ?? [];
  const open = openProposals(state, recordedOn);
  if (event.type === "administrators-named")
    return { proposals: open, administrators: withPersons(administrators, event.data.administrators) };
  const { proposal } = event.data;
  const known = open.find((each) => each.proposal === proposal);
  if (event.type === "change-proposed") {
    must(known === undefined, event.type, "that change is proposed already");
    must(event.data.digest === digestOf(event.data.change), event.type, "the digest is of another change");
    return { proposals: [...open, { ...event.data, on: recordedOn }], administrators };
  }
  if (known === undefined) throw new ImpossibleEvent(event.type, "no such proposal is open");
  mustFit(known, event);
  const proposals = open.filter((each) => each !== known);
  if (event.type !== "change-adopted") return { proposals, administrators };
  return { proposals, administrators: withPersons(administrators, administratorBy(known)) };
}

function mustFit(known: ChangeProposal, event: Exclude<EventOf<"directory">, { type: "administrators-named" }>): void {
  const own = known.by === event.data.by;
  if (event.type === "change-withdrawn") must(own, event.type, "another person proposed it");
  else must(!own, event.type, "one person proposed and decided it");
  if (event.type !== "change-adopted") return;
  must(known.by === event.data.proposedBy, event.type, "that person did not propose it");
  must(known.digest === event.data.digest, event.type, "another change was proposed");
}

function administratorBy({ change }: ChangeProposal): readonly PersonId[] {
  return change.do === "grant-role" && change.role === "directory-administrator" ? [change.person] : [];
}

function withPersons(known: readonly PersonId[], more: readonly PersonId[]): readonly PersonId[] {
  return [...new Set([...known, ...more])];
}
