/** The catalogue of acts for /openapi.json: subjects, days and codes of each, what it answers, who records it. */

import { recordingOfficesOf } from "../../domain/files/recording-offices.ts";
import { actEntry, type ActType, actTypes } from "../../law/act.ts";
import { plannedDay } from "../../law/act-entry.ts";
import { answerable } from "../../law/answering.ts";

export const actTypesJson = Object.fromEntries(actTypes.map((type) => [type, actTypeJson(type)]));

function actTypeJson(type: ActType) {
  const { vi, en, subjects, makes, days, needs, plans, must = {}, may = {} } = actEntry(type);
  return {
    words: { vi, en },
    subjects,
    ...(makes === true ? { makesItsSubject: true } : {}),
    days: plans === undefined ? days : [...days, plannedDay],
    needs,
    plans,
    codes: { must, may },
    answers: answerable[type],
    recorders: [...recordingOfficesOf(type), "importer"],
  };
}
