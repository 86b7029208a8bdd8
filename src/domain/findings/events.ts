/** The events of a finding, which a procurator makes of a detection (promise 5: the machine finds, a person judges). */

import { z } from "zod";
import { code, day, id, committed } from "../field.ts";
import { fileName } from "../event.ts";

export const dismissalReasons = [
  "data-error",
  "lawful-ground",
  "duplicate",
  "out-of-scope",
  "force-majeure",
  "other",
] as const;
export const seriousnesses = ["serious", "less-serious"] as const;

/** The states of a detection that can be judged. */
export const breaches = ["late", "missed", "forbidden"] as const;

/**
 * finding: an id that follows from the deadline (finding-id.ts), so that none is judged twice. about: the file in which the
 * deadline runs. rule, startedBy, subject: its key.
 */
const detected = {
  finding: id<"finding">(),
  about: fileName,
  rule: code,
  version: code,
  weight: z.enum(["violation", "hint"]),
  startedBy: id<"act">(),
  subject: id<"subject">(),
  state: z.enum(breaches),
  dueOn: day.optional(),
  metOn: day.optional(),
  office: id<"office">(),
  procuracy: id<"office">(),
};

export const findingEvents = {
  "violation-confirmed": z.strictObject({
    ...detected,
    on: day,
    /** The text of law that was read; a hint always has it. */
    cited: committed.optional(),
    note: committed.optional(),
  }),
  "detection-dismissed": z.strictObject({
    ...detected,
    reason: z.enum(dismissalReasons),
    on: day,
    note: committed.optional(),
  }),
  "seriousness-assessed": z.strictObject({ seriousness: z.enum(seriousnesses), on: day, reason: committed.optional() }),
  /** Several detections are one violation of one file, and this finding is counted in the other one. */
  "finding-merged": z.strictObject({ into: id<"finding">(), on: day, note: committed.optional() }),
  "findings-merged-in": z.strictObject({ findings: z.array(id<"finding">()).min(1), on: day }),
  "finding-put-in": z.strictObject({ instrument: id<"instrument">(), item: id<"item">() }),
  "finding-taken-out": z.strictObject({ instrument: id<"instrument">() }),
} as const;
