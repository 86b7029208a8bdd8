/** The page that shows names and descriptions for a stated purpose. Each showing is an entry of its own (src/README.md#access). */

import { type CaseId, parseId } from "../../base/ids.ts";
import { caseCommands } from "../../domain/files/commands.ts";
import { personalFields } from "../../domain/files/case.ts";
import { streamName } from "../../domain/event.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { openClass } from "../../service/reading/opened.ts";
import { actPage } from "../form/act-form.tsx";
import { Radios, optionsOf } from "../form/fields.tsx";
import { filled } from "../form/form-values.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { purposeWords } from "../words/files.ts";
import { caseShown } from "./case-page.tsx";

export async function disclosePage(c: ConsoleContext): Promise<Response> {
  const id = c.req.param("id");
  return actPage(c, {
    title: "Mở xem họ tên và mô tả tài sản",
    command: caseCommands["disclose-personal"],
    input: (values) => ({ case: id, purpose: filled(values, "purpose") }),
    labels: { purpose: "Mục đích", case: "Hồ sơ" },
    fields: (filling) => (
      <Radios
        name="purpose"
        label="Mục đích"
        hint="Mục đích được ghi vào nhật ký cùng tên bạn."
        filling={filling}
        options={optionsOf(purposeWords)}
      />
    ),
    button: "Ghi vào nhật ký và mở xem",
    next: async () => disclosed(c, id),
  });
}

/** disclosed reads the personal fields; it is called once the entry is recorded. */
async function disclosed(c: ConsoleContext, id: string | undefined): Promise<Response> {
  const { host } = c.var.visit;
  const of = parseId<CaseId>(id);
  const { states } = await loadStates(() => (of === undefined ? [] : [streamName("case", of)]), host);
  const state = of && states.of("case", of);
  return caseShown(c, state === undefined ? undefined : await openClass(personalFields(state), "personal", host));
}
