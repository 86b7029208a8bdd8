/**
 * Whether each entry was made by somebody who may: recomputed from the entries before it alone, in the order of the index
 * (src/README.md#access). What an entry without authority says of the directory or of the law counts for nobody after it.
 */

import { addDays, type Day, dayOf, type Instant } from "../../base/day.ts";
import type { Actor } from "../event.ts";
import { isOpen } from "../offices/office.ts";
import { rolesAt } from "../offices/person.ts";
import { type KnownBefore, knownOfNothing, names, statesKnown } from "./known.ts";
import { readHead, type ReadHead } from "./read-head.ts";
import type { AuthorityReason } from "./reasons.ts";
import type { JudgedEvent, Leads, Place } from "./rule.ts";
import { eventRule } from "./rules.ts";

/** An audit under way. It grows in place, like that of the log (src/log/audit.ts). */
export interface AuthorityAudit {
  readonly known: KnownBefore;
  readonly states: Place["states"];
  /** The index of the next entry, if none is missing. */
  next: number;
}

export interface Unauthorised {
  readonly index: number;
  readonly reason: AuthorityReason;
  /** Absent where the entry does not read as an event. */
  readonly type?: string;
  /** The role and the code of the office for which somebody is said to have acted, or the part of the system. */
  readonly by?: string;
}

export function openAuthority(): AuthorityAudit {
  const known = knownOfNothing();
  return { known, states: statesKnown(known), next: 0 };
}

export interface ReadEntry {
  readonly index: number;
  readonly event: Uint8Array;
  /** Whether these are the bytes that were sealed; an edit is told by its hash, and nothing is said of what it might mean. */
  readonly isSealed: boolean;
}

/** readAuthority takes the entries in the order of the index, and returns what is wrong with one, or with the recording before it. */
export function readAuthority(audit: AuthorityAudit, { index, event, isSealed }: ReadEntry): readonly Unauthorised[] {
  // Nobody knows what an entry that was not read, or not as it was sealed, belonged to.
  if (!isSealed || index !== audit.next) audit.known.recording = undefined;
  audit.next = index + 1;
  const found = readEntry(audit, index, event);
  if (isSealed) return found;
  audit.known.recording = undefined;
  return [];
}

function readEntry(audit: AuthorityAudit, index: number, event: Uint8Array): readonly Unauthorised[] {
  const head = readHead(event);
  const [kind = "", id = ""] = head?.stream.split("/") ?? [];
  const judged = head && eventRule(kind, head.type)?.(head.data);
  if (head === undefined || judged === undefined)
    return [
      ...endAuthority(audit),
      { index, reason: "event-unknown", ...(head && { type: head.type, by: nameOf(head.actor, audit.known) }) },
    ];
  const { known, states } = audit;
  const place = { index, id, known, states, actor: head.actor, day: dayOf(head.at) };
  const { reason, leads } = judge(days(head.at), { head, judged, place });
  const broken = follow(audit, { head, judged, place }, leads);
  judged.keep(place);
  if (reason === undefined) return broken;
  return [...broken, { index, reason, type: head.type, by: nameOf(head.actor, known) }];
}

/** endAuthority returns what the last recording lacks. */
export function endAuthority({ known }: AuthorityAudit): readonly Unauthorised[] {
  const { recording } = known;
  known.recording = undefined;
  if (recording === undefined || recording.owed.size === 0) return [];
  const { index, type, actor } = recording;
  return [{ index, reason: "made-alone", type, by: nameOf(actor, known) }];
}

function nameOf(actor: Actor, { offices }: KnownBefore): string {
  if ("system" in actor) return `system ${actor.system}`;
  return `${actor.role} ${offices.get(actor.office)?.code ?? actor.office}`;
}

interface Reading {
  readonly head: ReadHead;
  readonly judged: JudgedEvent;
  readonly place: Place;
}

/**
 * follow takes the entry into the recording under way; if it is not of that one, that one has ended and must have been
 * whole. What follows from an entry without authority may not follow either.
 */
function follow(
  audit: AuthorityAudit,
  { head, judged, place }: Reading,
  { owed = [], possible = [] }: Leads,
): readonly Unauthorised[] {
  const { recording } = audit.known;
  const name = judged.name(place);
  const belongs = recording !== undefined && name !== undefined && names(recording, name, head.actor);
  if (belongs) recording.owed.delete(name);
  const broken = belongs ? [] : endAuthority(audit);
  const still = belongs ? recording.owed : new Set<string>();
  const { index, type, actor } = still.size > 0 && belongs ? recording : { index: place.index, ...head };
  const next = { index, type, actor, owed: new Set([...still, ...owed]), possible: new Set(possible) };
  if (owed.length + possible.length > 0) audit.known.recording = next;
  return broken;
}

/** Two days where the entry is of the first minute after midnight: its stream's clock may have been ahead of the decision's (db/0003). */
function days(at: Instant): readonly Day[] {
  const day = dayOf(at);
  return at.slice(11, 16) === firstMinute ? [day, addDays(day, -1)] : [day];
}

/** Midnight in Vietnam, UTC+7. */
const firstMinute = "17:00";

interface Verdict {
  readonly reason: AuthorityReason | undefined;
  /** What the rest of the recording must or may be; nothing after an entry without authority. */
  readonly leads: Leads;
}

/** judge folds an entry that is right on one of the days. */
function judge(on: readonly Day[], { head, judged, place }: Reading): Verdict {
  let first: AuthorityReason | undefined;
  for (const day of on) {
    const there = { ...place, day };
    const reason = reasonOf(head.actor, judged, there);
    if (reason === undefined) {
      const leads = judged.leads(there);
      return { leads, reason: judged.fold(there) };
    }
    first ??= reason;
  }
  return { reason: first, leads: {} };
}

function reasonOf(actor: Actor, judged: JudgedEvent, place: Place): AuthorityReason | undefined {
  if ("system" in actor) return judged.bySystem(actor.system, place);
  const { known, day } = place;
  const person = known.persons.get(actor.person);
  if (person === undefined) return "actor-unknown";
  const office = known.offices.get(actor.office);
  if (office === undefined || !isOpen(office, day)) return "office-not-open";
  const roles = rolesAt(person, actor.office, day);
  if (!roles.includes(actor.role)) return "role-not-held";
  // No command acts on behalf of another office.
  if (actor.onBehalfOf !== undefined) return "actor-differs";
  return judged.byPerson({ ...place, actor, person, roles });
}
