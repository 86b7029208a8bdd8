/** An act of a file as a person calls it: by its number in the file, its type, its subject and its day. */

import type { Day } from "../../base/day.ts";
import type { ActFile } from "../../domain/files/act-file.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import { actEntry } from "../../law/act.ts";
import { traitText } from "../words/traits.ts";
import { formatDay } from "./day-text.ts";
import { type SubjectName, subjectsOfActs, subjectsOfCase } from "./subject-name.ts";

export interface NamedAct {
  readonly act: RecordedAct;
  readonly name: string;
}

export function namedActs(file: ActFile): readonly NamedAct[] {
  const nameOf = file.kind === "case" ? subjectsOfCase(file.state) : subjectsOfActs(file.state);
  return file.state.acts.map((act, i) => ({ act, name: actName(act, i, nameOf) }));
}

/** The number in the file tells apart two acts that are otherwise alike. */
function actName(act: RecordedAct, index: number, nameOf: SubjectName): string {
  const { type, subject, traits } = act;
  const whose = subject.kind === "party" || subject.kind === "asset" ? [nameOf(subject)] : [];
  const codes = Object.entries(traits).map(traitText);
  const day = lastDayOf(act);
  return `${index + 1}. ${[actEntry(type).vi, ...whose, ...codes, ...(day === undefined ? [] : [`ngày ${formatDay(day)}`])].join(", ")}`;
}

/** The latest of its days, on which the act was complete. */
function lastDayOf({ days }: RecordedAct): Day | undefined {
  return days.receivedOn?.day ?? days.sentOn?.day ?? days.happenedOn?.day;
}
