/** The faults of authority (src/domain/authority): who made an entry, and that they might not. */

import type { Unauthorised } from "../../domain/authority/authority.ts";
import type { DatabaseFault } from "./audit-fault.ts";

/** authorityFault names the entry by its index, its type, and the role and the office for which it says that somebody acted. */
export function authorityFault({ index, reason, type, by }: Unauthorised): DatabaseFault {
  return {
    code: reason,
    at: [String(index), ...(type === undefined ? [] : [type]), ...(by === undefined ? [] : [by])].join(", "),
  };
}
