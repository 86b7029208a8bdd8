/** A finding: what a procurator made of a detection (promise 5: the machine finds, a person judges). */

import { z } from "zod";
import { code, day, id, sealed } from "../field.ts";

export const dismissalReasons = [
  "data-error",
  "lawful-ground",
  "duplicate",
  "out-of-scope",
  "force-majeure",
  "other",
] as const;
export const seriousnesses = ["serious", "less-serious"] as const;

/** finding: its id follows from the deadline (finding-id.ts), so that none is judged twice. about: the intake, case or instrument; deadline: the key of the obligation, "<series>/<starting act>/<subject>". */
const detected = {
  finding: id<"finding">(),
  about: z.strictObject({ kind: z.enum(["intake", "case", "instrument"]), id: id<"subject">() }),
  rule: code,
  version: code,
  startedBy: id<"act">(),
  subject: id<"subject">(),
  office: id<"office">(),
  procuracy: id<"office">(),
};

export const findingEvents = {
  "violation-confirmed": z.strictObject({
    ...detected,
    dueOn: day.optional(),
    metOn: day.optional(),
    state: z.enum(["late", "missed", "forbidden", "cited"]),
    on: day,
    cited: sealed.optional(),
    note: sealed.optional(),
  }),
  "detection-dismissed": z.strictObject({
    ...detected,
    reason: z.enum(dismissalReasons),
    on: day,
    note: sealed.optional(),
  }),
  "seriousness-assessed": z.strictObject({ seriousness: z.enum(seriousnesses), on: day, reason: sealed.optional() }),
  "finding-put-in": z.strictObject({ instrument: id<"instrument">(), item: id<"item">() }),
  "finding-taken-out": z.strictObject({ instrument: id<"instrument">() }),
} as const;
