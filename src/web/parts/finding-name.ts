/** A finding as a person calls it: by its rule, the number of its file, and its due day. */

import { type StreamName, streamName } from "../../domain/event.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import { formatDay } from "./day-text.ts";
import { fileLabel } from "./file-link.tsx";
import { ruleName } from "../words/law.ts";
import { short } from "./rows.ts";

export function fileOf({ about }: Pick<FindingState, "about">): StreamName {
  return streamName(about.kind, about.id);
}

/** A duty towards two parties of one file that was missed is two findings: the name says which subject each is about. */
export function findingName(rule: string, state: FindingState | undefined, numbers: FileNumbers): string {
  if (state === undefined) return ruleName(rule);
  const { about, subject, dueOn } = state;
  const due = dueOn === undefined ? "" : `, hạn ${formatDay(dueOn)}`;
  const of = fileLabel(fileOf(state), numbers);
  return `${ruleName(rule)}: ${of}${subject === about.id ? "" : `, đối tượng ${short(subject)}`}${due}`;
}
