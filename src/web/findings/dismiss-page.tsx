/** A detection that is no violation is dismissed with a reason; both stay in the log. */

import { dismissDetection } from "../../domain/findings/commands.ts";
import { actPage } from "../act-page.tsx";
import { Hidden, Radios, TextArea, optionsOf } from "../fields.tsx";
import { filled, formValues, typedValue } from "../form-values.ts";
import type { ConsoleContext } from "../visit.ts";
import { dismissalWords } from "../words/findings.ts";
import { DetectionLine } from "./confirm-page.tsx";
import { parseDetectionValue } from "./detection-value.ts";

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
    fields: (filling) => (
      <>
        <p>
          <DetectionLine value={typedValue(filling.values, "deadline")} />
        </p>
        <Hidden name="deadline" value={typedValue(filling.values, "deadline")} />
        <Radios name="reason" label="Lý do" filling={filling} options={optionsOf(dismissalWords)} />
        <TextArea name="note" label="Nói rõ thêm" hint="Bắt buộc khi chọn lý do khác." filling={filling} />
      </>
    ),
    button: "Bác, ghi vào nhật ký",
    next: () => "/console/findings?status=dismissed",
  });
}
