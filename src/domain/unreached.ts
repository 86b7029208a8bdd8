/** The rules that find nothing yet, each with its reason: what no file can start, or what no file that starts it can meet. */

import type { Series, Words } from "../law/series.ts";
import type { Reach } from "./reach.ts";

interface Unreached {
  readonly reach: Reach;
  readonly why: Words;
}

export const knownUnreached: { readonly [Name in Series]?: Unreached } = {};

/** One line a series: its name, what it lacks, why. */
export function formatUnreached(): readonly string[] {
  return Object.entries(knownUnreached).map(
    ([series, { reach, why }]) => `${series}: ${lacks[reach]}; ${why.vi} (${why.en})`,
  );
}

const lacks: Readonly<Record<Reach, string>> = {
  unstarted: "không hành vi nào làm phát sinh / nothing can start it",
  unmet: "không hành vi nào hoàn thành hoặc vi phạm được / nothing can meet or break it",
};
