/** A procuracy supervises an office from a day on. A past day changes whose affair the past was. */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { NewEvent } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import type { Refusal } from "../refusal.ts";
import type { ByWhom } from "./by-whom.ts";
import type { Administering } from "./directory-states.ts";
import { isOpen, procuracyKinds } from "./office.ts";

export interface Assignment {
  readonly office: OfficeId;
  readonly procuracy: OfficeId;
  readonly from: Day;
  readonly until?: Day | undefined;
}

export function supervisionReads({ office, procuracy }: Assignment): readonly StreamName[] {
  return [streamName("office", office), streamName("office", procuracy)];
}

export function supervisionRefusal(
  assignment: Assignment,
  { states }: Pick<Administering, "states">,
): Refusal | undefined {
  const { office, from, until } = assignment;
  const procuracy = states.of("office", assignment.procuracy);
  if (states.of("office", office) === undefined) return { code: "unknown-office", at: "/office" };
  if (procuracy === undefined) return { code: "unknown-office", at: "/procuracy" };
  if (!procuracyKinds.includes(procuracy.kind)) return { code: "wrong-addressee", at: "/procuracy" };
  if (!isOpen(procuracy, from)) return { code: "office-closed", at: "/procuracy" };
  return until !== undefined && until <= from ? { code: "days-contradict", at: "/until" } : undefined;
}

export function supervisionAssigned({ office, ...data }: Assignment, given: ByWhom): NewEvent {
  return { kind: "office", id: office, event: { type: "supervision-assigned", data: { ...data, ...given } } };
}
