/** Commands on a case, and the commands that record and correct acts on a case, an intake or a register. */

import { z } from "zod";
import type { AssetId, CaseId, PartyId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Command, Decision, States } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import { id } from "../field.ts";
import { officesBehind } from "../offices/directory.ts";
import { openIntake } from "./intake-commands.ts";
import { openRegister } from "./opening-register.ts";
import type { Refusal } from "../refusal.ts";
import { recordBulk } from "./bulk.ts";
import { personalFields } from "./case.ts";
import { type CorrectionInput, decideCorrection, correctionInput } from "./correcting-entry.ts";
import { purposes } from "./events.ts";
import { actShape, assetShape, type CaseInput, caseInput, partyShape, single } from "./input.ts";
import { assetAdded, decideCase, partyAdded } from "./opening-case.ts";
import { officeOf, actFileRef, actFileOf, actFileStream } from "./act-file.ts";
import { recorderReads } from "./who-records.ts";
import { decideAct, type RecordInput } from "./recording-act.ts";

export const openCase: Command<CaseInput, "open-case"> = {
  name: "open-case",
  input: caseInput,
  reads: ({ intake }, states) => {
    const agency = states.of("intake", intake)?.agency;
    return [streamName("intake", intake), ...(agency === undefined ? [] : officesBehind(states, [agency]))];
  },
  about: ({ intake }, states) => states.of("intake", intake)?.agency,
  decide: (input, context) => {
    const opened = decideCase(input, context);
    return opened.ok ? done({ events: opened.value.events }) : opened;
  },
};

const inCase = { case: id<"case">() };
type InCase = z.infer<z.ZodObject<typeof inCase>>;

function caseStream(input: InCase): readonly StreamName[] {
  return [streamName("case", input.case)];
}

function caseAgency(input: InCase, states: States) {
  return states.of("case", input.case)?.agency;
}

const unknownCase: Outcome<never, Refusal> = refused({ code: "unknown-case", at: "/case" });

const addPartyInput = z.strictObject({ ...inCase, ...partyShape });

export const addParty: Command<z.infer<typeof addPartyInput>, "add-party"> = {
  name: "add-party",
  input: addPartyInput,
  reads: caseStream,
  about: caseAgency,
  decide: ({ case: of, ...party }, { states, newId }) => {
    const state = states.of("case", of);
    if (state === undefined) return unknownCase;
    if (state.parties.length >= most) return refused({ code: "too-large", detail: { most } });
    return inStream(of, { type: "party-added", data: partyAdded(party, newId<PartyId>()) });
  },
};

const addAssetInput = z.strictObject({ ...inCase, ...assetShape });

export const addAsset: Command<z.infer<typeof addAssetInput>, "add-asset"> = {
  name: "add-asset",
  input: addAssetInput,
  reads: caseStream,
  about: caseAgency,
  decide: ({ case: of, ...asset }, { states, newId }) => {
    const state = states.of("case", of);
    if (state === undefined) return unknownCase;
    if (state.assets.length >= most) return refused({ code: "too-large", detail: { most } });
    return inStream(of, { type: "asset-added", data: assetAdded(asset, newId<AssetId>()) });
  },
};

/** The most parties, and the most assets, of one case: its state is loaded and folded whole. */
const most = 1000;

const recordActInput = z.strictObject({ on: actFileRef, ...actShape(single) });

export const recordAct: Command<RecordInput, "record-act"> = {
  name: "record-act",
  input: recordActInput,
  reads: ({ on }, states, acting) => [actFileStream(on), ...recorderReads(actFileOf(on, states), states, acting)],
  about: ({ on }, states) => officeOf(on, states),
  decide: (input, context) => {
    const recorded = decideAct(input, context);
    return recorded.ok ? done({ events: recorded.value.events }) : recorded;
  },
};

export const correctAct: Command<CorrectionInput, "correct-act"> = {
  name: "correct-act",
  input: correctionInput,
  // The intake also holds the day of the decision that opened a case, so that day is corrected in both.
  reads: ({ on }, states, acting) => {
    const file = actFileOf(on, states);
    const intake = file?.kind === "case" ? [streamName("intake", file.state.intake)] : [];
    return [actFileStream(on), ...intake, ...recorderReads(file, states, acting)];
  },
  about: ({ on }, states) => officeOf(on, states),
  decide: decideCorrection,
};

const disclosePersonalInput = z.strictObject({ ...inCase, purpose: z.enum(purposes) });

/** disclosePersonal records one entry for all names and descriptions of a case that a page or an export shows. */
export const disclosePersonal: Command<z.infer<typeof disclosePersonalInput>, "disclose-personal"> = {
  name: "disclose-personal",
  input: disclosePersonalInput,
  reads: caseStream,
  about: caseAgency,
  decide: ({ case: of, purpose }, { states }) => {
    const state = states.of("case", of);
    if (state === undefined) return unknownCase;
    const fields = personalFields(state).length;
    if (fields === 0) return refused({ code: "nothing-to-change", at: "/case" });
    return inStream(of, { type: "personal-disclosed", data: { purpose, fields } });
  },
};

type CaseEvent = Extract<Decision["events"][number], { kind: "case" }>["event"];

function inStream(of: CaseId, event: CaseEvent): Outcome<Decision, Refusal> {
  return done({ events: [{ kind: "case", id: of, event }] });
}

export const caseCommands = {
  "open-intake": openIntake,
  "open-case": openCase,
  "open-register": openRegister,
  "add-party": addParty,
  "add-asset": addAsset,
  "record-act": recordAct,
  "record-bulk": recordBulk,
  "correct-act": correctAct,
  "disclose-personal": disclosePersonal,
} as const;
