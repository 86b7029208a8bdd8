/** The events of the sweep: a due day passed and nothing in the log had met it (`law` holds the rule); the sweep came so far. */

import { z } from "zod";
import { code, day, id } from "../field.ts";
import { fileName } from "../event.ts";

export const deadlineEvents = {
  /** about: the file in which the clock runs. office: the one that owed. */
  "deadline-missed": z.strictObject({
    about: fileName,
    startedBy: id<"act">(),
    subject: id<"subject">(),
    office: id<"office">(),
    dueOn: day,
  }),
} as const;

export const sweepEvents = {
  /** Every due day before `on` was looked at. With `through`, the run stopped at that deadline and the next run goes on after it. */
  "deadlines-swept": z.strictObject({
    on: day,
    through: z.exactOptional(
      z.strictObject({
        office: id<"office">(),
        dueOn: day,
        rule: code,
        startedBy: id<"act">(),
        subject: id<"subject">(),
      }),
    ),
  }),
} as const;
