/** Opening a case by an enforcement decision on an intake, with the parties and assets that it names. */

import type { ActId, AssetId, CaseId, DecisionId, PartyId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { DatedDay } from "../../law/act.ts";
import type { Context, NewEvent } from "../command.ts";
import type { EventOf } from "../events.ts";
import type { IntakeState } from "./intake.ts";
import { successorOf } from "../offices/directory.ts";
import type { Refusal } from "../refusal.ts";
import { type Draft, personal, reference } from "../secret.ts";
import { sourceRefusal } from "./acts.ts";
import { undecided } from "./file.ts";
import type { AssetInput, CaseInput, PartyInput } from "./input.ts";

type DataOf<Type extends EventOf<"case">["type"]> = Draft<Extract<EventOf<"case">, { type: Type }>["data"]>;

export interface OpenedCase {
  readonly events: readonly NewEvent[];
  readonly opened: DataOf<"case-opened">;
}

/** The most acts that one event names, as its schema says (files/events.ts). */
const mostAnswers = 100;

export function decideCase(input: CaseInput, context: Context): Outcome<OpenedCase, Refusal> {
  const intake = context.states.of("intake", input.intake);
  if (intake === undefined) return refused({ code: "unknown-intake", at: "/intake" });
  const answers = input.answers ?? undecided(intake);
  const refusal = impossibility({ decidedOn: input.decidedOn, answers }, intake, context);
  if (refusal !== undefined) return refused(refusal);
  const opened = caseOpened(input, intake, context);
  const decided = { case: opened.case, act: opened.act, decision: opened.decision, on: opened.decidedOn, answers };
  return done({
    opened,
    events: [
      { kind: "case", id: opened.case, event: { type: "case-opened", data: opened } },
      { kind: "intake", id: intake.id, event: { type: "intake-decided", data: decided } },
    ],
  });
}

interface Deciding {
  readonly decidedOn: DatedDay;
  readonly answers: readonly ActId[];
}

function impossibility({ decidedOn, answers }: Deciding, intake: IntakeState, context: Context): Refusal | undefined {
  if (decidedOn.day > context.today) return { code: "day-in-future", at: "/decidedOn" };
  const missing = answers.findIndex((answer) => !intake.acts.some((act) => act.id === answer));
  if (missing !== -1) return { code: "unknown-act", at: `/answers/${missing}` };
  if (answers.length > mostAnswers) return { code: "too-large", at: "/answers", detail: { most: mostAnswers } };
  return sourceRefusal(decidedOn, "/decidedOn/source", context);
}

function caseOpened(input: CaseInput, intake: IntakeState, { states, newId }: Context): DataOf<"case-opened"> {
  const { decidedOn, number } = input;
  return {
    case: newId<CaseId>(),
    intake: intake.id,
    agency: successorOf(states, intake.agency, decidedOn.day),
    motion: input.motion ?? intake.motion,
    interim: input.interim ?? intake.interim,
    act: newId<ActId>(),
    decision: newId<DecisionId>(),
    decidedOn,
    ...(number === undefined ? {} : { number: reference(number) }),
    parties: input.parties.map((party) => partyAdded(party, newId<PartyId>())),
    assets: input.assets.map((asset) => assetAdded(asset, newId<AssetId>())),
  };
}

export function partyAdded({ name, ...party }: PartyInput, id: PartyId): DataOf<"party-added"> {
  return { party: id, ...party, ...(name === undefined ? {} : { name: personal(name, id) }) };
}

/** assetAdded keeps the description as personal under a key of the asset, because it names places and account numbers. */
export function assetAdded({ description, ...asset }: AssetInput, id: AssetId): DataOf<"asset-added"> {
  return { asset: id, ...asset, ...(description === undefined ? {} : { description: personal(description, id) }) };
}
