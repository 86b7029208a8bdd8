/** The page that merges findings of one file which are one violation: a procurator says which one stays. */

import { given } from "../../base/given.ts";
import { type FindingId, parseId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { mergeFindings } from "../../domain/findings/merging.ts";
import { findingSeen } from "../../service/reading/finding-page.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { actPage } from "../form/act-form.tsx";
import { Hidden, Radios, TextArea, type Filling } from "../form/fields.tsx";
import { chosen, filled, type FormValues } from "../form/form-values.ts";
import { calledIn, fileOf, findingName } from "../parts/finding-name.ts";
import type { ConsoleContext } from "../frame/visit.ts";

export async function mergePage(c: ConsoleContext): Promise<Response> {
  return actPage(c, {
    title: "Gộp vi phạm",
    command: mergeFindings,
    input: inputOf,
    labels: { finding: "Vi phạm đứng tên", findings: "Vi phạm đã chọn", note: "Ghi chú" },
    fields: async (filling) => fieldsFor(c, filling),
    button: "Gộp, ghi vào nhật ký",
    next: () => "/console/findings?status=confirmed",
  });
}

function inputOf(values: FormValues): unknown {
  const finding = filled(values, "finding");
  const findings = chosen(values, "findings").filter((id) => id !== finding);
  return { finding, findings, ...given({ note: filled(values, "note") }) };
}

async function fieldsFor(c: ConsoleContext, filling: Filling) {
  const ids = chosen(filling.values, "findings").flatMap((id) => parseId<FindingId>(id) ?? []);
  if (ids.length < 2) return <p>Phải chọn ít nhất hai vi phạm: quay lại trang Vi phạm và đánh dấu.</p>;
  const { reader, host } = c.var.visit;
  const { states } = await loadStates(() => ids.map((id) => streamName("finding", id)), host);
  const found = await Promise.all(
    ids.map(async (id) => [id, await findingSeen(id, states, { reader, host })] as const),
  );
  const files = found.flatMap(([, state]) => (state === undefined ? [] : [fileOf(state)]));
  const called = await calledIn(files, { reader, host });
  // What this person does not see is not repeated: a form may name a thousand ids that nothing has.
  const seen = found.flatMap(([id, state]) => (state === undefined ? [] : [{ id, state }]));
  const options = seen.map(({ id, state }) => ({ value: id, label: findingName(state.rule, state, called) }));
  return (
    <>
      {seen.length === found.length ? undefined : (
        <p>Có {found.length - seen.length} vi phạm không có hoặc bạn không được xem: đã bỏ ra.</p>
      )}
      {seen.map(({ id }) => (
        <Hidden name="findings" value={id} />
      ))}
      <Radios
        name="finding"
        label="Vi phạm đứng tên"
        hint="Các vi phạm kia được gộp vào vi phạm này; phải cùng một hồ sơ."
        filling={filling}
        options={options}
      />
      <TextArea name="note" label="Ghi chú" hint="Không bắt buộc." filling={filling} />
    </>
  );
}
