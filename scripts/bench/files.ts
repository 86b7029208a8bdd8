/**
 * The lines of a bulk as an agency would send them: an intake, the case that it opens, the decision sent and notified.
 */

import type { Json } from "../../src/base/canonical-json.ts";
import { addDays, type Day } from "../../src/base/day.ts";
import type { OfficeId } from "../../src/base/ids.ts";

/** How many lines one file takes. */
export const linesOfFile = 5;

interface Files {
  readonly agency: OfficeId;
  readonly today: Day;
  readonly files: number;
}

export function bulkLines({ agency, today, files }: Files): readonly Json[] {
  return Array.from({ length: files }, (_, i) => fileLines(i, agency, today)).flat();
}

function fileLines(i: number, agency: OfficeId, today: Day): readonly Json[] {
  const [intake, opened, debtor] = [`intake-${i}`, `case-${i}`, `debtor-${i}`];
  const on = (days: number): Json => ({ day: addDays(today, days), source: "document" });
  const decision = { kind: "decision", id: `@${opened}` };
  const act = { do: "record-act", on: { case: `@${opened}` } };
  return [
    { do: "open-intake", ref: intake, agency, motion: "own-motion", openedOn: addDays(today, -30) },
    {
      do: "open-case",
      ref: opened,
      intake: `@${intake}`,
      decidedOn: on(-28),
      number: `${i + 1}/QĐ-THADS`,
      parties: [{ ref: debtor, side: "debtor" }, { side: "creditor" }],
    },
    { ...act, type: "decision-sent-to-procuracy", subject: decision, days: { sentOn: on(-27), receivedOn: on(-26) } },
    {
      ...act,
      type: "party-notified",
      subject: { kind: "party", id: `@${debtor}` },
      answers: [`@${opened}`],
      days: { happenedOn: on(-26) },
      traits: { means: "direct" },
    },
    { ...act, type: "enforcer-assigned", days: { happenedOn: on(-27) } },
  ];
}
