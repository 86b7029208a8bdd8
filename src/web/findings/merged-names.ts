/** The findings with which one was merged, as a person calls them. */

import type { FindingId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { calledIn, fileOf, findingName, type Looking } from "../parts/finding-name.ts";
import { toldApart } from "../parts/told-apart.ts";

export type MergedNames = ReadonlyMap<FindingId, string>;

export async function nameMerged(state: FindingState, looking: Looking): Promise<MergedNames> {
  if (state.status === "dismissed") return new Map();
  const ids = state.status === "merged" ? [state.into, ...state.merged] : state.merged;
  const { states } = await loadStates(() => ids.map((id) => streamName("finding", id)), looking.host);
  const found = ids.flatMap((id) => {
    const each = states.of("finding", id);
    return each === undefined ? [] : [{ id, each }];
  });
  const called = await calledIn(
    found.map(({ each }) => fileOf(each)),
    looking,
  );
  const names = toldApart(found.map(({ each }) => findingName(each.rule, each, called)));
  return new Map(found.map(({ id }, i) => [id, names[i] ?? ""]));
}
