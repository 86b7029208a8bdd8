/** Forges an entry of a log in memory: another actor, other data, or another state of the directory before it. */

import { utf8 } from "../../../src/base/bytes.ts";
import { dayOf, parseInstant } from "../../../src/base/day.ts";
import { openAuthority, readAuthority, type Unauthorised } from "../../../src/domain/authority/authority.ts";
import { type KnownBefore, statesKnown } from "../../../src/domain/authority/known.ts";
import { actor } from "../../../src/domain/event.ts";
import { eventOf, type PureLog } from "./pure-log.ts";

export type Event = Readonly<Record<string, unknown>>;

export interface Forgeable {
  readonly index: number;
  readonly event: Event;
  /** What the entries before it say. */
  readonly known: KnownBefore;
}

/** reasonOf returns the reason against the entry with these fields, after `change` to what is known before it. */
export function reasonOf(
  { index, event, known }: Forgeable,
  fields: Event = {},
  change: (known: KnownBefore) => void = () => undefined,
): Unauthorised["reason"] | undefined {
  const before = structuredClone(known);
  change(before);
  const audit = { known: before, states: statesKnown(before), next: index };
  const found = readAuthority(audit, { index, event: utf8(JSON.stringify({ ...event, ...fields })), isSealed: true });
  return found.find((each) => each.index === index)?.reason;
}

export function personIn({ event }: Pick<Forgeable, "event">) {
  const who = actor.parse(event["actor"]);
  if ("system" in who) throw new Error("the system made it");
  return who;
}

export function dayIn({ event }: Pick<Forgeable, "event">) {
  const at = parseInstant(event["at"]);
  if (at === undefined) throw new Error("no instant");
  return dayOf(at);
}

/** What an entry must be: its kind of stream and type, and its role or part of the system. */
export interface Wanted {
  readonly made: string;
  readonly by?: string;
}

const found = new WeakMap<PureLog, Map<string, Forgeable>>();

/** entryOf returns the first such entry of the log, with what the entries before it say. It keeps them, because a log is read anew for each. */
export function entryOf(log: PureLog, wanted: Wanted): Forgeable {
  const kept = found.get(log) ?? new Map<string, Forgeable>();
  found.set(log, kept);
  const name = `${wanted.made} ${wanted.by}`;
  const entry = kept.get(name) ?? firstOf(log, wanted);
  kept.set(name, entry);
  return entry;
}

function firstOf(log: PureLog, { made, by }: Wanted): Forgeable {
  const audit = openAuthority();
  for (const [index, entry] of log.entries.entries()) {
    const event = eventOf(entry);
    const who = { role: undefined, system: undefined, ...(event["actor"] as object) };
    const isMade = `${String(event["stream"]).split("/")[0]} ${String(event["type"])}` === made;
    if (isMade && (by === undefined || by === who.role || by === who.system))
      return { index, event, known: audit.known };
    readAuthority(audit, { index, event: entry, isSealed: true });
  }
  throw new Error(`no ${made} by ${by} in the log`);
}
