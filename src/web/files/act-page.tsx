/** The page that records one act on a file: its subject, its days with their sources, its codes, what it answers, its document. */

import { given } from "../../base/given.ts";
import { streamName } from "../../domain/event.ts";
import { caseCommands } from "../../domain/files/commands.ts";
import type { ActFileKind, ActFile } from "../../domain/files/act-file.ts";
import { mayRecord, recorderRefusal } from "../../domain/files/who-records.ts";
import { actEntry, type ActType, carriedDays, isActType } from "../../law/act.ts";
import { mayAnswer } from "../../law/answering.ts";
import { actPage } from "../form/act-form.tsx";
import type { FormValues } from "../form/form-values.ts";
import { chosen, filled, formValues } from "../form/form-values.ts";
import { showRefusal } from "../frame/show.tsx";
import { typedDay } from "../form/stated-day.tsx";
import { typedMoney } from "../form/typed-money.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { fitsFile, readSubject, subjectOptions } from "./act-choices.ts";
import { ActFields, actLabels } from "./act-fields.tsx";
import { again, repeatedAct } from "../form/repeated-act.ts";
import { backToFile } from "./file-ways.tsx";
import { actFilePath, actPageFor } from "./asked-file.ts";

export async function recordActPage(c: ConsoleContext, kind: ActFileKind): Promise<Response> {
  const type = c.req.param("type") ?? "";
  if (!isActType(type) || !fitsFile(type, kind)) return showRefusal(c, { code: "unknown-act" });
  const read = await actPageFor(c, kind, "record-act");
  if (!read.ok) return read.refusal;
  const { file, version, entries } = read.value;
  if (!mayRecord(type, kind, c.var.visit.reader.acting.roles)) return showRefusal(c, recorderRefusal({ type }, kind));
  const path = actFilePath(file);
  return actPage(c, {
    title: `Ghi: ${actEntry(type).vi}`,
    command: caseCommands["record-act"],
    input: (values) => inputOf(type, file, values),
    doubts: (input, values) => (filled(values, again) === undefined ? repeatedAct(input, { file, entries }) : []),
    // Another tab may have recorded the same act after this one's preview.
    seen: { stream: streamName(kind, file.state.id), version },
    labels: actLabels(type),
    initial: initialOf(type, file, c.req.query()),
    fields: (filling) => <ActFields type={type} file={file} filling={filling} />,
    aside: await backToFile(file, c.var.visit, { path: `${path}/acts`, words: "Chọn hành vi khác" }),
    button: "Ghi vào nhật ký",
    next: () => `${path}#acts`,
  });
}

interface Suggested {
  readonly subject?: string;
  readonly answers?: string;
}

/**
 * initialOf chooses what the way here suggested, which the page of the file did for a duty that is not done; else where there is no
 * choice: the only subject, and the only decision for a notice of it. What was suggested and does not fit is left out.
 */
function initialOf(type: ActType, file: ActFile, { subject: wanted, answers }: Suggested): FormValues {
  const options = subjectOptions(type, file);
  const suggested = options.find(({ value }) => value === wanted);
  const started = file.state.acts.find((act) => act.id === answers && mayAnswer(type, act.type));
  if (suggested !== undefined || started !== undefined)
    return formValues([
      ...(suggested === undefined ? [] : [["subject", suggested.value] as const]),
      ...(started === undefined ? [] : [["answers", started.id] as const]),
    ]);
  const [subject, ...others] = options;
  const [decision, ...later] = file.state.acts.filter((act) => act.type === "decision-issued");
  const answered = decision !== undefined && later.length === 0 && notices.includes(type) ? [decision.id] : [];
  return formValues([
    ...(subject === undefined || others.length > 0 ? [] : [["subject", subject.value] as const]),
    ...answered.map((act) => ["answers", act] as const),
  ]);
}

const notices: readonly ActType[] = ["party-notified", "decision-sent-to-procuracy"];

function inputOf(type: ActType, { kind, state }: ActFile, values: FormValues): object {
  const { must = {}, may = {} } = actEntry(type);
  const days = carriedDays.map((name) => [name, typedDay(values, `days.${name}`)] as const);
  const traits = Object.keys({ ...must, ...may }).map((name) => [name, filled(values, `traits.${name}`)] as const);
  return given({
    on: { [kind]: state.id },
    type,
    ...readSubject(filled(values, "subject")),
    days: given(Object.fromEntries(days)),
    traits: given(Object.fromEntries(traits)),
    answers: chosen(values, "answers"),
    document: filled(values, "document"),
    amount: typedMoney(filled(values, "amount")),
    note: filled(values, "note"),
  });
}
