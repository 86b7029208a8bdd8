/** The export of findings: what procurators confirmed, merged or dismissed. */

import { parseStreamName } from "../../domain/event.ts";
import { findingList, findingStatuses } from "../../service/listing/findings.ts";
import type { FindingRow } from "../../service/views.ts";
import { fileWord } from "../parts/file-link.tsx";
import { calledIn } from "../parts/finding-name.ts";
import { wordOf } from "../parts/rows.ts";
import { findingStatusWords, seriousnessWords } from "../words/findings.ts";
import { ruleName } from "../words/law.ts";
import { officeColumns, namesOf } from "./columns.ts";
import type { ExportedList } from "./exported.ts";
import { orderIn } from "../frame/list-place.ts";
import { filtered, orderFilter } from "./filter-words.ts";

export const findings: ExportedList<FindingRow> = {
  name: "findings",
  asked: (c) => {
    const status = findingStatuses.find((known) => known === c.req.query("status")) ?? "confirmed";
    const order = orderIn(c);
    return {
      title: "Vi phạm",
      filter: [...filtered("status", "Trạng thái", status, findingStatusWords[status]), ...orderFilter(order)],
      open: findingList(status, order),
    };
  },
  columns: [
    { key: "finding", of: ({ key }) => key },
    { key: "rule", head: "Mã quy tắc", of: ({ rule }) => rule },
    { key: "version", head: "Bản quy tắc", of: ({ version }) => version },
    { key: "duty", head: "Vi phạm", of: ({ rule }) => ruleName(rule) },
    { key: "about", of: ({ about }) => about },
    { key: "fileKind", head: "Loại hồ sơ", of: ({ about }) => fileWord(parseStreamName(about)) },
    { key: "fileNumber", head: "Số hồ sơ", of: ({ about }, { numbers }) => numbers.get(parseStreamName(about)) },
    {
      key: "subjectName",
      head: "Đối tượng",
      of: ({ about, deadline }, { subjects }) =>
        subjects(parseStreamName(about), deadline.split("/")[2] ?? "") ?? "cả hồ sơ",
    },
    ...officeColumns<FindingRow>("office", "Cơ quan", ({ office }) => office),
    ...officeColumns<FindingRow>("procuracy", "Viện kiểm sát", ({ procuracy }) => procuracy),
    { key: "madeOn", head: "Ngày xác nhận", kind: "day", of: ({ madeOn }) => madeOn },
    { key: "status", of: ({ status }) => status },
    { head: "Trạng thái", of: ({ status }) => wordOf(findingStatusWords, status) },
    { key: "seriousness", of: ({ seriousness }) => seriousness },
    {
      head: "Mức độ",
      of: ({ seriousness }) => (seriousness === undefined ? "chưa đánh giá" : wordOf(seriousnessWords, seriousness)),
    },
    { key: "instrument", of: ({ instrument }) => instrument },
  ],
  called: async (rows, { reader, host }) => ({
    offices: await namesOf(
      rows.flatMap(({ office, procuracy }) => [office, procuracy]),
      host,
    ),
    ...(await calledIn(
      rows.map(({ about }) => parseStreamName(about)),
      { reader, host },
    )),
  }),
};
