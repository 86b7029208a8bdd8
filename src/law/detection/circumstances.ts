/** What a condition of a rule is asked about: one starting act and one subject of a file. */

import type { Day } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import type { OpenFile } from "./open-file.ts";

export interface Circumstances {
  readonly open: OpenFile;
  readonly act: Act;
  readonly subject: Subject;
  readonly startedOn: Day;
  readonly dueOn: Day | undefined;
}
