/** The cases of a protest. A case that has ended opens a window of its own (law 106/2025 Art.112(2)). */

import type { Day } from "../../../base/day.ts";
import type { FindingId } from "../../../base/ids.ts";
import type { States } from "../../command.ts";
import { type FileName, type StreamName, streamName } from "../../event.ts";
import { endNoticeOf } from "../window.ts";

export function fileReads(findings: readonly FindingId[], states: States): readonly StreamName[] {
  const cases = findings.flatMap((finding) => caseOf(finding, states) ?? []);
  return [
    ...findings.map((finding) => streamName("finding", finding)),
    ...cases.map((about) => streamName("case", about)),
  ];
}

export function endNotices(findings: readonly FindingId[], states: States): readonly (Day | undefined)[] {
  return findings.map((finding) => {
    const about = caseOf(finding, states);
    const state = about === undefined ? undefined : states.of("case", about);
    return state && endNoticeOf(state);
  });
}

function caseOf(finding: FindingId, states: States): FileName["id"] | undefined {
  const about = states.of("finding", finding)?.about;
  return about?.kind === "case" ? about.id : undefined;
}
