/** A signing key is registered by another person, and is in force from today, because a key in force earlier could sign the past. */

import type { Day } from "../../base/day.ts";
import type { PersonId } from "../../base/ids.ts";
import type { Context, NewEvent, States } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import type { PublicKey } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import { directoryId, directoryStream, openProposals } from "./changes/directory-state.ts";
import type { ByWhom } from "./by-whom.ts";
import type { KeyId } from "./person.ts";
import { holdsStrong, isStrong } from "./strong-roles.ts";

export interface NewKey {
  readonly person: PersonId;
  readonly publicKey: PublicKey;
}

export function keyReads({ person }: NewKey): readonly StreamName[] {
  return [streamName("person", person), directoryStream];
}

export function keyRefusal({ person, publicKey }: NewKey, { states, acting }: Context): Refusal | undefined {
  const state = states.of("person", person);
  if (state === undefined) return { code: "unknown-person", at: "/person" };
  if (person === acting.person) return { code: "given-to-oneself", at: "/person" };
  const isKnown = state.keys.some((each) => each.publicKey === publicKey);
  return isKnown ? { code: "already-exists", at: "/publicKey" } : undefined;
}

/** keyTakesTwo is true of a person who holds a strong role, will hold one, or is proposed for one. */
export function keyTakesTwo(person: PersonId, states: States, today: Day): boolean {
  if (holdsStrong(states.of("person", person)?.grants ?? [], today)) return true;
  return openProposals(states.of("directory", directoryId), today).some(
    ({ change }) => change.do === "grant-role" && change.person === person && isStrong(change.role),
  );
}

export function keyRegistered({ person, publicKey }: NewKey, given: ByWhom, { today, newId }: Context): NewEvent {
  const data = { key: newId<KeyId>(), publicKey, from: today, ...given };
  return { kind: "person", id: person, event: { type: "key-registered", data } };
}
