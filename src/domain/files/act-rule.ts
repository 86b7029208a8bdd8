/** Refusals of an act that name what the catalogue of acts takes at that place. */

import { type ActFault, actEntry, type ActType, dayNames } from "../../law/act.ts";
import { plannedDay } from "../../law/act-entry.ts";
import { answerable } from "../../law/answering.ts";
import type { Context } from "../command.ts";
import type { Refusal } from "../refusal.ts";

/** faultRefusal puts into `takes` the codes that the catalogue has for the field. */
export function faultRefusal(fault: ActFault, type: ActType, { today }: Pick<Context, "today">): Refusal {
  return { ...fault, detail: { type, ...expected(fault, type, today) } };
}

/** answerRefusal refuses an answer to an act that is not on the file, or that an act of this type does not answer. */
export function answerRefusal(code: "unknown-act" | "answer-not-taken", at: string, type: ActType): Refusal {
  const list = answerable[type];
  return { code, at, detail: { type, takes: list === "any" ? list : list.join(" ") } };
}

/** subjectRefusal refuses a subject that the file does not have, or that is named although the act makes its own. */
export function subjectRefusal(code: "unknown-subject" | "subject-not-taken", at: string, type: ActType): Refusal {
  const { subjects, makes } = actEntry(type);
  return { code, at, detail: { type, [makes === true ? "makes" : "takes"]: subjects.join(" ") } };
}

function expected({ code, at }: ActFault, type: ActType, today: string): Readonly<Record<string, string>> {
  const { subjects, days, plans, must = {}, may = {} } = actEntry(type);
  switch (code) {
    case "subject-not-taken":
      return { takes: subjects.join(" ") };
    case "day-missing":
    case "day-not-taken":
      return { takes: (plans === undefined ? days : [...days, plannedDay]).join(" ") };
    case "day-in-future":
      return { today };
    case "days-contradict":
      return { order: dayNames.filter((name) => days.includes(name)).join(" ") };
    case "trait-not-taken":
      return { takes: (lists({ ...must, ...may }, at) ?? Object.keys({ ...must, ...may })).join(" ") };
  }
}

/** lists returns the codes of the trait at the place; undefined when the type has no such trait. */
function lists(traits: Readonly<Record<string, readonly string[]>>, at: string): readonly string[] | undefined {
  const name = at.split("/").at(-1) ?? "";
  return Object.hasOwn(traits, name) ? traits[name] : undefined;
}
