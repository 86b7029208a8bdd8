/**
 * The founding of the directory: the office that operates this log, and its first administrator, who registers
 * everybody else. The system records it once, right after entry 0; every later change of the directory is a command.
 */

import { dayOf } from "../../base/day.ts";
import { formatId, type Id, type OfficeId, type PersonId } from "../../base/ids.ts";
import type { NewEvent } from "../../domain/command.ts";
import { code } from "../../domain/field.ts";
import { streamName } from "../../domain/event.ts";
import { personal, reference } from "../../domain/secret.ts";
import type { Host } from "../host.ts";
import { openLog } from "./opening.ts";
import { systemScope, recordBySystem } from "./system-recording.ts";
import { loginId, type TokenIdentity } from "../streams/who.ts";

export interface Founders {
  readonly operator: { readonly code: string; readonly name: string };
  readonly administrator: { readonly identity: TokenIdentity; readonly name: string };
}

/** Opens an empty log and founds the directory; false if that was done before. */
export async function foundDirectory(founders: Founders, host: Host): Promise<boolean> {
  await openLog(host);
  const scope = systemScope("founding/v1");
  const login = await loginId(founders.administrator.identity, host);
  const loaded = await host.load([streamName("login", login)], { scope, body: scope });
  if (loaded.repeated !== undefined || loaded.streams.size > 0) return false;
  const newId = <T extends Id<string>>(): T => formatId<T>(host.random(16));
  const ids = { office: newId<OfficeId>(), person: newId<PersonId>(), login };
  const events = foundingEvents(founders, ids, dayOf(loaded.now));
  return recordBySystem({ events, loaded, actor: { system: "opening" }, scope }, host);
}

function foundingEvents(
  { operator, administrator }: Founders,
  { office, person, login }: { readonly office: OfficeId; readonly person: PersonId; readonly login: Id<"login"> },
  today: ReturnType<typeof dayOf>,
): readonly NewEvent[] {
  const opened = {
    office,
    code: code.parse(operator.code),
    kind: "operator" as const,
    name: reference(operator.name),
    openedOn: today,
  };
  return [
    { kind: "office", id: office, event: { type: "office-opened", data: opened } },
    { kind: "login", id: login, event: { type: "login-linked", data: { person } } },
    {
      kind: "person",
      id: person,
      event: { type: "person-registered", data: { person, name: personal(administrator.name, person), login } },
    },
    {
      kind: "person",
      id: person,
      event: { type: "role-granted", data: { office, role: "directory-administrator", from: today } },
    },
  ];
}
