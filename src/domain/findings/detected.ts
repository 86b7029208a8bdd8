/** A detection of today: an obligation that the law finds breached in a file, and the office that owes it. */

import type { FileName } from "../event.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { assess, type Breach, deadlines, isBreached, type Obligation } from "../../law/detection/detection.ts";
import type { Edition } from "../../law/edition.ts";
import type { Context, States } from "../command.ts";
import { fileNamed } from "../file-kinds.ts";
import { officeOwing } from "../owners.ts";
import type { Refusal } from "../refusal.ts";

export interface Detection {
  readonly obligation: Obligation;
  readonly state: Breach;
  /** The office that the breach is attributed to. */
  readonly office: OfficeId;
}

/** The obligations of a file by their keys, kept because a list of detections asks for the same file many times. */
export type Assessed = ReadonlyMap<string, Obligation>;

/** assessed returns undefined when there is no such file. */
export function assessed(
  about: FileName,
  { states, ...asked }: Pick<Context, "states" | "today"> & { readonly edition?: Edition },
): Assessed | undefined {
  const found = fileNamed(about, states);
  return found && new Map(assess(found.file, asked).map((obligation) => [obligation.key, obligation]));
}

export function detection(
  about: FileName,
  deadline: string,
  { states, obligations }: { states: States; obligations: Assessed },
): Outcome<Detection, Refusal> {
  const obligation = obligations.get(deadline);
  const owners = fileNamed(about, states)?.owners;
  if (obligation === undefined || owners === undefined) return refused({ code: "unknown-deadline" });
  if (!isBreached(obligation)) return refused({ code: "wrong-moment", detail: { state: obligation.state } });
  const office = officeOwing(obligation.owner, owners);
  return office === undefined
    ? refused({ code: "wrong-addressee", detail: { owner: obligation.owner } })
    : done({ obligation, state: obligation.state, office });
}

/** officeAccused returns the office that owes the deadline, or the one whose file it is when there is no such deadline. */
export function officeAccused(about: FileName, deadline: string, states: States): OfficeId | undefined {
  const found = fileNamed(about, states);
  if (found === undefined) return undefined;
  const owner = deadlines(found.file).find(({ key }) => key === deadline)?.owner;
  return (owner && officeOwing(owner, found.owners)) ?? found.owners.agency;
}
