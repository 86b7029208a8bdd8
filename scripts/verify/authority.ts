/**
 * Whether each entry was made by somebody who may, by the directory as the entries before it say. It is the one part of the
 * verification that knows the domain (src/domain/authority).
 */

import { endAuthority, openAuthority, readAuthority, type Unauthorised } from "../../src/domain/authority/authority.ts";
import type { Findings } from "./fault.ts";
import type { Walk } from "./walk.ts";

interface AuthorityWalk {
  readonly see: Walk["see"];
  /** Called once all entries were read. */
  readonly end: () => void;
}

export function walkAuthority({ faults }: Findings): AuthorityWalk {
  const audit = openAuthority();
  const tell = ({ index, reason, type, by }: Unauthorised): void =>
    faults.add({
      code: reason,
      index,
      until: index + 1,
      made: [type, by].filter((each) => each !== undefined).join(", "),
    });
  return {
    see: (index, event, isSealed) => readAuthority(audit, { index, event, isSealed }).forEach(tell),
    end: () => endAuthority(audit).forEach(tell),
  };
}
