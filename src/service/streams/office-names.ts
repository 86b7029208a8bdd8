/** The names of offices. Those of public offices are no secret of a case, so reading them is not journalled. */

import { dayOf } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import type { OfficeState } from "../../domain/offices/office.ts";
import { officesOf } from "../../domain/offices/person.ts";
import { loadStates } from "./load-states.ts";
import type { Host } from "../host.ts";
import { loginId, type TokenIdentity } from "./who.ts";

export interface NamedOffice {
  readonly state: OfficeState;
  /** The name, or the code where the name was erased. */
  readonly name: string;
}

export async function namedOffices(ids: readonly OfficeId[], host: Host): Promise<ReadonlyMap<OfficeId, NamedOffice>> {
  const { states } = await loadStates(() => ids.map((id) => streamName("office", id)), host);
  const known = [...new Set(ids)].flatMap((id) => states.of("office", id) ?? []);
  const names = await host.vault.reveal(known.map(({ name }) => name.sealed));
  return new Map(
    known.map((state) => [state.id, { state, name: nameOf(names.get(state.name.sealed)?.value) ?? state.code }]),
  );
}

function nameOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The offices where the person of this login holds a role today; none for an unknown login. */
export async function officesOfLogin(identity: TokenIdentity, host: Host): Promise<readonly NamedOffice[]> {
  const login = await loginId(identity, host);
  const { states, now } = await loadStates((known) => {
    const person = known.of("login", login)?.person;
    return [streamName("login", login), ...(person === undefined ? [] : [streamName("person", person)])];
  }, host);
  const person = states.of("login", login)?.person;
  const state = person && states.of("person", person);
  return state === undefined ? [] : [...(await namedOffices(officesOf(state, dayOf(now)), host)).values()];
}
