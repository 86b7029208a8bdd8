/** A finding as a person calls it: by its rule, the number of its file, and its due day. */

import { type StreamName, streamName } from "../../domain/event.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import { type FileNumbers, numbersOf } from "../../service/reading/file-numbers.ts";
import type { Host } from "../../service/host.ts";
import type { Reader } from "../../service/streams/reader.ts";
import { formatDay } from "./day-text.ts";
import { fileLabel } from "./file-link.tsx";
import { allegedWords } from "../words/findings.ts";
import { ruleName } from "../words/law.ts";
import { type NamedSubject, subjectsIn } from "./subjects-in.ts";

export function fileOf({ about }: Pick<FindingState, "about">): StreamName {
  return streamName(about.kind, about.id);
}

/** It ends with what is alleged. A duty towards two parties of one file that was missed is two findings: the name says which subject each is about. */
export function findingName(rule: string, state: FindingState | undefined, { numbers, subjects }: Called): string {
  if (state === undefined) return ruleName(rule);
  const { subject, dueOn } = state;
  const file = fileOf(state);
  const due = dueOn === undefined ? "" : `hạn ${formatDay(dueOn)}`;
  const parts = [fileLabel(file, numbers), subjects(file, subject) ?? "", due, allegedWords[state.state]];
  return `${ruleName(rule)}: ${parts.filter((part) => part !== "").join(", ")}`;
}

/** Who looks, and where it is read. */
export interface Looking {
  readonly reader: Reader;
  readonly host: Host;
}

/** How the files of some findings, and the subjects in them, are called. */
export interface Called {
  readonly numbers: FileNumbers;
  readonly subjects: NamedSubject;
}

export async function calledIn(files: readonly StreamName[], { reader, host }: Looking): Promise<Called> {
  return { numbers: await numbersOf(files, reader, host), subjects: await subjectsIn(files, host) };
}
