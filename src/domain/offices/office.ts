/** An office (procuracy, enforcement agency, court …) with its days, its superior, its successor and its supervision. */

import type { Day } from "../../base/day.ts";
import type { OfficeId, PersonId } from "../../base/ids.ts";
import type { EventOf } from "../events.ts";
import type { Code, CommittedField } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { OfficeKind } from "./events.ts";

/** Valid from the day `from`; `until` is the first day without it. */
interface Supervision {
  readonly procuracy: OfficeId;
  readonly from: Day;
  readonly until?: Day | undefined;
}

export interface OfficeState {
  readonly id: OfficeId;
  readonly code: Code;
  readonly kind: OfficeKind;
  readonly name: CommittedField;
  readonly superior?: OfficeId | undefined;
  readonly openedOn: Day;
  /** The first day on which the office no longer exists. */
  readonly closedOn?: Day | undefined;
  readonly successor?: OfficeId | undefined;
  readonly supervision: readonly Supervision[];
}

export const procuracyKinds: readonly OfficeKind[] = [
  "supreme-procuracy",
  "provincial-procuracy",
  "area-procuracy",
  "district-procuracy",
];

/** The offices that enforce: departments, sub-departments and rooms of the State, and private offices (law 106/2025 Art.27). */
export const agencyKinds: readonly OfficeKind[] = [
  "enforcement-agency",
  "enforcement-sub-department",
  "area-enforcement-room",
  "enforcement-office",
];

export function isOpen(office: OfficeState, day: Day): boolean {
  return office.openedOn <= day && (office.closedOn === undefined || day < office.closedOn);
}

/** procuracyOf returns the assignment that covers the day; of several the one that began last, and of those the one recorded last. */
export function procuracyOf(office: OfficeState, day: Day): OfficeId | undefined {
  let latest: Supervision | undefined;
  for (const each of office.supervision) {
    const covers = each.from <= day && (each.until === undefined || day < each.until);
    if (covers && (latest === undefined || latest.from <= each.from)) latest = each;
  }
  return latest?.procuracy;
}

export function evolveOffice(
  state: OfficeState | undefined,
  event: EventOf<"office">,
  { recordedOn }: { readonly recordedOn: Day },
): OfficeState {
  if (event.type === "office-opened") {
    if (state !== undefined) throw new ImpossibleEvent(event.type, "the office exists");
    const { office, ...rest } = event.data;
    return { id: office, ...rest, supervision: [] };
  }
  if (state === undefined) throw new ImpossibleEvent(event.type, "no such office");
  switch (event.type) {
    case "office-closed": {
      if (state.closedOn !== undefined) throw new ImpossibleEvent(event.type, "the office is closed");
      const { by, proposedBy, ...closed } = event.data;
      mustBeByTwo(event.type, { by, proposedBy, past: closed.closedOn < recordedOn });
      return { ...state, ...closed };
    }
    case "supervision-assigned": {
      const { by, proposedBy, ...assigned } = event.data;
      mustBeByTwo(event.type, { by, proposedBy, past: assigned.from < recordedOn });
      return { ...state, supervision: [...state.supervision, assigned] };
    }
  }
}

/** mustBeByTwo throws where one person alone changed whose affair the past was. */
function mustBeByTwo(
  type: string,
  given: { readonly by: PersonId | undefined; readonly proposedBy: PersonId | undefined; readonly past: boolean },
): void {
  const { by, proposedBy, past } = given;
  if (by === undefined && proposedBy === undefined) return;
  if (by === undefined || by === proposedBy) throw new ImpossibleEvent(type, "one person proposed and adopted it");
  if (past && proposedBy === undefined) throw new ImpossibleEvent(type, "a past day takes two administrators");
}
