/** An instrument from draft to close. No event says that something is late, because the days say it. */

import { z } from "zod";
import { protestLevels } from "../../law/act-entry.ts";
import { datedDay } from "../files/events.ts";
import { code, day, detachedJws, id, instrumentNumber, committed } from "../field.ts";

export const instrumentKinds = ["request", "recommendation", "protest"] as const;
export const channels = ["system", "post", "hand"] as const;
export const answers = ["accepted", "partly", "disagreed"] as const;
export const deviationReasons = [
  "protest-window-closed",
  "court-addressee",
  "management-gap",
  "gathered",
  "superior-instruction",
] as const;
export const withdrawalReasons = [
  "out-of-time",
  "wrong-addressee",
  "ground-gone",
  "reconsidered",
  "superior-instruction",
] as const;
export const reopeningReasons = ["correction-not-real", "repeated", "closed-in-error"] as const;
/** The things that a request can ask for (law 63/2014/QH13 Art.28(6)(a)-(d)). */
export const demands = ["issue-decision", "enforce", "self-inspect", "supply-file"] as const;

const findingIds = z.array(id<"finding">()).min(1).max(1000);

export const instrumentEvents = {
  "instrument-drafted": z.strictObject({
    instrument: id<"instrument">(),
    kind: z.enum(instrumentKinds),
    issuer: id<"office">(),
    addressee: id<"office">(),
    items: z
      .array(
        z.strictObject({
          item: id<"item">(),
          rule: code,
          version: code,
          findings: findingIds,
          /** n files of `of`, the number of files in which the duty was looked for. */
          n: z.int().positive(),
          of: z.int().positive(),
          demand: committed,
          correctBy: day.optional(),
        }),
      )
      .min(1)
      .max(50),
    /** Only a request has it; its clock depends on it. */
    asks: z.enum(demands).optional(),
    /** Only a protest has it: the level of the procuracy, on which its window depends. */
    level: z.enum(protestLevels).optional(),
    deviation: z.enum(deviationReasons).optional(),
    /** The day on which the decision was received or the act discovered; a protest must state it. */
    groundOn: datedDay.optional(),
    body: committed,
  }),
  "draft-discarded": z.strictObject({ on: day }),
  "instrument-issued": z.strictObject({
    number: instrumentNumber,
    issuedOn: day,
    signature: detachedJws.optional(),
    key: id<"key">().optional(),
    /** import: an instrument of the past with its printed number, which is stated and not proven. */
    source: z.enum(["system", "import"]),
    /** Only a protest has it: the window that was applied, an open one if there was any. */
    window: z.strictObject({ rule: code, version: code, startedOn: day, lastDay: day, inTime: z.boolean() }).optional(),
  }),
  "instrument-served": z.strictObject({ channel: z.enum(channels), sentOn: datedDay }),
  "instrument-received": z.strictObject({ receivedOn: datedDay }),
  "day-contested": z.strictObject({ day: z.enum(["sentOn", "receivedOn"]), stated: day, reason: committed }),
  "reply-given": z.strictObject({
    repliedOn: datedDay,
    /** Findings with the same answer stand together. */
    answers: z
      .array(z.strictObject({ findings: findingIds, answer: z.enum(answers), reason: committed.optional() }))
      .min(1)
      .max(100),
  }),
  "correction-claimed": z.strictObject({
    findings: findingIds,
    on: datedDay,
    /** Entries of this log that show the remedy. */
    entries: z.array(z.int().nonnegative()).max(200),
    note: committed.optional(),
  }),
  "claim-withdrawn": z.strictObject({ findings: findingIds }),
  "correction-verified": z.strictObject({
    findings: findingIds,
    outcome: z.enum(["confirmed", "not-confirmed"]),
    on: day,
    reason: committed.optional(),
  }),
  "reconsideration-requested": z.strictObject({ requestedOn: datedDay, reason: committed }),
  "reconsideration-answered": z.strictObject({
    answeredOn: datedDay,
    outcome: z.enum(["maintained", "withdrawn"]),
    reason: committed.optional(),
  }),
  "dispute-reported": z.strictObject({ reportedOn: datedDay, to: id<"office">() }),
  "binding-answer-given": z.strictObject({
    answeredOn: datedDay,
    outcome: z.enum(["upheld", "overturned"]),
    reason: committed.optional(),
  }),
  /** by: the Supreme Procuracy, which awaits the answer. */
  "minister-asked": z.strictObject({ askedOn: datedDay, by: id<"office">(), reason: committed.optional() }),
  "minister-answered": z.strictObject({
    answeredOn: datedDay,
    outcome: z.enum(["upheld", "overturned"]),
    reason: committed.optional(),
  }),
  "findings-withdrawn": z.strictObject({
    findings: findingIds,
    on: day,
    reason: z.enum(withdrawalReasons),
    note: committed.optional(),
  }),
  "instrument-withdrawn": z.strictObject({ on: day, reason: z.enum(withdrawalReasons), note: committed.optional() }),
  "instrument-closed": z.strictObject({ on: day }),
  "instrument-reopened": z.strictObject({ on: day, reason: z.enum(reopeningReasons), note: committed.optional() }),
} as const;

/** One stream per office counts the numbers, which are given at issuing without gaps. An imported instrument keeps its printed number. */
export const numberingEvents = {
  "number-given": z.strictObject({
    instrument: id<"instrument">(),
    kind: z.enum(instrumentKinds),
    year: z.int().min(2009).max(2200),
    number: instrumentNumber,
    source: z.enum(["system", "import"]),
  }),
} as const;
