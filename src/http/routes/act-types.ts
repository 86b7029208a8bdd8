/** The catalogue of acts as /openapi.json shows it: what each type is about, which days and codes it carries, what it answers, who records it. */

import { recordingOfficesOf } from "../../domain/files/recording-offices.ts";
import { actEntry, type ActType, actTypes } from "../../law/act.ts";
import { plannedDay } from "../../law/act-entry.ts";
import { answerable } from "../../law/answering.ts";

export const actTypesShown = Object.fromEntries(actTypes.map((type) => [type, shown(type)]));

function shown(type: ActType) {
  const { vi, en, subjects, makes, days, needs, plans, must = {}, may = {} } = actEntry(type);
  return {
    words: { vi, en },
    subjects,
    ...(makes === true ? { makesItsSubject: true } : {}),
    days: plans === undefined ? days : [...days, plannedDay],
    ...(needs === undefined ? {} : { needs }),
    ...(plans === undefined ? {} : { plans }),
    codes: { must, may },
    answers: answerable[type],
    recorders: [...recordingOfficesOf(type), "importer"],
  };
}
