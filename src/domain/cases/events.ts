/** What happens in an intake and in a case: they are opened, acts are recorded on them, entries are corrected. */

import { z } from "zod";
import { actTypes } from "../../law/act.ts";
import { code, day, id, sealed } from "../field.ts";

export const daySources = ["system", "document", "stated", "import"] as const;

export const datedDay = z.strictObject({ day, source: z.enum(daySources) });

export const subject = z.strictObject({
  kind: z.enum(["intake", "case", "decision", "party", "asset", "sum", "instrument"]),
  id: id<"subject">(),
});

export const sides = ["debtor", "creditor", "related"] as const;
export const assetKinds = ["movable", "immovable", "money", "right"] as const;
export const motions = ["own-motion", "on-request"] as const;

const act = {
  act: id<"act">(),
  type: z.enum(actTypes),
  subject,
  answers: z.array(id<"act">()).max(20),
  days: z.strictObject({
    happenedOn: datedDay.optional(),
    sentOn: datedDay.optional(),
    receivedOn: datedDay.optional(),
  }),
  traits: z.record(code, code),
};

/** reference: the number of the document; note: what a person typed; amount: a sum of money in đồng. All sealed. */
export const actRecorded = z.strictObject({
  ...act,
  document: sealed.optional(),
  amount: sealed.optional(),
  note: sealed.optional(),
});

/** Đính chính: an entry points at the wrong one; old stays in the log, new is what detection folds. */
export const actCorrected = z.strictObject({
  act: id<"act">(),
  field: z.enum(["happenedOn", "sentOn", "receivedOn", "subject", "answers", "traits"]),
  before: z.unknown().meta({ clear: "act-field" }),
  after: z.unknown().meta({ clear: "act-field" }),
  reason: sealed,
});

export const intakeEvents = {
  "intake-opened": z.strictObject({
    intake: id<"intake">(),
    agency: id<"office">(),
    court: id<"office">().optional(),
    motion: z.enum(motions),
    interim: z.boolean(),
    openedOn: day,
    judgment: sealed.optional(),
  }),
  "act-recorded": actRecorded,
  "act-corrected": actCorrected,
  "intake-decided": z.strictObject({ case: id<"case">(), act: id<"act">(), decision: id<"decision">(), on: datedDay }),
} as const;

export const caseEvents = {
  "case-opened": z.strictObject({
    case: id<"case">(),
    intake: id<"intake">(),
    agency: id<"office">(),
    motion: z.enum(motions),
    interim: z.boolean(),
    act: id<"act">(),
    decision: id<"decision">(),
    decidedOn: datedDay,
    number: sealed.optional(),
    parties: z
      .array(z.strictObject({ party: id<"party">(), side: z.enum(sides), inPrison: z.boolean(), name: sealed.optional() }))
      .max(100),
    assets: z
      .array(z.strictObject({ asset: id<"asset">(), kind: z.enum(assetKinds), description: sealed.optional() }))
      .max(100),
  }),
  "party-added": z.strictObject({ party: id<"party">(), side: z.enum(sides), inPrison: z.boolean(), name: sealed.optional() }),
  "asset-added": z.strictObject({ asset: id<"asset">(), kind: z.enum(assetKinds), description: sealed.optional() }),
  "act-recorded": actRecorded,
  "act-corrected": actCorrected,
  "personal-disclosed": z.strictObject({ purpose: z.enum(["supervision", "answer", "audit", "data-subject-request"]), fields: z.int().positive() }),
} as const;
