/** The page that dismisses a detection, with a reason; both stay in the log. */

import { dismissDetection } from "../../domain/findings/commands.ts";
import { actPage } from "../form/act-form.tsx";
import { type Filling, Hidden, Radios, TextArea, optionsOf } from "../form/fields.tsx";
import { filled, formValues, typedValue } from "../form/form-values.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { dismissalWords } from "../words/findings.ts";
import { calledIn } from "../parts/finding-name.ts";
import { DetectionLine } from "./detection-line.tsx";
import { fileIn, parseDetectionValue } from "../parts/detection-value.ts";

export async function dismissPage(c: ConsoleContext): Promise<Response> {
  return actPage(c, {
    title: "Bác phát hiện",
    command: dismissDetection,
    input: (values) => ({
      ...parseDetectionValue(typedValue(values, "deadline")),
      reason: filled(values, "reason"),
      note: filled(values, "note"),
    }),
    labels: { deadline: "Phát hiện", reason: "Lý do", note: "Nói rõ thêm" },
    initial: formValues([["deadline", c.req.query("detection") ?? ""]]),
    fields: async (filling) => fieldsFor(c, filling),
    button: "Bác, ghi vào nhật ký",
    next: () => "/console/findings?status=dismissed",
  });
}

async function fieldsFor(c: ConsoleContext, filling: Filling) {
  const value = typedValue(filling.values, "deadline");
  const file = fileIn(value);
  const called = await calledIn(file === undefined ? [] : [file], c.var.visit);
  return (
    <>
      <p>
        <DetectionLine value={value} called={called} />
      </p>
      <Hidden name="deadline" value={value} />
      <Radios name="reason" label="Lý do" filling={filling} options={optionsOf(dismissalWords)} />
      <TextArea name="note" label="Nói rõ thêm" hint="Bắt buộc khi chọn lý do khác." filling={filling} />
    </>
  );
}
