/** The findings of an instrument as its pages call them: by item, by the number of the file, by the day that was missed. */

import type { FindingId } from "../../base/ids.ts";
import { type StreamName, streamName } from "../../domain/event.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import { type FileNumbers, numbersOf } from "../../service/reading/file-numbers.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import { formatDay } from "../parts/day-text.ts";
import type { Option } from "../form/fields.tsx";
import { fileLabel } from "../parts/file-link.tsx";
import { ruleName } from "../parts/obligation.tsx";
import { short } from "../parts/rows.ts";
import type { Visit } from "../frame/visit.ts";

export interface ItemFinding {
  readonly id: FindingId;
  readonly item: number;
  readonly rule: string;
  readonly state: FindingState | undefined;
}

export interface NamedFinding {
  readonly id: FindingId;
  readonly item: number;
  readonly name: string;
}

export function findingsIn({ state, findings }: Pick<InstrumentPage, "state" | "findings">): readonly ItemFinding[] {
  return state.items.flatMap(({ rule, findings: ids }, item) =>
    ids.map((id) => ({ id, item: item + 1, rule, state: findings.get(id) })),
  );
}

/** Only those that a page shows: each number is a read of its file. */
export async function nameFindings(
  findings: readonly ItemFinding[],
  { reader, host }: Visit,
): Promise<readonly NamedFinding[]> {
  const files = findings.flatMap(({ state }) => (state === undefined ? [] : [fileOf(state)]));
  const numbers = await numbersOf(files, reader, host);
  return findings.map(({ id, item, rule, state }) => ({ id, item, name: findingName(rule, state, numbers) }));
}

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

export function findingOptions(findings: readonly NamedFinding[]): readonly Option[] {
  return findings.map(({ id, item, name }) => ({ value: id, label: `Mục ${item}. ${name}` }));
}
