/** The administrator who recorded a change of the directory and, where it took two, the one who had proposed it. */

import type { PersonId } from "../../base/ids.ts";
import type { Refusal } from "../refusal.ts";

export interface ByWhom {
  readonly by: PersonId;
  readonly proposedBy?: PersonId;
}

/** needsSecond refuses one administrator alone, and names the place in the input that takes two. */
export function needsSecond(at: string): Refusal {
  return { code: "second-administrator-needed", at };
}
