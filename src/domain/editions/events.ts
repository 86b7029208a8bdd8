/**
 * An edition of the law becomes the one that counts by two entries of two persons: one proposes it, another adopts it
 * (design: the law). An edition is named by its number and by the SHA-256 of its canonical text (law/edition.ts).
 */

import { z } from "zod";
import { crossings } from "../../law/edition.ts";
import { code, commitment, day, id } from "../field.ts";
import { fileName } from "../event.ts";

export const editionFields = { edition: z.int().positive(), digest: commitment };

export const editionEvents = {
  /** What two persons can compare: the table of rules and the calendars have digests of their own; by: who proposes. */
  "law-proposed": z.strictObject({
    ...editionFields,
    rules: z.strictObject({ digest: commitment, versions: z.int().positive() }),
    calendars: z.strictObject({ digest: commitment, firstYear: z.int(), lastYear: z.int() }),
    crossing: z.enum(crossings),
    by: id<"person">(),
  }),
  /** supersedes: the edition that counted until now, where it is another one. */
  "law-adopted": z.strictObject({
    ...editionFields,
    proposedBy: id<"person">(),
    by: id<"person">(),
    supersedes: z.exactOptional(z.strictObject(editionFields)),
  }),
} as const;

/** No due day: the law states no limit. */
const dueUnder = z.strictObject({ version: code, dueOn: z.exactOptional(day) });

/** Most time limits that one entry lists: it must fit into a leaf. */
export const mostMoved = 100;

export const supersedingEvents = {
  /**
   * What an adopted edition moved, told by both, in the files that were looked at since the entry before. No `before` or
   * no `after`: under that edition no such clock runs. through: the last file of those; complete: there are no more.
   */
  "due-days-moved": z.strictObject({
    from: z.strictObject(editionFields),
    to: z.strictObject(editionFields),
    moved: z
      .array(
        z.strictObject({
          about: fileName,
          rule: code,
          startedBy: id<"act">(),
          subject: id<"subject">(),
          before: z.exactOptional(dueUnder),
          after: z.exactOptional(dueUnder),
        }),
      )
      .max(mostMoved),
    files: z.int().nonnegative(),
    through: z.exactOptional(fileName),
    complete: z.boolean(),
  }),
} as const;
