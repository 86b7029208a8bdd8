/** Typed text, in NFC and bounded, and typed days with their source (src/README.md#whose-word-a-day-is). */

import { z } from "zod";
import type { Day } from "../base/day.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { DatedDay } from "../law/act.ts";
import { day } from "./field.ts";
import type { Refusal } from "./refusal.ts";
import { reference, type Secret } from "./secret.ts";

export const typedText = z
  .string()
  .min(1)
  .max(20_000)
  .refine((text) => text.isWellFormed() && text === text.normalize("NFC") && !text.includes("\0"), {
    error: "text in Unicode NFC",
  });

/** typed makes the text the secret of a committed field; undefined stays undefined. */
export function typed(text: string): Secret;
export function typed(text: string | undefined): Secret | undefined;
export function typed(text: string | undefined): Secret | undefined {
  return text === undefined ? undefined : reference(text);
}

/** A day that a document shows or a person states. A request without it means today, by the word of the system. */
export const statedDay = z.strictObject({ day, source: z.enum(["document", "stated"]) });

interface Bounds {
  readonly today: Day;
  /** The act cannot have happened before this day. */
  readonly notBefore?: Day | undefined;
  readonly at: string;
}

/** actDay returns the day of an act that is recorded now: the stated day, else today. */
export function actDay(stated: z.infer<typeof statedDay> | undefined, bounds: Bounds): Outcome<DatedDay, Refusal> {
  const on: DatedDay = stated ?? { day: bounds.today, source: "system" };
  if (on.day > bounds.today) return refused({ code: "day-in-future", at: bounds.at, detail: { day: on.day } });
  const { notBefore } = bounds;
  if (notBefore !== undefined && on.day < notBefore) {
    return refused({ code: "days-contradict", at: bounds.at, detail: { day: on.day, notBefore } });
  }
  return done(on);
}
