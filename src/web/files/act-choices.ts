/** The choices of a person who records an act: the acts of each stage, what an act can be about, and what it can answer. */

import type { RecordedAct } from "../../domain/files/recorded.ts";
import { type ActFileKind, isKnown, type ActFile, subjectsHeld } from "../../domain/files/act-file.ts";
import { mayRecord } from "../../domain/files/who-records.ts";
import type { Role } from "../../domain/event.ts";
import { actEntry, actsByStage, type ActType, type Stage, type Subject } from "../../law/act.ts";
import { mayAnswer } from "../../law/answering.ts";
import type { Option } from "../form/fields.tsx";
import { subjectWords } from "../words/files.ts";
import { subjectsOfCase } from "../parts/subject-name.ts";
import { namedActs } from "../parts/act-name.ts";
import { cutWords } from "../parts/cut.ts";

/** stagesFor returns the stages with the acts that these roles may record on such a file. */
export function stagesFor(kind: ActFileKind, roles: readonly Role[]): readonly Stage[] {
  return actsByStage
    .map((stage) => ({
      ...stage,
      acts: stage.acts.filter((type) => fitsFile(type, kind) && mayRecord(type, kind, roles)),
    }))
    .filter(({ acts }) => acts.length > 0);
}

export function fitsFile(type: ActType, kind: ActFileKind): boolean {
  return actEntry(type).subjects.some((subject) => subjectsHeld[kind].includes(subject));
}

/** subjectOptions offers what the act can be about, and nothing where the act makes its own subject. */
export function subjectOptions(type: ActType, file: ActFile): readonly Option[] {
  const { subjects, makes } = actEntry(type);
  if (makes === true) return [];
  return subjectsIn(file)
    .filter(({ subject }) => subjects.includes(subject.kind))
    .map(({ subject, label }) => ({ value: `${subject.kind} ${subject.id}`, label }));
}

/** readSubject is the pair of an option's value. */
export function readSubject(text: string | undefined): {
  readonly subject?: { readonly kind: string; readonly id: string };
} {
  const [kind, id] = text?.split(" ") ?? [];
  return kind === undefined || id === undefined ? {} : { subject: { kind, id } };
}

interface NamedSubject {
  readonly subject: Subject;
  readonly label: string;
}

function subjectsIn(file: ActFile): readonly NamedSubject[] {
  if (file.kind === "register") return madeIn(file);
  const { kind, state } = file;
  const own = { subject: { kind, id: state.id }, label: `cả ${subjectWords[kind]}` };
  if (file.kind === "intake") return [own];
  const { parties, assets } = file.state;
  const nameOf = subjectsOfCase(file.state);
  const named = [
    ...parties.map(({ id }): Subject => ({ kind: "party", id })),
    ...assets.map(({ id }): Subject => ({ kind: "asset", id })),
  ].map((subject) => ({ subject, label: nameOf(subject) }));
  return [own, ...named, ...madeIn(file)];
}

function madeIn(file: ActFile): readonly NamedSubject[] {
  return namedActs(file).flatMap(({ act, name }) =>
    makesSubject(act, file) ? [{ subject: act.subject, label: name }] : [],
  );
}

function makesSubject({ type, subject }: RecordedAct, file: ActFile): boolean {
  return actEntry(type).makes === true && isKnown(subject, file);
}

/** A page with 40 boxes stays readable; an older act can be answered over the API. */
const answersListed = 40;

interface AnswerOptions {
  readonly options: readonly Option[];
  /** Says that the options are cut; undefined when they are not. */
  readonly cut: string | undefined;
}

export function answerOptions(type: ActType, file: ActFile, corrected?: RecordedAct): AnswerOptions {
  const named = namedActs(file).filter(({ act }) => mayAnswer(type, act.type) && act.id !== corrected?.id);
  // The acts that the corrected act answers now stay among the choices, however old they are.
  const offered = named.filter(
    ({ act }, i) => i >= named.length - answersListed || corrected?.answers.includes(act.id) === true,
  );
  return {
    options: offered.toReversed().map(({ act, name }) => ({ value: act.id, label: name })),
    cut: cutWords({
      listed: offered.length,
      total: named.length,
      what: "hành vi, mới ghi đứng trước",
      others: "hành vi cũ hơn thì trả lời qua API",
    }),
  };
}
