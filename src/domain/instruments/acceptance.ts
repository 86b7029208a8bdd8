/**
 * Which reply accepted what. A finding stands accepted since the first of the replies that accept it in a row, so that
 * repeating an acceptance does not start its clock again; a request for reconsideration ends the row.
 */

import type { FindingId } from "../../base/ids.ts";
import { requestOf } from "./dispute.ts";
import { findingsOf, type Sent } from "./instrument.ts";
import { accepts, type Track } from "./item.ts";

export interface Acceptance {
  /** The version of the reply. */
  readonly version: number;
  readonly findings: readonly FindingId[];
  /** Those that no later reply takes back and no withdrawal takes out. */
  readonly standing: readonly FindingId[];
  /** The reply that took the last of them back. */
  readonly takenBackBy: number | undefined;
}

interface Row {
  readonly finding: FindingId;
  readonly since: number;
  readonly takenBackBy: number | undefined;
}

/** In the order of the replies; replies that newly accept nothing are not among them. */
export function acceptances(state: Sent): readonly Acceptance[] {
  const rows = findingsOf(state).flatMap((finding) => rowsOf(finding, state));
  return [...Map.groupBy(rows, (row) => row.since)]
    .map(([version, group]) => acceptance(version, group, state))
    .sort((a, b) => a.version - b.version);
}

function acceptance(version: number, group: readonly Row[], { tracks }: Sent): Acceptance {
  const kept = group.filter(({ finding }) => tracks[finding]?.withdrawn === undefined);
  const standing = kept.filter((row) => row.takenBackBy === undefined).map((row) => row.finding);
  const takenBack = kept.flatMap((row) => row.takenBackBy ?? []);
  const takenBackBy = standing.length === 0 && takenBack.length > 0 ? Math.max(...takenBack) : undefined;
  return { version, findings: kept.map((row) => row.finding), standing, takenBackBy };
}

/** The rows of acceptances of one finding. */
function rowsOf(finding: FindingId, { tracks, dispute }: Sent): readonly Row[] {
  const disputedAt = requestOf(dispute)?.version ?? 0;
  const rows: Row[] = [];
  for (const { answer, version } of tracks[finding]?.answers ?? []) {
    const row = rows.at(-1);
    const running = row !== undefined && row.takenBackBy === undefined;
    const disputed = running && row.since < disputedAt && disputedAt < version;
    if (accepts(answer) && (!running || disputed)) rows.push({ finding, since: version, takenBackBy: undefined });
    if (!accepts(answer) && running) rows[rows.length - 1] = { ...row, takenBackBy: version };
  }
  return rows;
}

/** The reply with which every finding had its answer; undefined: some have none. Withdrawn ones need none. */
export function completingReply(state: Sent): number | undefined {
  const owed = findingsOf(state)
    .flatMap((finding) => state.tracks[finding] ?? [])
    .filter(needsAnswer);
  const first = owed.map((track) => track.answers[0]?.version);
  return first.every((version) => version !== undefined) && first.length > 0 ? Math.max(...first) : undefined;
}

function needsAnswer(track: Track): boolean {
  return track.withdrawn === undefined || track.answers.length > 0;
}
