/**
 * Reads the outer fields of an event from its bytes; nothing in them makes it throw. It is written by hand, because it runs
 * on every entry; test/domain/authority/narrow.test.ts holds it against the schema of the same fields.
 */

import { type Instant, parseInstant } from "../../base/day.ts";
import { type OfficeId, parseId, type PersonId } from "../../base/ids.ts";
import { parseJson } from "../../base/unknown-json.ts";
import { type Actor, roles } from "../event.ts";
import { isObject } from "./narrow.ts";

/** The fields that authority looks at; the rest of the envelope is checked by the log and by the schemas. */
export interface ReadHead {
  readonly actor: Actor;
  readonly at: Instant;
  readonly data: unknown;
  readonly stream: string;
  readonly type: string;
}

export function readHead(event: Uint8Array): ReadHead | undefined {
  const read = parseJson(event);
  if (!isObject(read)) return undefined;
  const { actor: who, at: when, data, stream, type, v } = read;
  const [actor, at] = [readActor(who), parseInstant(when)];
  const isNamed = typeof stream === "string" && writtenStream.test(stream) && typeof type === "string";
  return actor === undefined || at === undefined || !isNamed || v !== 1 ? undefined : { actor, at, data, stream, type };
}

const writtenStream = /^[a-z]+\/[a-z0-9-]+$/;
const systems = ["opening", "reopening", "sweep"] as const;

function readActor(value: unknown): Actor | undefined {
  if (!isObject(value)) return undefined;
  const names = Object.keys(value).length;
  const system = systems.find((each) => each === value["system"]);
  if (system !== undefined) return names === 1 ? { system } : undefined;
  const [person, office] = [parseId<PersonId>(value["person"]), parseId<OfficeId>(value["office"])];
  const role = roles.find((each) => each === value["role"]);
  if (person === undefined || office === undefined || role === undefined) return undefined;
  if (names === 3) return { person, office, role };
  const onBehalfOf = parseId<OfficeId>(value["onBehalfOf"]);
  return names === 4 && onBehalfOf !== undefined ? { person, office, role, onBehalfOf } : undefined;
}
