/**
 * The law that an event applied (promise 3): the rule, the due day and why it is that day, sealed with the event. It is the
 * explanation of law/telling/explanation.ts without its words: codes, days and the id of the act that started the clock, so
 * it can be read without the program that made it.
 */

import { z } from "zod";
import type { Explanation } from "../law/telling/explanation.ts";
import { placeCode } from "../law/sources.ts";
import { code, day, id, place } from "./field.ts";

const trigger = z.strictObject({
  day,
  act: z.exactOptional(id<"act">()),
  type: z.exactOptional(code),
  dayName: z.exactOptional(code),
  source: z.exactOptional(code),
  recordedLate: z.exactOptional(z.int().positive()),
  endOf: z.exactOptional(code),
});

const applied = z.strictObject({
  rule: code,
  version: code,
  citation: z.array(place).min(1),
  trigger,
  term: z.strictObject({ unit: code, length: z.exactOptional(z.int().nonnegative()), direction: code }),
  /** The last day of the term, before it moved past days off. */
  lastDay: z.exactOptional(day),
  due: z.exactOptional(day),
  skipped: z.array(z.strictObject({ day, reason: code })),
  /** A year has no version while its days off are not announced. */
  calendars: z.array(z.strictObject({ year: z.int(), version: z.exactOptional(z.int().positive()) })),
  closed: z.exactOptional(
    z.strictObject({ reason: z.exactOptional(code), from: z.exactOptional(day), to: z.exactOptional(day) }),
  ),
  crossing: z.exactOptional(
    z.strictObject({
      policy: code,
      other: z.exactOptional(
        z.strictObject({ version: code, citation: z.array(place).min(1), due: z.exactOptional(day) }),
      ),
    }),
  ),
  doubts: z.array(code),
});

/** The form in the log, which names the edition that counted. */
export const appliedLaw = applied.extend({ edition: z.int().positive() });

/** The form in a decision; recording adds the edition. */
export type AppliedLaw = z.infer<typeof applied>;

export function appliedBy(explanation: Explanation): AppliedLaw {
  const { series, version, citation, term, direction, lastDay, dueOn, skipped, calendars, closed, doubts } =
    explanation;
  return applied.parse({
    rule: series,
    version,
    citation: placesOf(citation),
    trigger: explanation.trigger,
    term: { ...term, direction },
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(dueOn === undefined ? {} : { due: dueOn }),
    skipped,
    calendars,
    ...(closed === undefined ? {} : { closed }),
    ...crossingOf(explanation),
    doubts,
  });
}

function crossingOf({ crossing, otherLaw }: Explanation): object {
  if (crossing === undefined) return {};
  if (otherLaw === undefined) return { crossing: { policy: crossing } };
  const { version, citation, dueOn } = otherLaw;
  const other = { version, citation: placesOf(citation), ...(dueOn === undefined ? {} : { due: dueOn }) };
  return { crossing: { policy: crossing, other } };
}

function placesOf({ also = [], ...first }: Explanation["citation"]): readonly string[] {
  return [first, ...also].map(placeCode);
}
