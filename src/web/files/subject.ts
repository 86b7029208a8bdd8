/** What an act or a time limit is about, as people of the case call it: the second debtor, the first asset. */

import type { Subject } from "../../law/act.ts";
import type { CaseState } from "../../domain/cases/case.ts";
import { assetWords, sideWords, subjectWords } from "../words/files.ts";

export type SubjectName = (subject: Pick<Subject, "kind" | "id">) => string;

export function subjectsOfCase({ parties, assets }: Pick<CaseState, "parties" | "assets">): SubjectName {
  const names = new Map<string, string>([
    ...parties.map((party, i) => [party.id, `${sideWords[party.side]} (đương sự ${i + 1})`] as const),
    ...assets.map((asset, i) => [asset.id, `${assetWords[asset.kind]} (tài sản ${i + 1})`] as const),
  ]);
  return ({ kind, id }) => names.get(id) ?? subjectName({ kind, id });
}

/** Without the case at hand: the kind, and the beginning of its id to tell two apart. */
export function subjectName({ kind, id }: Pick<Subject, "kind" | "id">): string {
  return `${subjectWords[kind]} ${id.slice(0, 8)}`;
}
