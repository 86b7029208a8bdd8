/** What an act or a time limit is about, as people of the case call it: the second debtor, the first asset. */

import { actEntry, type Subject } from "../../law/act.ts";
import type { CaseState } from "../../domain/files/case.ts";
import type { IntakeState } from "../../domain/files/intake.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import { formatDay } from "./day-text.ts";
import { short } from "./rows.ts";
import { assetWords, sideWords, subjectWords } from "../words/files.ts";
import { traitValue } from "../words/traits.ts";

export type SubjectName = (subject: Pick<Subject, "kind" | "id">) => string;

export function subjectsOfCase({ parties, assets, acts }: Pick<CaseState, "parties" | "assets" | "acts">): SubjectName {
  const names = new Map<string, string>([
    ...parties.map((party, i) => [party.id, `${sideWords[party.side]} (đương sự ${i + 1})`] as const),
    ...assets.map((asset, i) => [asset.id, `${assetWords[asset.kind]} (tài sản ${i + 1})`] as const),
    ...acts.filter(({ type }) => actEntry(type).makes === true).map((act) => [act.subject.id, madeName(act)] as const),
  ]);
  return ({ kind, id }) => names.get(id) ?? subjectName({ kind, id });
}

/** An intake has no parts: what is about it is about all of it. */
export function subjectsOfIntake({ id }: Pick<IntakeState, "id">): SubjectName {
  return (subject) => (subject.id === id ? `cả ${subjectWords.intake}` : subjectName(subject));
}

/** What an act made, by what it is and its day: the postponement of 14/09/2026. */
function madeName({ subject, traits, days }: RecordedAct): string {
  const day = days.happenedOn?.day ?? days.sentOn?.day ?? days.receivedOn?.day;
  const { decision } = traits;
  const what = decision === undefined ? [] : [traitValue("decision", decision)];
  return [subjectWords[subject.kind], ...what, ...(day === undefined ? [] : [`ngày ${formatDay(day)}`])].join(" ");
}

/** Without the case at hand: the kind, and the beginning of its id to tell two apart. */
export function subjectName({ kind, id }: Pick<Subject, "kind" | "id">): string {
  return `${subjectWords[kind]} ${short(id)}`;
}
