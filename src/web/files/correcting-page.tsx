/** The page of a correction (đính chính): one part of one act that the person's own side recorded, what is right, and why. */

import { caseCommands } from "../../domain/files/commands.ts";
import type { ActFileKind } from "../../domain/files/act-file.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import { mayCorrect } from "../../domain/files/who-records.ts";
import { actEntry } from "../../law/act.ts";
import { actPage } from "../form/act-form.tsx";
import { TextArea } from "../form/fields.tsx";
import { filled } from "../form/form-values.ts";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { fieldWords } from "../words/files.ts";
import { traitName } from "../words/traits.ts";
import { actFileFor, actFilePath } from "./asked-file.ts";
import { backToFile } from "./file-ways.tsx";
import {
  correctableFields,
  CorrectionField,
  isCorrectedField,
  currentValues,
  typedAfter,
} from "./correction-fields.tsx";

export async function correctActPage(c: ConsoleContext, kind: ActFileKind): Promise<Response> {
  const file = await actFileFor(c, kind, "correct-act");
  if (!file.ok) return file.refusal;
  const act = file.value.state.acts.find(({ id }) => id === c.req.param("act"));
  const field = c.req.param("field") ?? "";
  if (act === undefined || !isCorrectedField(field) || !correctableFields(act).includes(field))
    return showRefusal(c, { code: "unknown-act" });
  if (!mayCorrect(act, kind, c.var.visit.reader.acting.roles))
    return showRefusal(c, { code: "not-permitted", detail: { type: act.type, recorders: act.by ?? "agency" } });
  const path = actFilePath(file.value);
  return actPage(c, {
    title: `Đính chính ${fieldWords[field]}: ${actEntry(act.type).vi}`,
    command: caseCommands["correct-act"],
    input: (values) => ({
      on: { [kind]: file.value.state.id },
      act: act.id,
      field,
      ...typedAfter({ act, field }, values),
      reason: filled(values, "reason"),
    }),
    labels: labelsOf(act, fieldWords[field]),
    initial: currentValues({ act, field }),
    fields: (filling) => (
      <>
        <CorrectionField act={act} field={field} file={file.value} filling={filling} />
        <TextArea name="reason" label="Lý do" hint="Được che, không hiện trong nhật ký." filling={filling} />
      </>
    ),
    aside: await backToFile(file.value, c.var.visit, { path: `${path}/corrections`, words: "Chọn chỗ khác" }),
    button: "Ghi đính chính vào nhật ký",
    next: () => `${path}#acts`,
  });
}

function labelsOf({ type }: RecordedAct, words: string): Readonly<Record<string, string>> {
  const { must = {}, may = {} } = actEntry(type);
  const traits = Object.keys({ ...must, ...may }).map((name) => [`after.${name}`, traitName(name)] as const);
  return {
    after: `${words} đúng`,
    "after.source": "Nguồn của ngày",
    ...Object.fromEntries<string>(traits),
    reason: "Lý do",
    act: "Hành vi",
    on: "Hồ sơ",
  };
}
