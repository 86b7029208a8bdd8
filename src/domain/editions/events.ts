/** An edition comes to count by entries of two persons; its name is its number and its text's SHA-256. */

import { z } from "zod";
import { crossings } from "../../law/edition.ts";
import { code, commitment, day, id } from "../field.ts";
import { fileName } from "../event.ts";

export const editionFields = { edition: z.int().positive(), digest: commitment };

export const editionEvents = {
  /** The table of rules and the calendars have digests of their own, which the two persons can compare. by: the person who proposes. */
  "law-proposed": z.strictObject({
    ...editionFields,
    rules: z.strictObject({ digest: commitment, versions: z.int().positive() }),
    calendars: z.strictObject({ digest: commitment, firstYear: z.int(), lastYear: z.int() }),
    crossing: z.enum(crossings),
    by: id<"person">(),
  }),
  /** supersedes: the edition that counted until now, if it is another one. */
  "law-adopted": z.strictObject({
    ...editionFields,
    proposedBy: id<"person">(),
    by: id<"person">(),
    supersedes: z.exactOptional(z.strictObject(editionFields)),
  }),
} as const;

/** dueOn is absent where the law states no limit. */
const dueUnder = z.strictObject({ version: code, dueOn: z.exactOptional(day) });

/** The most deadlines that one entry lists, so that the entry fits into a leaf (65,535 bytes). */
export const mostMoved = 100;

export const supersedingEvents = {
  /**
   * The deadlines that an adopted edition moved, under both editions, in the files looked at since the entry before. A
   * deadline without `before` or `after` has no clock under that edition. through: the last file looked at. complete: there
   * are no more files.
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
