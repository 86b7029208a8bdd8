/**
 * Checks the edition of the law that each event names against the one that counted at its place in the log: entry 0
 * names the first, an adoption by a second person every later one. It takes the entries in the order of the index.
 */

import type { Counting } from "../../domain/editions/counting-edition.ts";
import { editionStream, tellsSuperseded } from "../../domain/editions/adoption.ts";
import { editionEvents } from "../../domain/editions/events.ts";
import { type EditionName, isSameEdition } from "../../domain/editions/offer.ts";
import { envelope } from "../../domain/event.ts";
import { logEvents } from "../../domain/events.ts";
import { commitment } from "../../domain/field.ts";
import type { DatabaseFault } from "./audit-fault.ts";

export interface EditionsAudit {
  readonly faults: DatabaseFault[];
  /** Events that name the edition of entry 0 while nobody had adopted one. */
  unadopted: number;
  counting: Counting | undefined;
  /** The proposals, each by the actor of its entry. */
  readonly proposals: { readonly name: EditionName; readonly by: string }[];
}

export function openEditions(): EditionsAudit {
  return { faults: [], unadopted: 0, counting: undefined, proposals: [] };
}

const opening = logEvents["log-opened"];
const proposed = editionEvents["law-proposed"];
const adopted = editionEvents["law-adopted"];
const decoder = new TextDecoder();

/** Checks one entry. audit-streams.ts finds those that do not read as events. */
export function auditEdition(audit: EditionsAudit, index: number, body: Uint8Array): void {
  const text = decoder.decode(body);
  // Most events name no edition, and need not be parsed again.
  if (index > 0 && !text.includes('"law":{') && !text.includes(`"stream":"${editionStream}"`)) return;
  const read = envelope.safeParse(JSON.parse(text));
  if (!read.success) return;
  const { type, data, law, actor } = read.data;
  if (law !== undefined) auditNamed(audit, law.edition, index);
  const person = "person" in actor ? actor.person : undefined;
  if (type === "log-opened" && index === 0) openWith(audit, data);
  if (read.data.stream !== editionStream) return;
  if (type === "law-proposed") auditProposal(audit, { data, person, index });
  if (type === "law-adopted") auditAdoption(audit, { data, person, index });
}

function openWith(audit: EditionsAudit, data: unknown): void {
  const read = opening.safeParse(data);
  const digest = commitment.safeParse(read.data?.editionDigest);
  if (read.success && digest.success)
    audit.counting = { edition: read.data.edition, digest: digest.data, by: "opening" };
}

function auditNamed(audit: EditionsAudit, edition: number, index: number): void {
  const { counting } = audit;
  if (counting?.edition !== edition) audit.faults.push({ code: "edition-not-adopted", at: String(index) });
  else if (counting.by === "opening") audit.unadopted += 1;
}

interface Told {
  readonly data: unknown;
  /** The person of the entry's actor, if it is one. */
  readonly person: string | undefined;
  readonly index: number;
}

function auditProposal(audit: EditionsAudit, { data, person, index }: Told): void {
  const read = proposed.safeParse(data);
  if (!read.success) return;
  if (person === undefined || person !== read.data.by) audit.faults.push(wrong(index));
  else audit.proposals.push({ name: read.data, by: person });
}

/**
 * Checks that two persons proposed and adopted, and that the superseded edition is the one that counted. An adoption that is wrong
 * counts for nothing after it, as in an audit of authority: an honest entry is not accused of naming what truly counts.
 */
function auditAdoption(audit: EditionsAudit, { data, person, index }: Told): void {
  const read = adopted.safeParse(data);
  if (!read.success) return;
  const { edition, digest, by } = read.data;
  const proposal = audit.proposals.find(({ name }) => isSameEdition(name, read.data));
  const isByTwo = proposal !== undefined && person === by && person !== proposal.by;
  if (isByTwo && tellsSuperseded(read.data, audit.counting)) audit.counting = { edition, digest, by: "adoption" };
  else audit.faults.push(wrong(index));
}

function wrong(index: number): DatabaseFault {
  return { code: "adoption-wrong", at: String(index) };
}
