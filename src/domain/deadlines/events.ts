/** What the sweep seals of a deadline: that its due day passed and nothing in the log had met it. The rule stands in `law`. */

import { z } from "zod";
import { day, id } from "../field.ts";

export const deadlineEvents = {
  /** about: the intake, case or instrument whose clock it is; office: who owed. */
  "deadline-missed": z.strictObject({
    about: z.strictObject({ kind: z.enum(["intake", "case", "instrument"]), id: id<"subject">() }),
    startedBy: id<"act">(),
    subject: id<"subject">(),
    office: id<"office">(),
    dueOn: day,
  }),
} as const;
