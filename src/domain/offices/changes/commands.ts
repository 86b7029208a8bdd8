/**
 * What takes two administrators: one proposes a change, another adopts it, in the same words and within 30 days, if the
 * directory as it then stands still allows it. Until then the proposer may withdraw it, and every other refuse it.
 */

import { z } from "zod";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { Command, Context, Decision, NewEvent, States } from "../../command.ts";
import { type StreamName, streamName } from "../../event.ts";
import type { EventOf } from "../../events.ts";
import { commitment, id } from "../../field.ts";
import type { Refusal } from "../../refusal.ts";
import { adoptionRefusal, keysInForce } from "./adopting.ts";
import { type AskedChange, askedChange, digestOf, type ProposalId, type ProposedChange } from "./change.ts";
import { changeMade, changeReads, changeRefusal } from "./change-rule.ts";
import {
  type ChangeProposal,
  directoryId,
  directoryStream,
  expiresOn,
  openProposals,
  knownProposal,
} from "./directory-state.ts";

/** The most proposals that are open at a time. The state of the stream holds them all, and each takes some 400 bytes. */
const mostOpen = 100;

const proposeInput = z.strictObject({ change: askedChange });

const proposeChange: Command<z.infer<typeof proposeInput>, "propose-change"> = {
  name: "propose-change",
  input: proposeInput,
  reads: ({ change }, states) => [directoryStream, ...changeReads(change, states)],
  about: () => undefined,
  decide: ({ change: asked }, context) => {
    const { states, today, acting, newId } = context;
    const refusal = changeRefusal(asked, context);
    if (refusal !== undefined) return refused({ ...refusal, at: `/change${refusal.at ?? ""}` });
    const change = withHeld(asked, states);
    const digest = digestOf(change);
    const open = openProposals(states.of("directory", directoryId), today);
    if (open.some((each) => each.digest === digest)) return refused({ code: "already-exists", at: "/change" });
    if (open.length >= mostOpen) return refused({ code: "too-many-proposals", detail: { most: mostOpen } });
    const data = { proposal: newId<ProposalId>(), change, digest, by: acting.person };
    return decided({ type: "change-proposed", data });
  },
};

/** withHeld adds what the person of a grant holds today. */
function withHeld(asked: AskedChange, states: States): ProposedChange {
  if (asked.do !== "grant-role") return asked;
  const state = states.of("person", asked.person);
  if (state === undefined) throw new Error("a grant to nobody is refused before");
  return { ...asked, login: state.login, keys: keysInForce(state) };
}

const adoptInput = z.strictObject({ proposal: id<"proposal">(), digest: commitment });
type AdoptInput = z.infer<typeof adoptInput>;

const adoptChange: Command<AdoptInput, "adopt-change"> = {
  name: "adopt-change",
  input: adoptInput,
  reads: (input, states) => proposalReads(input, states),
  about: () => undefined,
  decide: (input, context) => {
    const found = openProposal(input, context);
    if (!found.ok) return found;
    const proposal = found.value;
    const refusal = adoptionRefusal(proposal, input, context);
    if (refusal !== undefined) return refused(refusal);
    const by = context.acting.person;
    const data = { proposal: proposal.proposal, digest: proposal.digest, proposedBy: proposal.by, by };
    const made = changeMade(proposal.change, { by, proposedBy: proposal.by }, context);
    return decided({ type: "change-adopted", data }, made);
  },
};

function proposalReads({ proposal }: Pick<AdoptInput, "proposal">, states: States): readonly StreamName[] {
  const known = knownProposal(states.of("directory", directoryId), proposal);
  if (known === undefined) return [directoryStream];
  return [directoryStream, streamName("person", known.by), ...changeReads(known.change, states)];
}

function openProposal(
  { proposal }: Pick<AdoptInput, "proposal">,
  { states, today }: Context,
): Outcome<ChangeProposal, Refusal> {
  const known = knownProposal(states.of("directory", directoryId), proposal);
  if (known === undefined) return refused({ code: "unknown-proposal", at: "/proposal" });
  const lastDay = expiresOn(known);
  return today < lastDay
    ? done(known)
    : refused({ code: "proposal-expired", at: "/proposal", detail: { day: known.on } });
}

const decideInput = z.strictObject({ proposal: id<"proposal">() });

const refuseChange: Command<z.infer<typeof decideInput>, "refuse-change"> = {
  name: "refuse-change",
  input: decideInput,
  reads: () => [directoryStream],
  about: () => undefined,
  decide: (input, context) => {
    const found = openProposal(input, context);
    if (!found.ok) return found;
    const by = context.acting.person;
    if (found.value.by === by) return refused({ code: "second-person-needed" });
    return decided({ type: "change-refused", data: { proposal: input.proposal, by } });
  },
};

const withdrawChange: Command<z.infer<typeof decideInput>, "withdraw-change"> = {
  name: "withdraw-change",
  input: decideInput,
  reads: () => [directoryStream],
  about: () => undefined,
  decide: (input, context) => {
    const found = openProposal(input, context);
    if (!found.ok) return found;
    const by = context.acting.person;
    if (found.value.by !== by) return refused({ code: "not-permitted" });
    return decided({ type: "change-withdrawn", data: { proposal: input.proposal, by } });
  },
};

export const changeCommands = {
  "propose-change": proposeChange,
  "adopt-change": adoptChange,
  "refuse-change": refuseChange,
  "withdraw-change": withdrawChange,
} as const;

function decided(event: EventOf<"directory">, ...made: readonly NewEvent[]): Outcome<Decision, Refusal> {
  return done({ events: [{ kind: "directory", id: directoryId, event }, ...made] });
}
