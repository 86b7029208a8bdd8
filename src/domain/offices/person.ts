/** A person of an office. The name is committed, the roles with their days say what the person may do, the keys prove what the person signed. */

import type { Day } from "../../base/day.ts";
import type { Id, OfficeId, PersonId } from "../../base/ids.ts";
import type { Role } from "../event.ts";
import type { EventOf } from "../events.ts";
import type { PublicKey, CommittedField } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { LoginId } from "./login.ts";
import { holdsStrong, isStrong } from "./strong-roles.ts";

export type KeyId = Id<"key">;

/** Who gave it: `by` is absent where the system did, at a founding, and `proposedBy` where one administrator was enough. */
interface GivenBy {
  readonly by?: PersonId | undefined;
  readonly proposedBy?: PersonId | undefined;
}

/** Held from the day `from`. `until`, and `endedOn` where the role was ended early, is the first day without it. */
export interface Grant extends GivenBy {
  readonly office: OfficeId;
  readonly role: Role;
  readonly from: Day;
  readonly until?: Day | undefined;
  readonly endedOn?: Day | undefined;
}

export interface SigningKey extends GivenBy {
  readonly key: KeyId;
  readonly publicKey: PublicKey;
  readonly from: Day;
  readonly revokedOn?: Day | undefined;
}

export interface PersonState {
  readonly id: PersonId;
  readonly name: CommittedField;
  readonly login: LoginId;
  readonly grants: readonly Grant[];
  readonly keys: readonly SigningKey[];
}

export function rolesAt(state: PersonState, office: OfficeId, today: Day): readonly Role[] {
  return [
    ...new Set(
      state.grants.filter((grant) => grant.office === office && isHeld(grant, today)).map((grant) => grant.role),
    ),
  ];
}

export function officesOf(state: PersonState, today: Day): readonly OfficeId[] {
  return [...new Set(state.grants.filter((grant) => isHeld(grant, today)).map((grant) => grant.office))];
}

/** keyInForce returns the key if it may sign today. */
export function keyInForce(state: PersonState, key: KeyId, today: Day): SigningKey | undefined {
  return state.keys.find(
    (each) => each.key === key && each.from <= today && (each.revokedOn === undefined || today < each.revokedOn),
  );
}

export function isHeld(grant: Grant, day: Day): boolean {
  return grant.from <= day && !isOver(grant, day);
}

function isOver(grant: Grant, day: Day): boolean {
  return (grant.until !== undefined && grant.until <= day) || (grant.endedOn !== undefined && grant.endedOn <= day);
}

/** endedBy returns the grants that an end on that day cuts short. */
export function endedBy(
  state: PersonState,
  end: { readonly office: OfficeId; readonly role: Role; readonly endedOn: Day },
): readonly Grant[] {
  return state.grants.filter(
    (grant) => grant.office === end.office && grant.role === end.role && !isOver(grant, end.endedOn),
  );
}

export function evolvePerson(
  state: PersonState | undefined,
  event: EventOf<"person">,
  { recordedOn }: { readonly recordedOn: Day },
): PersonState {
  if (event.type === "person-registered") {
    if (state !== undefined) throw new ImpossibleEvent(event.type, "the person exists");
    const { person, name, login } = event.data;
    return { id: person, name, login, grants: [], keys: [] };
  }
  if (state === undefined) throw new ImpossibleEvent(event.type, "no such person");
  switch (event.type) {
    case "role-granted":
      mustBeGivenBy(event, { receiver: state.id, strong: isStrong(event.data.role) });
      return { ...state, grants: [...state.grants, event.data] };
    case "role-ended": {
      const ended = endedBy(state, event.data);
      if (ended.length === 0) throw new ImpossibleEvent(event.type, "no such role is held");
      const { endedOn } = event.data;
      return { ...state, grants: state.grants.map((grant) => (ended.includes(grant) ? { ...grant, endedOn } : grant)) };
    }
    case "key-registered":
      mustBeGivenBy(event, { receiver: state.id, strong: holdsStrong(state.grants, recordedOn) });
      return { ...state, keys: [...state.keys, event.data] };
    case "key-revoked": {
      const { key, revokedOn } = event.data;
      if (!state.keys.some((each) => each.key === key && each.revokedOn === undefined))
        throw new ImpossibleEvent(event.type, "no such key");
      return { ...state, keys: state.keys.map((each) => (each.key === key ? { ...each, revokedOn } : each)) };
    }
  }
}

/** mustBeGivenBy throws where somebody gave to themself, or one person alone gave what it takes two for. */
function mustBeGivenBy(
  { type, data: { by, proposedBy } }: { readonly type: string; readonly data: GivenBy },
  { receiver, strong }: { readonly receiver: PersonId; readonly strong: boolean },
): void {
  if (by === undefined && proposedBy === undefined) return;
  if (by === receiver || proposedBy === receiver) throw new ImpossibleEvent(type, "given to oneself");
  if (by === undefined || by === proposedBy) throw new ImpossibleEvent(type, "one person proposed and adopted it");
  if (strong && proposedBy === undefined) throw new ImpossibleEvent(type, "it takes two administrators");
}
