/** The person of the directory whom an address names, with their name, which an administrator may read. */

import { type PersonId, parseId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import type { PersonState } from "../../domain/offices/person.ts";
import { namesOfPersons } from "../../service/reading/rights.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { nameText } from "../parts/person-name.ts";

export interface AskedPerson {
  readonly state: PersonState;
  readonly name: string;
  readonly path: string;
}

export async function askedPerson(c: ConsoleContext): Promise<AskedPerson | undefined> {
  const { reader, host } = c.var.visit;
  const id = parseId<PersonId>(c.req.param("id"));
  if (id === undefined) return undefined;
  const { states } = await loadStates(() => [streamName("person", id)], host);
  const state = states.of("person", id);
  if (state === undefined) return undefined;
  const nameOf = await namesOfPersons([id], reader, host);
  return { state, name: nameText(nameOf(id)), path: personPath(id) };
}

function personPath(id: PersonId): string {
  return `/console/people/${id}`;
}
