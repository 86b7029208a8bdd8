/**
 * The due days that adopted editions of the law changed in one file: a date that a person knew never becomes another
 * without a word. The sweep seals the same (sweeping/superseding.ts); here it is computed for the page of the file.
 */

import { editionId, editionStreams } from "../../domain/editions/adoption.ts";
import { supersedes } from "../../domain/editions/superseding.ts";
import type { Day } from "../../base/day.ts";
import type { EnforcementFile } from "../../law/file.ts";
import { type ChangedDeadline, changedDeadlines } from "../../law/detection/impact.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { editionOf } from "../../domain/editions/law-status.ts";

export interface DueDayChange extends ChangedDeadline {
  readonly supersedes: number;
  readonly edition: number;
  readonly adoptedOn: Day;
}

/** Lists the changes, oldest adoption first. */
export async function dueDayChangesIn(file: EnforcementFile, host: Host): Promise<readonly DueDayChange[]> {
  // A program that has only one edition has nothing to compare it with.
  if (host.law.known.length < 2) return [];
  const { states } = await loadStates(() => editionStreams, host);
  const adoptions = states.of("edition", editionId)?.adoptions.filter(supersedes) ?? [];
  return adoptions.flatMap((adoption): readonly DueDayChange[] => {
    const [before, after] = [editionOf(adoption.supersedes, host.law), editionOf(adoption, host.law)];
    if (before === undefined || after === undefined) return [];
    const told = { supersedes: before.number, edition: after.number, adoptedOn: adoption.on };
    return changedDeadlines(file, before, after, adoption.on).map((each) => ({ ...each, ...told }));
  });
}
