/** The events of an intake, a case and a register: they are opened, acts are recorded on them, entries are corrected. */

import { z } from "zod";
import { actEntry, actTypes } from "../../law/act.ts";
import { subjectKinds } from "../../law/act-entry.ts";
import { day, id, committed } from "../field.ts";
import { otherSides } from "./recording-offices.ts";

export const daySources = ["system", "document", "stated", "import"] as const;
export const partySides = ["debtor", "creditor", "related"] as const;
export const assetKinds = ["movable", "immovable", "money", "right"] as const;
export const motions = ["own-motion", "on-request"] as const;
export const purposes = ["supervision", "answer", "audit", "data-subject-request"] as const;

export const datedDay = z.strictObject({ day, source: z.enum(daySources) });
const dated = z.exactOptional(datedDay);

/** Only plannedFor may lie in the future. */
export const actDays = z.strictObject({ happenedOn: dated, sentOn: dated, receivedOn: dated, plannedFor: dated });
export const dayFields = z.enum(["happenedOn", "sentOn", "receivedOn", "plannedFor"]);

/** The kind says what the id is an id of. */
const subject = z.strictObject({ kind: z.enum(subjectKinds), id: id<string>() });
const answers = z.array(id<"act">()).max(100);
const lists = actTypes
  .map(actEntry)
  .flatMap(({ must, may }) => [...Object.entries(must ?? {}), ...Object.entries(may ?? {})]);
const traitNames = new Set(lists.map(([name]) => name));
const traitName = z
  .string()
  .refine((name) => traitNames.has(name), { error: "a code of the list of acts" })
  .meta({ clear: "code", enum: [...traitNames] });

/** Codes of the closed lists of acts (law/stages); recording checks that they are codes of the act's own type. */
export const traits = z.record(traitName, z.enum(lists.flatMap(([, codes]) => codes)));

/** by: the side that recorded the act, if it was not the office that keeps the file. document: the number of the document. amount: a sum in đồng. note: typed text. */
const actRecorded = z.strictObject({
  act: id<"act">(),
  type: z.enum(actTypes),
  subject,
  answers,
  days: actDays,
  traits,
  by: z.exactOptional(z.enum(otherSides)),
  document: z.exactOptional(committed),
  amount: z.exactOptional(committed),
  note: z.exactOptional(committed),
});

const corrected = { act: id<"act">(), reason: committed };

/** A correction (đính chính) points at the wrong entry. The old value stays in the log, detection folds the new one. A day may be added or taken away. */
const actCorrected = z.discriminatedUnion("field", [
  z.strictObject({ ...corrected, field: dayFields, before: dated, after: dated }),
  z.strictObject({ ...corrected, field: z.literal("subject"), before: subject, after: subject }),
  z.strictObject({ ...corrected, field: z.literal("answers"), before: answers, after: answers }),
  z.strictObject({ ...corrected, field: z.literal("traits"), before: traits, after: traits }),
]);

export const intakeEvents = {
  "intake-opened": z.strictObject({
    intake: id<"intake">(),
    agency: id<"office">(),
    court: z.exactOptional(id<"office">()),
    motion: z.enum(motions),
    interim: z.boolean(),
    openedOn: day,
    judgment: z.exactOptional(committed),
  }),
  "act-recorded": actRecorded,
  "act-corrected": actCorrected,
  /** An enforcement decision was made on the intake. answers: the judgment and the requests that it decides. */
  "intake-decided": z.strictObject({
    case: id<"case">(),
    act: id<"act">(),
    decision: id<"decision">(),
    on: datedDay,
    answers,
  }),
} as const;

/** A register is the book of an office for what is about no case: its statistical reports, requests of data subjects. */
export const registerEvents = {
  "register-opened": z.strictObject({ register: id<"register">(), office: id<"office">(), openedOn: day }),
  "act-recorded": actRecorded,
  "act-corrected": actCorrected,
} as const;

/** inPrison: two years or more are left to serve. This and an unknown address lengthen VERIFY_REPEAT (law 106/2025 Art.38(3)). */
const party = z.strictObject({
  party: id<"party">(),
  side: z.enum(partySides),
  inPrison: z.boolean(),
  addressUnknown: z.boolean(),
  name: z.exactOptional(committed),
});

const asset = z.strictObject({
  asset: id<"asset">(),
  kind: z.enum(assetKinds),
  description: z.exactOptional(committed),
});

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
    number: z.exactOptional(committed),
    parties: z.array(party).max(100),
    assets: z.array(asset).max(100),
  }),
  "party-added": party,
  "asset-added": asset,
  "act-recorded": actRecorded,
  "act-corrected": actCorrected,
  "personal-disclosed": z.strictObject({ purpose: z.enum(purposes), fields: z.int().positive() }),
} as const;
