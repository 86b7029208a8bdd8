/** The page on which a procurator confirms detections, several at once. A hint needs the text that the procurator read (promise 5). */

import { given } from "../../base/given.ts";
import { confirmDetections } from "../../domain/findings/commands.ts";
import { actPage } from "../form/act-form.tsx";
import { Checkboxes, type Filling, Hidden, targetId, TextArea } from "../form/fields.tsx";
import { chosen, filled, type FormValues } from "../form/form-values.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { calledIn } from "../parts/finding-name.ts";
import { DetectionLine } from "./detection-line.tsx";
import { fileIn, parseDetectionValue } from "../parts/detection-value.ts";

export async function confirmPage(c: ConsoleContext): Promise<Response> {
  return actPage(c, {
    title: "Xác nhận vi phạm",
    command: confirmDetections,
    input: inputOf,
    labels: {
      detections: "Phát hiện đã chọn",
      asOne: "Gộp làm một",
      "detections.cited": "Văn bản đã đọc",
      "detections.note": "Ghi chú",
    },
    fields: async (filling) => fieldsFor(c, filling),
    button: "Xác nhận vi phạm, ghi vào nhật ký",
    next: () => "/console/findings?status=confirmed",
  });
}

function inputOf(values: FormValues): unknown {
  const typed = given({ cited: filled(values, "detections.cited"), note: filled(values, "detections.note") });
  const detections = chosen(values, "detections").map((value) => ({ ...parseDetectionValue(value), ...typed }));
  return { detections, ...(filled(values, "asOne") === undefined ? {} : { asOne: true }) };
}

async function fieldsFor(c: ConsoleContext, filling: Filling) {
  const detections = chosen(filling.values, "detections");
  const called = await calledIn(
    detections.flatMap((value) => fileIn(value) ?? []),
    c.var.visit,
  );
  return (
    <>
      <h2 id={targetId("detections", filling)}>{detections.length} phát hiện đã chọn</h2>
      {detections.length === 0 ? (
        <p>Chưa chọn phát hiện nào: quay lại hồ sơ hoặc trang Phát hiện và đánh dấu.</p>
      ) : undefined}
      <ul>
        {detections.map((value) => (
          <li>
            <DetectionLine value={value} called={called} />
            <Hidden name="detections" value={value} />
          </li>
        ))}
      </ul>
      {detections.length > 1 ? (
        <Checkboxes name="asOne" label="Gộp làm một" hint={oneViolation} filling={filling} options={asOne} />
      ) : undefined}
      <TextArea
        name="detections.cited"
        label="Văn bản đã đọc"
        hint="Bắt buộc khi phát hiện chỉ là gợi ý: văn bản, điều, khoản và nội dung bạn đã đọc."
        filling={filling}
      />
      <TextArea name="detections.note" label="Ghi chú" hint="Không bắt buộc." filling={filling} />
    </>
  );
}

const oneViolation = "Khi các phát hiện của cùng một hồ sơ là một vi phạm: phát hiện đầu tiên đứng tên.";
const asOne = [{ value: "yes", label: "Các phát hiện này là một vi phạm" }];
