/** The row of one type of event: which commands, or which work of the system, may have made it, and what the audit keeps of it. */

import type { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { Actor, Role } from "../event.ts";
import { ImpossibleEvent } from "../impossible.ts";
import { relation } from "../offices/jurisdiction.ts";
import type { PersonState } from "../offices/person.ts";
import { type CommandName, mayDo, mayDoSomewhere, permittedRoles } from "../permission.ts";
import { type KnownBefore, names, type StatesKnown } from "./known.ts";
import { type AuthorityReason, authorityReasons } from "./reasons.ts";

type PersonActing = Extract<Actor, { readonly person: unknown }>;
type SystemActor = Extract<Actor, { readonly system: unknown }>["system"];

/** The entry in its place: the id of its stream, the day of its `at`, and what the entries before it say. */
export interface Place {
  readonly index: number;
  readonly id: string;
  readonly actor: Actor;
  readonly day: Day;
  readonly known: KnownBefore;
  readonly states: StatesKnown;
}

export function isBySystem({ actor }: Place): boolean {
  return "system" in actor;
}

export interface PlaceOf extends Place {
  readonly actor: PersonActing;
  readonly person: PersonState;
  /** The roles that the person holds at the office on that day; in `asks`, those that permit the command. */
  readonly roles: readonly Role[];
}

/** byActor holds the person who is said to have recorded it against the one who did. */
export function byActor({ by }: { readonly by?: string }, { actor }: PlaceOf): AuthorityReason | undefined {
  return by === actor.person ? undefined : "actor-differs";
}

/** What belongs to no office: the directory, the law. */
export const nobodys = "nobody's";

interface Way<Data> {
  readonly command: CommandName;
  /** The office whose affair it is; undefined where the log does not hold what the event is about. */
  readonly about: typeof nobodys | ((data: Data, at: Place) => OfficeId | undefined);
  /** The command makes it only right after another event, which names it (`leads`). */
  readonly together?: true;
  /** What the command itself asks. */
  readonly asks?: (data: Data, at: PlaceOf) => AuthorityReason | undefined;
}

export interface Leads {
  readonly owed?: readonly string[];
  readonly possible?: readonly string[];
}

interface Row<Data> {
  readonly ways: readonly Way<Data>[];
  readonly system?: {
    readonly by: SystemActor;
    readonly when?: (data: Data, at: Place) => AuthorityReason | undefined;
  };
  /** How another event of the same recording names this one. */
  readonly named?: (data: Data, at: Place) => string;
  /** The events that the same recording must hold after this one, and those that it may hold. */
  readonly leads?: (data: Data, at: Place) => Leads;
  /** Takes over whose affair something is, also from an entry without authority: no right follows from it. */
  readonly keep?: (data: Data, at: Place) => void;
  /** Takes over what gives rights, only from an entry with authority. */
  readonly fold?: (data: Data, at: Place) => void;
}

/** An event whose data fit its type. */
export interface JudgedEvent {
  readonly byPerson: (at: PlaceOf) => AuthorityReason | undefined;
  readonly bySystem: (system: SystemActor, at: Place) => AuthorityReason | undefined;
  readonly name: (at: Place) => string | undefined;
  readonly leads: (at: Place) => Leads;
  readonly keep: (at: Place) => void;
  readonly fold: (at: Place) => AuthorityReason | undefined;
}

/** A row reads the data; undefined when they do not fit. */
export type Rule = (data: unknown) => JudgedEvent | undefined;

export function rule<Data>(schema: z.ZodType<Data>, row: Row<Data>): Rule {
  return narrowRule((raw) => schema.safeParse(raw).data, row);
}

/** narrowRule is a row that reads of the data only what decides. */
export function narrowRule<Data>(read: (raw: unknown) => Data | undefined, row: Row<Data>): Rule {
  return (raw) => {
    const data = read(raw);
    if (data === undefined) return undefined;
    return {
      byPerson: (at) => reasonOfWays(data, row, at),
      bySystem: (system, at) => (row.system?.by === system ? row.system.when?.(data, at) : "system-may-not"),
      name: (at) => row.named?.(data, at),
      leads: (at) => row.leads?.(data, at) ?? {},
      keep: (at) => row.keep?.(data, at),
      fold: (at) => folded(data, row, at),
    };
  };
}

/** reasonOfWays returns undefined if one way is right, else the reason of the way that came furthest. */
function reasonOfWays<Data>(data: Data, row: Row<Data>, at: PlaceOf): AuthorityReason | undefined {
  if (row.ways.length === 0) return "person-may-not";
  let furthest: AuthorityReason = "role-does-not-permit";
  for (const way of row.ways) {
    const reason = reasonOfWay(data, way, at) ?? (way.together === true ? reasonAlone(data, row, at) : undefined);
    if (reason === undefined) return undefined;
    if (authorityReasons.indexOf(reason) > authorityReasons.indexOf(furthest)) furthest = reason;
  }
  return furthest;
}

function reasonOfWay<Data>(data: Data, way: Way<Data>, at: PlaceOf): AuthorityReason | undefined {
  const { command } = way;
  const { actor, roles, states, day } = at;
  if (!mayDoSomewhere([actor.role], command)) return "role-does-not-permit";
  const about = way.about === nobodys ? nobodys : way.about(data, at);
  if (about === undefined) return "affair-unknown";
  const standing = about === nobodys ? "other" : relation(about, actor.office, { states, day });
  if (!mayDo([actor.role], command, standing)) return "affair-of-another-office";
  return way.asks?.(data, { ...at, roles: permittedRoles(roles, command, standing) });
}

function reasonAlone<Data>(data: Data, { named }: Row<Data>, at: PlaceOf): AuthorityReason | undefined {
  const { recording } = at.known;
  const name = named?.(data, at);
  const isNamed = name !== undefined && recording !== undefined && names(recording, name, at.actor);
  return isNamed ? undefined : "made-alone";
}

function folded<Data>(data: Data, { fold }: Row<Data>, at: Place): AuthorityReason | undefined {
  try {
    fold?.(data, at);
    return undefined;
  } catch (fault) {
    if (fault instanceof ImpossibleEvent) return "directory-contradicts";
    throw fault;
  }
}
