/**
 * The founding of the directory: the office that operates this log, and its two administrators, who register everybody else.
 * The system records it once, right after entry 0; every later change of the directory is a command. Where fewer than two
 * persons are left who can administer, as in a log that was founded with one, it names the missing one in the same way.
 */

import { type Day, dayOf } from "../../base/day.ts";
import { formatId, type Id, type OfficeId, type PersonId } from "../../base/ids.ts";
import type { NewEvent, States } from "../../domain/command.ts";
import { code } from "../../domain/field.ts";
import { type StreamName, streamName } from "../../domain/event.ts";
import {
  administratorReads,
  lastingAdministrators,
  lastingGrant,
} from "../../domain/offices/changes/administrators.ts";
import { directoryId, directoryStream } from "../../domain/offices/changes/directory-state.ts";
import { personal, reference } from "../../domain/secret.ts";
import type { Host } from "../host.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import { loadStates } from "../streams/load-states.ts";
import type { LoadedStreams } from "../streams/states.ts";
import { loginId, type TokenIdentity } from "../streams/who.ts";
import { openLog } from "./opening.ts";
import { systemScope, recordBySystem } from "./system-recording.ts";

interface Founder {
  readonly identity: TokenIdentity;
  readonly name: string;
}

export interface Founders {
  readonly operator: { readonly code: string; readonly name: string };
  readonly administrators: readonly [Founder, Founder];
}

/** Opens an empty log and founds the directory; false if two persons can administer it already. */
export async function foundDirectory(founders: Founders, host: Host): Promise<boolean> {
  await openLog(host);
  const logins = await Promise.all(founders.administrators.map(async ({ identity }) => loginId(identity, host)));
  if (new Set(logins).size < logins.length) throw new Error("the two administrators have one login");
  const { states, streams, now } = await loadStates((known) => streamsOf(logins, known), host);
  const today = dayOf(now);
  if (lastingAdministrators(states, today).length >= founders.administrators.length) return false;
  const newId = <T extends Id<string>>(): T => formatId<T>(host.random(16));
  const events = foundingEvents({ founders, logins, states, today, newId });
  const version = streams.get(directoryStream)?.version ?? 0;
  const written = new Set(events.map(({ kind, id }) => streamName(kind, id)));
  const reads = [...streams].flatMap(([stream, loaded]) =>
    loaded === undefined || written.has(stream) ? [] : [{ stream, version: loaded.version }],
  );
  const scope = systemScope(`founding/v1/${version}`);
  return recordBySystem(
    { events, loaded: { streams: loadedOnly(streams), now }, reads, actor: { system: "opening" }, scope },
    host,
  );
}

function loadedOnly(streams: LoadedStreams): ReadonlyMap<StreamName, LoadedStream> {
  return new Map([...streams].flatMap(([name, loaded]) => (loaded === undefined ? [] : [[name, loaded]])));
}

function streamsOf(logins: readonly Id<"login">[], states: States): readonly StreamName[] {
  const persons = logins.flatMap((login) => states.of("login", login)?.person ?? []);
  const offices = persons.flatMap((id) => states.of("person", id)?.grants.map(({ office }) => office) ?? []);
  return [
    ...administratorReads(states),
    ...logins.map((login) => streamName("login", login)),
    ...persons.map((person) => streamName("person", person)),
    ...offices.map((office) => streamName("office", office)),
  ];
}

interface Founding {
  readonly founders: Founders;
  readonly logins: readonly Id<"login">[];
  readonly states: States;
  readonly today: Day;
  readonly newId: <T extends Id<string>>() => T;
}

function foundingEvents(founding: Founding): readonly NewEvent[] {
  const { founders, logins, states, today, newId } = founding;
  const persons = logins.map((login) => states.of("login", login)?.person);
  const grants = persons.map((id) => id && lastingGrant(states.of("person", id), { states, day: today }));
  const known = grants.find((grant) => grant !== undefined)?.office;
  const office = known ?? newId<OfficeId>();
  const administrators = founders.administrators.map((founder, i) => {
    const login = logins[i];
    const person = persons[i] ?? newId<PersonId>();
    const registered = persons[i] === undefined && login !== undefined ? registration(founder, { person, login }) : [];
    return {
      person,
      events: grants[i] === undefined ? [...registered, administratorGranted({ person, office, today })] : [],
    };
  });
  return [
    ...(known === undefined ? [operatorOpened(founders, office, today)] : []),
    ...administrators.flatMap(({ events }) => events),
    {
      kind: "directory",
      id: directoryId,
      event: { type: "administrators-named", data: { administrators: administrators.map(({ person }) => person) } },
    },
  ];
}

function operatorOpened({ operator }: Founders, office: OfficeId, today: Day): NewEvent {
  const opened = {
    office,
    code: code.parse(operator.code),
    kind: "operator" as const,
    name: reference(operator.name),
    openedOn: today,
  };
  return { kind: "office", id: office, event: { type: "office-opened", data: opened } };
}

function registration(
  { name }: Founder,
  { person, login }: { readonly person: PersonId; readonly login: Id<"login"> },
): readonly NewEvent[] {
  const registered = { person, name: personal(name, person), login };
  return [
    { kind: "login", id: login, event: { type: "login-linked", data: { person } } },
    { kind: "person", id: person, event: { type: "person-registered", data: registered } },
  ];
}

function administratorGranted({
  person,
  office,
  today,
}: {
  readonly person: PersonId;
  readonly office: OfficeId;
  readonly today: Day;
}): NewEvent {
  const data = { office, role: "directory-administrator" as const, from: today };
  return { kind: "person", id: person, event: { type: "role-granted", data } };
}
