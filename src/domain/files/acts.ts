/**
 * The judging of an act that is to be recorded. Only what cannot have happened is refused. What should not have happened is
 * recorded, because supervision has to find exactly that (src/README.md#supervision).
 */

import type { Day } from "../../base/day.ts";
import type { ActId, Id } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import {
  type Act,
  type ActDays,
  type ActType,
  actEntry,
  carriedDays,
  checkAct,
  type DatedDay,
  type Subject,
} from "../../law/act.ts";
import { mayAnswer } from "../../law/answering.ts";
import type { Acting, Context } from "../command.ts";
import type { EventOf } from "../events.ts";
import type { Refusal } from "../refusal.ts";
import { type Draft, reference } from "../secret.ts";
import { answerRefusal, faultRefusal, subjectRefusal } from "./act-rule.ts";
import type { ActInput } from "./input.ts";
import { isKnown, type ActFile, subjectsHeld } from "./act-file.ts";
import { recorderRefusal, recordingSide } from "./who-records.ts";

type NamedSubject = Subject & { readonly id: Id<string> };

export type ActDraft = Draft<Extract<EventOf<"case">, { type: "act-recorded" }>["data"]>;

export function judgeAct(input: ActInput, file: ActFile, context: Context): Outcome<ActDraft, Refusal> {
  const side = recordingSide(input, file, context);
  if (side === undefined) return refused(recorderRefusal(input, file.kind));
  const subject = subjectOf(input, file, context);
  if (!subject.ok) return subject;
  const act = {
    type: input.type,
    subject: subject.value,
    answers: input.answers,
    days: input.days,
    traits: input.traits,
  };
  const refusal = impossibility(act, file, context);
  if (refusal !== undefined) return refused(refusal);
  const by = side === "agency" ? {} : { by: side };
  return done({ act: context.newId<ActId>(), ...act, ...by, ...secretsOf(input) });
}

/** impossibility says why the act cannot have happened on this file as written. A correction asks it of the corrected act. */
export function impossibility(
  act: Pick<Act, "type" | "subject" | "answers" | "days" | "traits">,
  file: ActFile,
  context: Context,
): Refusal | undefined {
  const [fault] = checkAct(act, context.today);
  if (fault !== undefined) return faultRefusal(fault, act.type, context);
  return sourcesRefusal(act.days, context) ?? answersRefusal(act, file);
}

function sourcesRefusal(days: ActDays, context: Context): Refusal | undefined {
  for (const name of carriedDays) {
    const refusal = days[name] && sourceRefusal(days[name], `/days/${name}/source`, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** sourceRefusal admits the system's own word for today only, and the word of another system only from an importer. */
export function sourceRefusal(
  { day, source }: DatedDay,
  at: string,
  { today, acting }: { readonly today: Day; readonly acting: Pick<Acting, "roles"> },
): Refusal | undefined {
  const foreign = source === "import" && !acting.roles.includes("importer");
  const backdated = source === "system" && day !== today;
  return foreign || backdated ? { code: "day-not-taken", at, detail: { source } } : undefined;
}

function answersRefusal({ type, answers }: Pick<Act, "type" | "answers">, { state }: ActFile): Refusal | undefined {
  for (const [i, answer] of answers.entries()) {
    const named = state.acts.find((act) => act.id === answer);
    if (named === undefined) return answerRefusal("unknown-act", `/answers/${i}`, type);
    if (!mayAnswer(type, named.type)) return answerRefusal("answer-not-taken", `/answers/${i}`, type);
  }
  return undefined;
}

function subjectOf(input: ActInput, file: ActFile, context: Context): Outcome<NamedSubject, Refusal> {
  const { type, subject } = input;
  const { subjects, makes } = actEntry(type);
  const kind = subject?.kind ?? subjects.find((each) => each === file.kind) ?? onlyOne(subjects);
  if (kind === undefined || !subjects.includes(kind))
    return refused(subjectRefusal("subject-not-taken", kind === undefined ? "/subject" : "/subject/kind", type));
  const asked = { type, kind, id: subject?.id, file };
  return makes === true ? madeSubject(asked, context) : foundSubject(asked);
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

interface AskedSubject {
  readonly type: ActType;
  readonly kind: Subject["kind"];
  readonly id: Id<string> | undefined;
  readonly file: ActFile;
}

function madeSubject({ type, kind, id, file }: AskedSubject, context: Context): Outcome<NamedSubject, Refusal> {
  if (!subjectsHeld[file.kind].includes(kind))
    return refused(subjectRefusal("subject-not-taken", "/subject/kind", type));
  return id === undefined
    ? done({ kind, id: context.newId() })
    : refused(subjectRefusal("subject-not-taken", "/subject/id", type));
}

function foundSubject({ type, kind, id, file }: AskedSubject): Outcome<NamedSubject, Refusal> {
  const named = id ?? (kind === file.kind ? file.state.id : undefined);
  if (named === undefined || !isKnown({ kind, id: named }, file))
    return refused(subjectRefusal("unknown-subject", "/subject/id", type));
  return done({ kind, id: named });
}

function secretsOf({ document, amount, note }: ActInput): Pick<ActDraft, "document" | "amount" | "note"> {
  return {
    ...(document === undefined ? {} : { document: reference(document) }),
    ...(amount === undefined ? {} : { amount: reference(amount) }),
    ...(note === undefined ? {} : { note: reference(note) }),
  };
}
