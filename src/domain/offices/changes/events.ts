/** The events of the stream directory/directory: who administers, and the changes that it takes two administrators to make. */

import { z } from "zod";
import { commitment, id } from "../../field.ts";
import { proposedChange } from "./change.ts";

const proposal = id<"proposal">();
const by = id<"person">();

export const directoryEvents = {
  /** The system names administrators: at the founding, and where fewer than two are left (src/README.md#two-administrators). */
  "administrators-named": z.strictObject({ administrators: z.array(id<"person">()).min(1).max(2) }),
  /** by: the person who proposes; digest: of the change's canonical JSON. */
  "change-proposed": z.strictObject({ proposal, change: proposedChange, digest: commitment, by }),
  "change-adopted": z.strictObject({ proposal, digest: commitment, proposedBy: id<"person">(), by }),
  "change-refused": z.strictObject({ proposal, by }),
  "change-withdrawn": z.strictObject({ proposal, by }),
} as const;
