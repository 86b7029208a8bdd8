/** The findings of an instrument as its pages call them: by item, rule, file and due day. */

import type { FindingId } from "../../base/ids.ts";
import type { FindingState } from "../../domain/findings/finding.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import type { Option } from "../form/fields.tsx";
import { calledIn, fileOf, findingName } from "../parts/finding-name.ts";
import { toldApart } from "../parts/told-apart.ts";
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

/** nameFindings is given only the findings that the page shows, because each number is a read of its file. */
export async function nameFindings(findings: readonly ItemFinding[], visit: Visit): Promise<readonly NamedFinding[]> {
  const files = findings.flatMap(({ state }) => (state === undefined ? [] : [fileOf(state)]));
  const called = await calledIn(files, visit);
  const names = toldApart(findings.map(({ rule, state }) => findingName(rule, state, called)));
  return findings.map(({ id, item }, i) => ({ id, item, name: names[i] ?? "" }));
}

export function findingOptions(findings: readonly NamedFinding[]): readonly Option[] {
  return findings.map(({ id, item, name }) => ({ value: id, label: `Mục ${item}. ${name}` }));
}
