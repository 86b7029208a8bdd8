/**
 * A detection as it stands today: the obligation that the law finds in a file, which office owes it, and whether a person
 * may judge it yet. Only what is late, missed or forbidden can be confirmed or dismissed.
 */

import type { OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { assess, type Breach, deadlines, isBreached, type Obligation } from "../../law/detection/detection.ts";
import type { Edition } from "../../law/edition.ts";
import type { EnforcementFile } from "../../law/file.ts";
import { caseFile, intakeFile, registerFile } from "../files/file.ts";
import type { Context, States } from "../command.ts";
import { instrumentFile } from "../instruments/clocks.ts";
import { caseOwners, instrumentOwners, intakeOwners, officeOwing, type Owners, registerOwners } from "../owing.ts";
import type { Refusal } from "../refusal.ts";
import type { About } from "./finding.ts";

export interface Detection {
  readonly obligation: Obligation;
  readonly state: Breach;
  /** The office that is accused. */
  readonly office: OfficeId;
}

interface File {
  readonly file: EnforcementFile;
  readonly owners: Owners;
}

/** The obligations of a file by their keys; a list of detections asks for the same file many times. */
export type Assessed = ReadonlyMap<string, Obligation>;

/** Undefined: there is no such file. */
export function assessed(
  about: About,
  { states, ...asked }: Pick<Context, "states" | "today"> & { readonly edition?: Edition },
): Assessed | undefined {
  const found = fileAbout(about, states);
  return found && new Map(assess(found.file, asked).map((obligation) => [obligation.key, obligation]));
}

export function detection(
  about: About,
  deadline: string,
  { states, obligations }: { states: States; obligations: Assessed },
): Outcome<Detection, Refusal> {
  const obligation = obligations.get(deadline);
  const owners = fileAbout(about, states)?.owners;
  if (obligation === undefined || owners === undefined) return refused({ code: "unknown-deadline" });
  if (!isBreached(obligation)) return refused({ code: "wrong-moment", detail: { state: obligation.state } });
  const office = officeOwing(obligation.owner, owners);
  return office === undefined
    ? refused({ code: "wrong-addressee", detail: { owner: obligation.owner } })
    : done({ obligation, state: obligation.state, office });
}

/** Undefined: there is no such file. */
export function fileAbout({ kind, id }: About, states: States): File | undefined {
  switch (kind) {
    case "intake": {
      const state = states.of("intake", id);
      return state && { file: intakeFile(state), owners: intakeOwners(state) };
    }
    case "case": {
      const state = states.of("case", id);
      return state && { file: caseFile(state), owners: caseOwners(state) };
    }
    case "instrument": {
      const state = states.of("instrument", id);
      return state && { file: instrumentFile(state), owners: instrumentOwners(state) };
    }
    case "register": {
      const state = states.of("register", id);
      return state && { file: registerFile(state), owners: registerOwners(state) };
    }
  }
}

/** The office whose affair a detection is: the one that owes, or that of the file when there is no such deadline. */
export function officeAccused(about: About, deadline: string, states: States): OfficeId | undefined {
  const found = fileAbout(about, states);
  if (found === undefined) return undefined;
  const owner = deadlines(found.file).find(({ key }) => key === deadline)?.owner;
  return (owner && officeOwing(owner, found.owners)) ?? found.owners.agency;
}
