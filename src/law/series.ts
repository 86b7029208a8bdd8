/** The name of a rule, which its versions share. It is the name in the lawyers' table of rules, so that both compare. */

import type { Words } from "./language.ts";
import { type KeyIn, stages } from "./stages/stages.ts";

export type Series = KeyIn<"names">;

const wordsOf: ReadonlyMap<string, Words> = new Map(stages.flatMap(({ names }) => Object.entries<Words>(names)));

/** Every series, in the order of the stages. */
export const seriesNames: readonly Series[] = [...wordsOf.keys()].filter(isSeries);

export function isSeries(text: string): text is Series {
  return wordsOf.has(text);
}

/** Returns the words for the duty, right or ban of a rule. */
export function seriesWords(series: Series): Words {
  const words = wordsOf.get(series);
  if (words === undefined) throw new RangeError(`no stage names the rule ${series}`);
  return words;
}
