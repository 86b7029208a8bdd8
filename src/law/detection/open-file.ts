/** A file opened for detection under one edition of the law: its acts by id and by type, and what each act is about. */

import type { Day } from "../../base/day.ts";
import type { ActId } from "../../base/ids.ts";
import type { Act, ActType, DatedDay, Subject } from "../act.ts";
import type { CarriedDay } from "../act-entry.ts";
import type { EnforcementFile, FileAsset, FileParty } from "../file.ts";
import type { ActDay } from "../act-day.ts";
import type { RuleBook } from "./rule-book.ts";

export interface OpenFile {
  readonly file: EnforcementFile;
  readonly book: RuleBook;
  readonly byId: ReadonlyMap<ActId, Act>;
  readonly byType: ReadonlyMap<ActType, readonly Act[]>;
  readonly parties: ReadonlyMap<string, FileParty>;
  readonly assets: ReadonlyMap<string, FileAsset>;
}

/** The day of an act that counts for a rule, and which of its days that is. */
export interface CountedDay extends DatedDay {
  readonly name: CarriedDay;
}

const none: readonly never[] = [];

export function openFile(file: EnforcementFile, book: RuleBook): OpenFile {
  const acts = file.elsewhere === undefined ? file.acts : [...file.acts, ...file.elsewhere];
  const byType = new Map<ActType, Act[]>();
  const byId = new Map<ActId, Act>();
  for (const act of acts) {
    byId.set(act.id, act);
    const same = byType.get(act.type);
    if (same === undefined) byType.set(act.type, [act]);
    else same.push(act);
  }
  return {
    file,
    book,
    byId,
    byType,
    parties: new Map(file.parties.map((party) => [party.id, party])),
    assets: new Map(file.assets.map((asset) => [asset.id, asset])),
  };
}

export function actsOf(open: OpenFile, type: ActType): readonly Act[] {
  return open.byType.get(type) ?? none;
}

export function answeredActs(open: OpenFile, act: Act): readonly Act[] {
  return act.answers.length === 0 ? none : act.answers.flatMap((id) => open.byId.get(id) ?? []);
}

/** Returns undefined when the act is not of this kind, or the day that would count is not known. */
export function countedDay(act: Act, wanted: ActDay): CountedDay | undefined {
  if (act.type !== wanted.act || !hasTraits(act, wanted.where)) return undefined;
  for (const name of wanted.days) {
    const dated = act.days[name];
    if (dated !== undefined) return { day: dated.day, source: dated.source, name };
  }
  return undefined;
}

/** As `countedDay`, but the day alone and so without an allocation: this runs for every act that might count. */
export function dayThatCounts(act: Act, wanted: ActDay): Day | undefined {
  return act.type === wanted.act && hasTraits(act, wanted.where) ? firstKnown(act, wanted.days) : undefined;
}

/** The first of these days that the act carries. */
export function firstKnown({ days }: Act, names: ActDay["days"]): Day | undefined {
  for (const name of names) {
    const dated = days[name];
    if (dated !== undefined) return dated.day;
  }
  return undefined;
}

export function firstDay(act: Act, wanted: readonly ActDay[]): CountedDay | undefined {
  for (const one of wanted) {
    const day = countedDay(act, one);
    if (day !== undefined) return day;
  }
  return undefined;
}

export function sameSubject(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/**
 * Whether an act touches a subject: the act is about the whole case; or it, or an act that it goes back to, is about that
 * subject; or none of these is about any subject of that kind. A postponement for one debtor excuses nothing for another. An
 * act that goes back to a party of another side is about no party of this one: a decision that answers the notice to the
 * creditor still concerns the debtor.
 */
export function concerns(open: OpenFile, act: Act, subject: Subject): boolean {
  const { kind } = act.subject;
  if (kind === "case" || kind === "intake") return true;
  if (act.answers.length === 0) return kind !== subject.kind || act.subject.id === subject.id;
  const about = originsOf(open, act).map((one) => one.subject);
  if (about.some((one) => sameSubject(one, subject))) return true;
  return kind !== subject.kind && !about.some((one) => one.kind === subject.kind && sameSide(open, one, subject));
}

/** Whether two subjects of one kind stand on one side; only parties stand on several. */
export function sameSide({ parties }: OpenFile, one: Subject, other: Subject): boolean {
  return one.kind !== "party" || parties.get(one.id)?.side === parties.get(other.id)?.side;
}

/** The act, the acts that it answers, the acts that those answer, and so on. */
export function originsOf(open: OpenFile, act: Act): readonly Act[] {
  const origins = new Set([act]);
  // Iterating a Set reaches members added on the way, each once, so answers that form a circle end too.
  for (const one of origins) for (const answered of answeredActs(open, one)) origins.add(answered);
  return [...origins];
}

/** Whether `act` comes after `other`: on a later day, or on the same day and recorded later. */
export function comesAfter(
  open: OpenFile,
  act: Act,
  other: { readonly act: Act; readonly day: Day },
  day: Day,
): boolean {
  if (day !== other.day) return day > other.day;
  return act.type !== other.act.type || open.file.acts.indexOf(act) > open.file.acts.indexOf(other.act);
}

function hasTraits(act: Act, where: ActDay["where"]): boolean {
  if (where === undefined) return true;
  for (const name in where) if (where[name]?.includes(act.traits[name] ?? "") !== true) return false;
  return true;
}
