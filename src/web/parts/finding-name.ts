/** A finding as a person calls it: by its rule, the number of its file, the day that was missed. */

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

/** What two parties of one file were not given is two findings: the name says of whom, or of what, it is. */
export function findingName(rule: string, state: FindingState | undefined, numbers: FileNumbers): string {
  if (state === undefined) return ruleName(rule);
  const { about, subject, dueOn } = state;
  const due = dueOn === undefined ? "" : `, hạn ${formatDay(dueOn)}`;
  const of = fileLabel(fileOf(state), numbers);
  return `${ruleName(rule)}: ${of}${subject === about.id ? "" : `, đối tượng ${short(subject)}`}${due}`;
}
