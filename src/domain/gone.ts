/**
 * Detections gone by correction (design: correction of an entry): what was breached on the day of a correction, and no
 * longer was when it had been made, stays on the list with the correction and both readings. A later correction that
 * brings the breach back takes it off again.
 */

import type { OfficeId } from "../base/ids.ts";
import { listedDay } from "../law/detection/deadline.ts";
import { assess, isBreached, type Obligation } from "../law/detection/detection.ts";
import type { Edition } from "../law/edition.ts";
import type { CaseState } from "./files/case.ts";
import { type Reading, readingsOfCase, readingsOfIntake, readingsOfRegister } from "./files/readings.ts";
import type { Correction } from "./files/recorded.ts";
import type { States } from "./command.ts";
import type { StreamName } from "./event.ts";
import type { About } from "./findings/finding.ts";
import type { IntakeState } from "./files/intake.ts";
import type { RegisterState } from "./files/register.ts";
import { caseOwners, intakeOwners, officeOwing, type Owners, registerOwners } from "./owing.ts";

export interface GoneDetection {
  readonly correction: Correction;
  /** As it stood on the day of the correction. */
  readonly before: Obligation;
  /** Undefined: there is no such time limit any more. */
  readonly after: Obligation | undefined;
  /** That was accused. */
  readonly office: OfficeId;
}

export function goneInCase(state: CaseState, edition?: Edition): readonly GoneDetection[] {
  return goneBy(readingsOfCase(state), caseOwners(state), edition);
}

export function goneInIntake(state: IntakeState, edition?: Edition): readonly GoneDetection[] {
  return goneBy(readingsOfIntake(state), intakeOwners(state), edition);
}

export function goneInRegister(state: RegisterState, edition?: Edition): readonly GoneDetection[] {
  return goneBy(readingsOfRegister(state), registerOwners(state), edition);
}

/** As the read model keeps it (db/0002_views.sql). */
export function goneRow(stream: StreamName, { correction, before, after, office }: GoneDetection) {
  const day = listedDay(before);
  if (day === undefined) throw new Error(`${before.key} was breached on no day`);
  return {
    key: before.key,
    stream,
    rule: before.rule,
    version: before.version,
    weight: before.weight,
    owner: before.owner,
    office,
    subject: before.subject.id,
    started_by: before.startedBy,
    started_on: before.startedOn,
    state: before.state,
    due_on: before.dueOn ?? null,
    met_on: before.metOn ?? null,
    then_state: after?.state ?? null,
    then_due_on: after?.dueOn ?? null,
    then_met_on: after?.metOn ?? null,
    act: correction.act,
    field: correction.field,
    correction: correction.version,
    corrected_on: correction.correctedOn,
    day,
  };
}

/** Of an instrument no entry is corrected. */
export function goneIn({ kind, id }: About, states: States, edition?: Edition): readonly GoneDetection[] {
  switch (kind) {
    case "instrument":
      return [];
    case "case": {
      const state = states.of(kind, id);
      return state === undefined ? [] : goneInCase(state, edition);
    }
    case "intake": {
      const state = states.of(kind, id);
      return state === undefined ? [] : goneInIntake(state, edition);
    }
    case "register": {
      const state = states.of(kind, id);
      return state === undefined ? [] : goneInRegister(state, edition);
    }
  }
}

function goneBy(readings: readonly Reading[], owners: Owners, edition?: Edition): readonly GoneDetection[] {
  const gone = new Map<string, GoneDetection>();
  for (const { correction, ...read } of readings) {
    const asked = { today: correction.correctedOn, ...(edition === undefined ? {} : { edition }) };
    const before = assess(read.before, asked).filter(isBreached);
    const after = new Map(assess(read.after, asked).map((obligation) => [obligation.key, obligation]));
    for (const each of before) {
      const now = after.get(each.key);
      const office = officeOwing(each.owner, owners);
      if (office !== undefined && (now === undefined || !isBreached(now)))
        gone.set(each.key, { correction, before: each, after: now, office });
    }
    for (const each of after.values()) if (isBreached(each)) gone.delete(each.key);
  }
  return [...gone.values()];
}
