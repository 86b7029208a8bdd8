/** A case (việc thi hành án): one enforcement decision, its parties and assets, and everything done on it (law 106/2025 Art.3(8)). */

import type { Day } from "../../base/day.ts";
import type { AssetId, CaseId, DecisionId, IntakeId, OfficeId, PartyId } from "../../base/ids.ts";
import type { EnforcementFile, FileAsset, FileParty } from "../../law/file.ts";
import type { EventOf } from "../events.ts";
import type { CommittedField } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";
import { traits } from "./events.ts";
import { type Acts, type Correcting, type RecordedAct, withAct, withCorrection } from "./recorded.ts";

type Event = EventOf<"case">;
type DataOf<Type extends Event["type"]> = Extract<Event, { type: Type }>["data"];

export interface CaseParty extends FileParty {
  readonly id: PartyId;
  readonly name?: CommittedField;
}

export interface CaseAsset extends FileAsset {
  readonly id: AssetId;
  readonly description?: CommittedField;
}

export interface CaseState extends Acts {
  readonly id: CaseId;
  readonly intake: IntakeId;
  readonly agency: OfficeId;
  /** Motion and interim are copied from the intake, so that the time limits of a case follow from the case alone. */
  readonly motion: EnforcementFile["kind"];
  readonly interim: boolean;
  /** The enforcement decision that opened the case; it is the first of its acts. */
  readonly decision: DecisionId;
  readonly parties: readonly CaseParty[];
  readonly assets: readonly CaseAsset[];
}

/** endedOn returns the day on which enforcement ended; if several were recorded, the last one. */
export function endedOn(state: CaseState): Day | undefined {
  return state.acts.findLast((act) => act.type === "case-ended")?.days.happenedOn?.day;
}

/** personalFields returns the names and the descriptions of assets. Showing them is an entry in the log. */
export function personalFields(state: CaseState): readonly CommittedField[] {
  const fields = [...state.parties.map((party) => party.name), ...state.assets.map((asset) => asset.description)];
  return fields.filter((field) => field !== undefined);
}

export function evolveCase(
  state: CaseState | undefined,
  event: Event,
  { recordedOn }: { readonly recordedOn: Day },
): CaseState {
  if (event.type === "case-opened") {
    if (state !== undefined) throw new ImpossibleEvent(event.type, "the case exists");
    return openedCase(event.data, recordedOn);
  }
  if (state === undefined) throw new ImpossibleEvent(event.type, "no such case");
  return { ...next(state, event, recordedOn), version: state.version + 1 };
}

function next(state: CaseState, event: Exclude<Event, { type: "case-opened" }>, recordedOn: Day): CaseState {
  switch (event.type) {
    case "party-added":
      return { ...state, parties: [...state.parties, { ...partyOf(event.data), addedOn: recordedOn }] };
    case "asset-added":
      return { ...state, assets: [...state.assets, assetOf(event.data)] };
    case "act-recorded":
      return { ...state, acts: withAct(state.acts, event.data, recordedOn) };
    case "act-corrected":
      return { ...state, ...withCorrection(state, event.data, correctingOf(state, recordedOn)) };
    case "personal-disclosed":
      return state;
  }
}

function correctingOf({ version, acts, parties, assets }: CaseState, recordedOn: Day): Correcting {
  const stood = { acts: acts.length, parties: parties.length, assets: assets.length };
  return { recordedOn, version: version + 1, stood };
}

function openedCase(data: DataOf<"case-opened">, recordedOn: Day): CaseState {
  const { case: id, act: _act, decidedOn: _decidedOn, number: _number, ...rest } = data;
  return {
    id,
    ...rest,
    parties: data.parties.map(partyOf),
    assets: data.assets.map(assetOf),
    acts: [decisionAct(data, recordedOn)],
    corrections: [],
    version: 1,
  };
}

const enforcement = traits.parse({ decision: "enforcement" });

function decisionAct({ act, decision, decidedOn, number }: DataOf<"case-opened">, recordedOn: Day): RecordedAct {
  return {
    id: act,
    type: "decision-issued",
    subject: { kind: "decision", id: decision },
    answers: [],
    days: { happenedOn: decidedOn },
    traits: enforcement,
    recordedOn,
    ...(number === undefined ? {} : { document: number }),
  };
}

function partyOf({ party, ...rest }: DataOf<"party-added">): CaseParty {
  return { id: party, ...rest };
}

function assetOf({ asset, ...rest }: DataOf<"asset-added">): CaseAsset {
  return { id: asset, ...rest };
}
