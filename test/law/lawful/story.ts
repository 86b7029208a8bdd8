/** Histories of a file that the law allows. Each begins with a case of two debtors on which everything was done in time. */

import { assess, isBreached } from "../../../src/law/detection/detection.ts";
import type { Act, Subject } from "../../../src/law/act.ts";
import type { EnforcementFile } from "../../../src/law/file.ts";
import { act, creditor, day, debtorA, debtorB, decision, file, subject } from "../given.ts";

export const [first, second] = [subject("sum", "first"), subject("sum", "second")];

/** A decision that was sent to the procuracy and told to all three parties on its own day. */
export function told(one: Act): readonly Act[] {
  const on = one.days.happenedOn?.day ?? "";
  return [
    one,
    act("decision-sent-to-procuracy", one.subject, { sentOn: on }),
    ...[debtorA, debtorB, creditor].map((party) => act("party-notified", party, on, { answers: [one] })),
  ];
}

/** A case begun on a Monday: both debtors were told, had their ten days, and were verified in time. */
export function begun(on: string, verifiedOn: string): readonly Act[] {
  return [
    ...told(decision("enforcement", on)),
    ...[debtorA, debtorB].map((party) => act("conditions-verified", party, verifiedOn)),
  ];
}

export const begun2021 = (): readonly Act[] => begun("2021-03-01", "2021-03-15");
export const begun2026 = (): readonly Act[] => begun("2026-08-03", "2026-08-17");

/** What the machine calls a violation on that day: the rule and the subject of each. */
export function accused(
  acts: readonly Act[],
  today: string,
  changes: Partial<EnforcementFile> = {},
): readonly string[] {
  return assess(file(acts, changes), { today: day(today) })
    .filter((one) => isBreached(one) && one.weight === "violation")
    .map(({ rule, subject: about }) => `${rule} ${about.kind === "decision" ? "decision" : about.id}`);
}

/** A lawful history, and its neighbour that breaks the law: nothing is found in the one, and `found` in the other. */
export interface Story {
  readonly story: string;
  readonly lawful: () => readonly Act[];
  readonly unlawful: () => readonly Act[];
  readonly found: string;
  readonly today: string;
  readonly changes?: Partial<EnforcementFile>;
}

export const ground = (is: string, about: Subject, on: string): Act =>
  act("ground-established", about, on, { traits: { for: is } });
