/** A signing key is registered by another person, and is in force from today, because a key in force earlier could sign the past. */

import type { Day } from "../../base/day.ts";
import type { PersonId } from "../../base/ids.ts";
import type { Context, NewEvent } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import type { PublicKey } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import { directoryId, directoryStream, openProposals } from "./changes/directory-state.ts";
import type { ByWhom } from "./by-whom.ts";
import type { Administering, DirectoryStates } from "./directory-states.ts";
import type { KeyId } from "./person.ts";
import { holdsStrong, isStrong } from "./strong-roles.ts";

export interface NewKey {
  readonly person: PersonId;
  readonly publicKey: PublicKey;
}

export function keyReads({ person }: NewKey): readonly StreamName[] {
  return [streamName("person", person), directoryStream];
}

export function keyRefusal({ person, publicKey }: NewKey, { states, acting }: Administering): Refusal | undefined {
  const state = states.of("person", person);
  if (state === undefined) return { code: "unknown-person", at: "/person" };
  if (person === acting.person) return { code: "given-to-oneself", at: "/person" };
  const isKnown = state.keys.some((each) => each.publicKey === publicKey);
  return isKnown ? { code: "already-exists", at: "/publicKey" } : undefined;
}

/** keyTakesTwo is true of a person who holds a strong role, will hold one, or is proposed for one. */
export function keyTakesTwo(person: PersonId, states: DirectoryStates, today: Day): boolean {
  if (holdsStrong(states.of("person", person)?.grants ?? [], today)) return true;
  return openProposals(states.of("directory", directoryId), today).some(
    ({ change }) => change.do === "grant-role" && change.person === person && isStrong(change.role),
  );
}

export function keyRegistered(
  { person, publicKey }: NewKey,
  given: ByWhom,
  { today, newId }: Pick<Context, "today" | "newId">,
): NewEvent {
  const data = { key: newId<KeyId>(), publicKey, from: today, ...given };
  return { kind: "person", id: person, event: { type: "key-registered", data } };
}
