/** Lines of a bulk as an import writes them: each day is stated, none is proven. */

import { addDays, type Day, parseDay } from "../../src/base/day.ts";
import type { OfficeId } from "../../src/base/ids.ts";
import { type Motion, workday } from "./days.ts";

export type Line = Readonly<Record<string, unknown>>;

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

export function stated(on: Day): { readonly day: Day; readonly source: "import" } {
  return { day: on, source: "import" };
}

export interface PastFile {
  readonly ref: string;
  readonly agency: OfficeId;
  readonly motion?: Motion;
  readonly decidedOn: Day;
  readonly number: string;
  readonly parties?: readonly Line[];
  readonly assets?: readonly Line[];
}

/** pastFile returns the lines of an intake and of the case that its enforcement decision opens. */
export function pastFile({
  ref,
  agency,
  motion = "own-motion",
  decidedOn,
  number,
  parties = [],
  assets = [],
}: PastFile): readonly Line[] {
  const openedOn = addDays(decidedOn, -2);
  // No source prints the judgment: it gets the number of the decision, of the year before.
  const judgment = `${number.split("/")[0]}/${Number(openedOn.slice(0, 4)) - 1}/DS-ST`;
  return [
    { do: "open-intake", ref: `${ref}-intake`, agency, motion, openedOn, judgment },
    { do: "open-case", ref, intake: `@${ref}-intake`, decidedOn: stated(decidedOn), number, parties, assets },
  ];
}

/**
 * sent returns the line by which a decision was sent to the procuracy: the one that opened the case, or another one by
 * the reference of its act.
 */
export function sent(ref: string, on: Day, decision: string = ref): Line {
  const subject = { kind: "decision", id: `@${decision}` };
  return {
    do: "record-act",
    on: { case: `@${ref}` },
    type: "decision-sent-to-procuracy",
    subject,
    days: { sentOn: stated(on), receivedOn: stated(on) },
  };
}

export function happened(ref: string, type: string, on: Day, more: Line = {}): Line {
  return { do: "record-act", on: { case: `@${ref}` }, type, days: { happenedOn: stated(on) }, ...more };
}

/**
 * decided returns the lines of a further decision of a case, sent on the next working day and notified to the party.
 */
export function decided(
  ref: string,
  kind: string,
  on: Day,
  more: { readonly party?: string; readonly document: string },
): readonly Line[] {
  const decision = `${ref}-${kind}`;
  const issued = happened(ref, "decision-issued", on, {
    ref: decision,
    subject: { kind: "decision" },
    traits: { decision: kind },
    document: more.document,
  });
  const told = more.party === undefined ? [] : [notified(ref, more.party, workday(on, 1), decision)];
  return [issued, sent(ref, workday(on, 1), decision), ...told];
}

export function notified(ref: string, party: string, on: Day, decision: string): Line {
  return happened(ref, "party-notified", on, {
    subject: { kind: "party", id: `@${party}` },
    answers: [`@${decision}`],
    traits: { means: "direct" },
  });
}

/**
 * fromDocuments says of lines that their days stand in the papers of a file that the agency keeps itself. An import states nothing of
 * what it does not hold, so the machine would only ask about what is missing there.
 */
export function fromDocuments(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([name, value]) => [name, documented(value)])),
  );
}

function documented(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, name === "source" ? "document" : documented(each)]);
  return Object.fromEntries(inner);
}
