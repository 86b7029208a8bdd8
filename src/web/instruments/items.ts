/** The items of a draft as inputs of a form: `items.0.findings`, `items.0.of`, `items.0.demand`, `items.0.correctBy`. */

import { given } from "../../base/given.ts";
import { chosen, filled, type FormValues, wholeNumber } from "../form/form-values.ts";
import { parseTypedDay } from "../parts/day-text.ts";
import type { Proposal } from "../../service/reading/draft-proposal.ts";

export function itemCount(values: FormValues): number {
  let count = 0;
  while (values.has(`items.${count}.findings`)) count += 1;
  return count;
}

/** itemsOf reads the items as the command takes them; the command's schema judges them. */
export function itemsOf(values: FormValues): readonly unknown[] {
  return Array.from({ length: itemCount(values) }, (_, i) => {
    const correctBy = filled(values, `items.${i}.correctBy`);
    return given({
      findings: chosen(values, `items.${i}.findings`),
      of: wholeNumber(filled(values, `items.${i}.of`)),
      demand: filled(values, `items.${i}.demand`),
      correctBy: correctBy && (parseTypedDay(correctBy) ?? correctBy),
    });
  });
}

/** proposedValues fills the first form of a draft with the proposal, for the procurator to change. */
export function proposedValues({ items, addressee, kind }: Proposal): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>([
    ["addressee", addressee === undefined ? [] : [addressee]],
    ["kind", kind === undefined ? [] : [kind]],
  ]);
  for (const [i, item] of items.entries()) {
    values.set(`items.${i}.findings`, item.findings);
    values.set(`items.${i}.of`, [String(Math.max(item.n, item.arose))]);
  }
  return values;
}
