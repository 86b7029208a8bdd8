/** The findings of an instrument as its pages call them: by item, by file, by the day that was missed. */

import type { FindingId } from "../../base/ids.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import type { Drafted } from "../../domain/instruments/instrument.ts";
import type { Option } from "../fields.tsx";
import { formatDay } from "../day-text.ts";
import { ruleName } from "../obligation.tsx";
import { short } from "../rows.ts";
import { fileWords } from "../words/files.ts";

export interface NamedFinding {
  readonly id: FindingId;
  readonly item: number;
  readonly name: string;
}

export function namedFindings(
  { items }: Pick<Drafted, "items">,
  findings: ReadonlyMap<FindingId, FindingState>,
): readonly NamedFinding[] {
  return items.flatMap(({ rule, findings: ids }, item) =>
    ids.map((id) => ({ id, item: item + 1, name: findingName(rule, findings.get(id)) })),
  );
}

/** What two parties of one file were not given is two findings: the name says of whom, or of what, it is. */
export function findingName(rule: string, state: FindingState | undefined): string {
  if (state === undefined) return ruleName(rule);
  const due = state.dueOn === undefined ? "" : `, hạn ${formatDay(state.dueOn)}`;
  const { about, subject } = state;
  const of = `${fileWords[about.kind]} ${short(about.id)}`;
  return `${ruleName(rule)}: ${of}${subject === about.id ? "" : `, đối tượng ${short(subject)}`}${due}`;
}

export function findingOptions(findings: readonly NamedFinding[]): readonly Option[] {
  return findings.map(({ id, item, name }) => ({ value: id, label: `Mục ${item}. ${name}` }));
}
