/** The subject of an act or of a time limit, as people of the case call it: the second debtor, the first asset. */

import { actEntry, type Subject } from "../../law/act.ts";
import type { CaseState } from "../../domain/files/case.ts";
import type { IntakeState } from "../../domain/files/intake.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import { formatDay } from "./day-text.ts";
import { short } from "./rows.ts";
import { assetWords, sideWords, subjectWords } from "../words/files.ts";
import { traitValue } from "../words/traits.ts";

export type SubjectName = (subject: Pick<Subject, "kind" | "id">) => string;

export function subjectsOfCase(state: Pick<CaseState, "parties" | "assets" | "acts">): SubjectName {
  const names = partNames(state);
  return ({ kind, id }) => names.get(id) ?? subjectName({ kind, id });
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
    ...acts.filter(({ type }) => actEntry(type).makes === true).map((act) => [act.subject.id, madeName(act)] as const),
  ]);
}

/** An intake has no parts, so what is about an intake is about all of it. */
export function subjectsOfIntake({ id }: Pick<IntakeState, "id">): SubjectName {
  return (subject) => (subject.id === id ? `cả ${subjectWords.intake}` : subjectName(subject));
}

/** Names the subject that an act made by its kind and the act's day, such as the postponement of 14/09/2026. */
function madeName({ subject, traits, days }: RecordedAct): string {
  const day = days.happenedOn?.day ?? days.sentOn?.day ?? days.receivedOn?.day;
  const { decision } = traits;
  const what = decision === undefined ? [] : [traitValue("decision", decision)];
  return [subjectWords[subject.kind], ...what, ...(day === undefined ? [] : [`ngày ${formatDay(day)}`])].join(" ");
}

/** subjectName names a subject without its case: by its kind and the beginning of its id. */
export function subjectName({ kind, id }: Pick<Subject, "kind" | "id">): string {
  return `${subjectWords[kind]} ${short(id)}`;
}
