/**
 * The acceptances of an instrument's findings. A finding is accepted since the first of consecutive replies that accept it,
 * so repeating an acceptance does not start its clock again. A request for reconsideration ends such a row of replies.
 */

import type { FindingId } from "../../base/ids.ts";
import { requestOf } from "./dispute.ts";
import { findingsOf, type Sent } from "./instrument.ts";
import { accepts, type Track } from "./item.ts";

export interface Acceptance {
  /** The version of the reply. */
  readonly version: number;
  readonly findings: readonly FindingId[];
  /** The findings that no later reply takes back and no withdrawal takes out. */
  readonly standing: readonly FindingId[];
  /** The version of the reply that took the last of them back. */
  readonly takenBackBy: number | undefined;
}

interface Row {
  readonly finding: FindingId;
  readonly since: number;
  readonly takenBackBy: number | undefined;
}

/** acceptances follows the order of the replies, and leaves out replies that accept nothing new. */
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

/** rowsOf returns the rows of consecutive acceptances of one finding. */
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

/** completingReply returns the version of the reply with which every finding had its answer; undefined while some have none. A withdrawn finding needs none. */
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
