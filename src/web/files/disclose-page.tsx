/** The page that shows names and descriptions for a stated purpose. Each showing is an entry of its own (src/README.md#access). */

import { type CaseId, parseId } from "../../base/ids.ts";
import { caseCommands } from "../../domain/files/commands.ts";
import { disclosedBy } from "../../service/reading/disclosing.ts";
import type { Answer } from "../../service/recording/handle.ts";
import { withheldTexts } from "../../service/recording/showing.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
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
    next: async (_, answer) => disclosed(c, id, answer),
  });
}

/** disclosed reads the personal fields; it is called once the entry is recorded. */
async function disclosed(c: ConsoleContext, id: string | undefined, answer: Answer): Promise<Response> {
  const of = parseId<CaseId>(id);
  if (of === undefined) return showRefusal(c, { code: "unknown-case" });
  if (answer.showing === "shown") return caseShown(c, await disclosedBy(answer, of, c.var.visit.host));
  const [why] = withheldTexts[answer.showing];
  return showPage(c, {
    title: "Không hiện lại họ tên và mô tả tài sản",
    children: (
      <p>
        Lần mở xem này {why}. <a href={`/console/cases/${of}`}>Về hồ sơ</a>
      </p>
    ),
  });
}
