/** The subject of an act or of a time limit, as people of the case call it: the second debtor, the first asset. */

import { actEntry, type Subject } from "../../law/act.ts";
import type { CaseState } from "../../domain/files/case.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import { formatDay } from "./day-text.ts";
import { assetWords, sideWords, subjectWords } from "../words/files.ts";
import { toldApart } from "./told-apart.ts";
import { traitValue } from "../words/traits.ts";

export type SubjectName = (subject: Pick<Subject, "kind" | "id">) => string;

export function subjectsOfCase(state: Pick<CaseState, "parties" | "assets" | "acts">): SubjectName {
  const names = partNames(state);
  return ({ kind, id }) => names.get(id) ?? subjectWords[kind];
}

/** The names of the parties, assets and decisions of a case, by their ids. */
export function partNames({
  parties,
  assets,
  acts,
}: Pick<CaseState, "parties" | "assets" | "acts">): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...parties.map((party, i) => [party.id, `${sideWords[party.side]} (đương sự ${i + 1})`] as const),
    ...assets.map((asset, i) => [asset.id, `${assetWords[asset.kind]} (tài sản ${i + 1})`] as const),
    ...madeNames(acts),
  ]);
}

/** The subjects of an intake or a register, which have no parts but what their acts made. */
export function subjectsOfActs({
  id,
  acts,
}: {
  readonly id?: string;
  readonly acts: readonly RecordedAct[];
}): SubjectName {
  const names = new Map(madeNames(acts));
  return (subject) =>
    subject.id === id ? `cả ${subjectWords[subject.kind]}` : (names.get(subject.id) ?? subjectWords[subject.kind]);
}

function madeNames(acts: readonly RecordedAct[]): readonly (readonly [id: string, name: string])[] {
  const made = acts.filter(({ type }) => actEntry(type).makes === true);
  const names = toldApart(made.map(madeName));
  return made.map(({ subject }, i) => [subject.id, names[i] ?? ""] as const);
}

/** Names the subject that an act made by its kind and the act's day, such as the postponement of 14/09/2026. */
function madeName({ subject, traits, days }: RecordedAct): string {
  const day = days.happenedOn?.day ?? days.sentOn?.day ?? days.receivedOn?.day;
  const { decision } = traits;
  const what = decision === undefined ? [] : [traitValue("decision", decision)];
  return [subjectWords[subject.kind], ...what, ...(day === undefined ? [] : [`ngày ${formatDay(day)}`])].join(" ");
}
