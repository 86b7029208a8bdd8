/** Bodies that open files and record acts; in a bulk an id may be a reference to an earlier line. */

import { z } from "zod";
import { actTypes } from "../../law/act.ts";
import { subjectKinds } from "../../law/act-entry.ts";
import { day, id } from "../field.ts";
import { typedLine, typedText } from "../typed-input.ts";
import { actDays, assetKinds, datedDay, motions, partySides, traits } from "./events.ts";

/** A missing subject means the file itself or the only kind that the type takes. Its id is missing where the act makes it (a decision, a sum). */
export function actShape<Subject extends z.ZodType, Act extends z.ZodType>(ids: {
  readonly subject: Subject;
  readonly act: Act;
}) {
  return {
    type: z.enum(actTypes),
    subject: z.exactOptional(z.strictObject({ kind: z.enum(subjectKinds), id: z.exactOptional(ids.subject) })),
    answers: z.array(ids.act).max(100).default([]),
    days: actDays,
    traits: traits.default({}),
    document: z.exactOptional(typedLine),
    amount: z.exactOptional(z.int().nonnegative().meta({ description: "đồng (VND), whole" })),
    note: z.exactOptional(typedText),
  };
}

export const intakeShape = {
  agency: id<"office">(),
  court: z.exactOptional(id<"office">()),
  motion: z.enum(motions),
  interim: z.boolean().default(false),
  openedOn: day,
  judgment: z.exactOptional(typedLine),
};

export const partyShape = {
  side: z.enum(partySides),
  inPrison: z.boolean().default(false),
  addressUnknown: z.boolean().default(false),
  name: z.exactOptional(typedLine),
};

export const assetShape = { kind: z.enum(assetKinds), description: z.exactOptional(typedText.max(2000)) };

/** answers: the judgment and requests that the decision decides; missing, all that nothing has answered yet. */
export function caseShape<Intake extends z.ZodType, Act extends z.ZodType>(ids: {
  readonly intake: Intake;
  readonly act: Act;
}) {
  return {
    intake: ids.intake,
    motion: z.exactOptional(z.enum(motions)),
    interim: z.exactOptional(z.boolean()),
    decidedOn: datedDay,
    number: z.exactOptional(typedLine),
    answers: z.exactOptional(z.array(ids.act).max(100)),
  };
}

export const single = { subject: id<string>(), act: id<"act">(), intake: id<"intake">() };

const actInput = z.strictObject(actShape(single));
export type ActInput = z.infer<typeof actInput>;

export const intakeInput = z.strictObject({ ...intakeShape, acts: z.array(actInput).max(50).default([]) });
export type IntakeInput = z.infer<typeof intakeInput>;

const partyInput = z.strictObject(partyShape);
export type PartyInput = z.infer<typeof partyInput>;

const assetInput = z.strictObject(assetShape);
export type AssetInput = z.infer<typeof assetInput>;

export const caseInput = z.strictObject({
  ...caseShape(single),
  parties: z.array(partyInput).max(100).default([]),
  assets: z.array(assetInput).max(100).default([]),
});
export type CaseInput = z.infer<typeof caseInput>;
