/** What the sweep seals: of a deadline, that its due day passed and nothing in the log had met it (the rule stands in `law`); of itself, how far it went. */

import { z } from "zod";
import { code, day, id } from "../field.ts";
import { fileName } from "../event.ts";

export const deadlineEvents = {
  /** about: the file whose clock it is; office: who owed. */
  "deadline-missed": z.strictObject({
    about: fileName,
    startedBy: id<"act">(),
    subject: id<"subject">(),
    office: id<"office">(),
    dueOn: day,
  }),
} as const;

export const sweepEvents = {
  /** Every due day before `on` was looked at. through: the run stopped there, and the next one goes on after it. */
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
