/**
 * Recomputes what each event claims of the law, the breach and its explanation, from the acts before it in the log. The
 * entries, in the order of the index, give the versions at which the streams stood; the streams are folded later, one
 * after another. So each claim waits until the versions that it was decided on are folded.
 */

import { utf8 } from "../../base/bytes.ts";
import { dayOf, parseInstant } from "../../base/day.ts";
import { type Recomputed, type LawEvent, recomputeLaw } from "../../domain/recomputed-law.ts";
import type { Counting } from "../../domain/editions/counting-edition.ts";
import { isSameEdition, editionName } from "../../domain/editions/offer.ts";
import { envelope, fileKinds, parseStreamName, type StreamName } from "../../domain/event.ts";
import { type Edition, editions } from "../../law/edition.ts";
import { lawEventOf, type FilesBehind, streamsOfLawEvent } from "../../domain/law-events.ts";
import type { Findings } from "./audit-fault.ts";
import type { Evidence } from "../evidence.ts";
import { isSameJson } from "../../base/unknown-json.ts";
import { statesFolded } from "../streams/states.ts";

/** A claim that waits keeps no bytes of its entry, which is read again when its states are there. */
interface SealedClaim {
  readonly index: number;
  readonly edition: Edition;
  /** An issuing, which says by itself neither its findings nor their cases. */
  readonly issuing: LawEvent | undefined;
  /** The states that were folded so far. */
  states: Map<StreamName, unknown> | undefined;
  /** The number of states that are not folded yet. */
  missing: number;
}

export interface AppliedAudit {
  /** The indexes of entries whose claim differs from the recomputed one. */
  readonly wrong: number[];
  /** Events under an edition of the law that this program does not have. */
  unexplained: number;
  readonly behind: FilesBehind;
  /** The version of each file at the entry that was read last. */
  readonly versions: Map<StreamName, number>;
  readonly waiting: Map<StreamName, Map<number, SealedClaim[]>>;
  /** Claims whose states are all there. */
  ready: SealedClaim[];
}

export function openApplied(): AppliedAudit {
  const behind = { cases: new Map(), findings: new Map() };
  return { wrong: [], unexplained: 0, behind, versions: new Map(), waiting: new Map(), ready: [] };
}

/** Tells the faults in the order of the index, once every stream was folded, and the claims that nothing judged. */
export function endApplied({ wrong, waiting }: AppliedAudit, { faults, unseen }: Findings): void {
  for (const index of wrong.toSorted((a, b) => a - b)) faults.add({ code: "law-differs", at: String(index) });
  const left = [...waiting.values()].flatMap((versions) => [...versions.values()].flat());
  const indexes = new Set(left.map(({ index }) => index));
  for (const index of [...indexes].toSorted((a, b) => a - b)) unseen.add({ code: "law-unjudged", at: String(index) });
}

/** How an event of a file ends in canonical JSON: so most events need not be parsed again. */
const ofFile = new RegExp(
  `"stream":"((?:${fileKinds.join("|")})/[0-9a-f]{32})","type":"[a-z-]+","v":1,"version":(\\d{1,9})\\}$`,
);
const mayApply =
  /"law":\{|"type":"(?:violation-confirmed|detection-dismissed|deadline-missed|instrument-(?:drafted|issued|served|received))"/;
const decoder = new TextDecoder();

interface Entry {
  readonly index: number;
  readonly body: Uint8Array;
  /** The edition of the law that counts at this place of the log. */
  readonly counting: Counting | undefined;
}

/** Takes the entries in the order of the index. audit-streams.ts finds those that do not read as events. */
export function readApplied(audit: AppliedAudit, { index, body, counting }: Entry): void {
  const text = decoder.decode(body);
  if (mayApply.test(text)) {
    const read = envelope.safeParse(JSON.parse(text));
    if (read.success) readSaid(audit, read.data, { index, counting });
  }
  const [, file, version] = ofFile.exec(text) ?? [];
  if (file !== undefined) audit.versions.set(parseStreamName(flat(file)), Number(version));
}

/** Copies a name: one that is cut out of the text of an event keeps that text in memory, for as long as the map has it. */
function flat(name: string): string {
  return decoder.decode(utf8(name));
}

function readSaid(
  audit: AppliedAudit,
  read: ReturnType<typeof envelope.parse>,
  { index, counting }: Omit<Entry, "body">,
): void {
  const event = lawEventOf(read, audit.behind);
  if (event === undefined || parseInstant(read.at) === undefined) {
    if (read.law !== undefined) audit.wrong.push(index);
    return;
  }
  const edition = counting && editions.find((known) => isSameEdition(editionName(known), counting));
  if (edition === undefined) audit.unexplained += 1;
  else awaitStates(audit, event, { index, edition });
}

function awaitStates(
  audit: AppliedAudit,
  event: LawEvent,
  { index, edition }: Pick<SealedClaim, "index" | "edition">,
): void {
  const issuing = event.type === "instrument-issued" ? event : undefined;
  const said: SealedClaim = { index, edition, issuing, states: undefined, missing: 0 };
  for (const stream of streamsOfLawEvent(event)) {
    const version = audit.versions.get(stream);
    if (version === undefined) continue;
    const versions = audit.waiting.get(stream) ?? new Map<number, SealedClaim[]>();
    audit.waiting.set(stream, versions);
    versions.set(version, [...(versions.get(version) ?? []), said]);
    said.missing += 1;
  }
  if (said.missing === 0) audit.wrong.push(index);
}

interface Evolved {
  readonly stream: StreamName;
  readonly version: number;
  readonly state: unknown;
}

/** Gives a folded state to the claims that wait for it; claims on a broken stream stay unjudged. */
export function auditApplied(audit: AppliedAudit, { stream, version, state }: Evolved): void {
  const versions = audit.waiting.get(stream);
  for (const said of versions?.get(version) ?? []) {
    said.states ??= new Map();
    said.states.set(stream, state);
    said.missing -= 1;
    if (said.missing === 0) audit.ready.push(said);
  }
  versions?.delete(version);
  if (versions?.size === 0) audit.waiting.delete(stream);
}

/** Judges the claims whose states are there: reads their entries again, and lets go of the states. */
export async function judgeApplied(audit: AppliedAudit, evidence: Pick<Evidence, "bodies">): Promise<void> {
  const { ready } = audit;
  audit.ready = [];
  const bodies = await evidence.bodies(ready.map(({ index }) => index));
  for (const said of ready) {
    const body = bodies.get(said.index);
    if (body !== undefined && !holds(audit, said, body)) audit.wrong.push(said.index);
  }
}

function holds(
  { behind }: AppliedAudit,
  { edition, issuing, states = new Map() }: SealedClaim,
  body: Uint8Array,
): boolean {
  const read = envelope.parse(JSON.parse(decoder.decode(body)));
  const event = issuing ?? lawEventOf(read, behind);
  const at = parseInstant(read.at);
  if (event === undefined || at === undefined) return false;
  const anew = recomputeLaw(event, { states: statesFolded(states), today: dayOf(at), edition });
  return anew !== undefined && isSameLaw(read.law, anew, edition) && isSameData(event.data, anew);
}

function isSameLaw(said: unknown, { law }: Recomputed, { number }: Edition): boolean {
  return isSameJson(said, law === undefined ? undefined : { ...law, edition: number });
}

/** Compares only the fields that follow from the law; the others are a person's word. */
function isSameData(said: object, { data }: Recomputed): boolean {
  const parts = new Map(Object.entries(said));
  return Object.entries(data).every(([name, value]) => isSameJson(parts.get(name), value));
}
