/** The exports of what the machine found: what nobody has judged, and what corrections took away. */

import { parseDay } from "../../base/day.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import { listedState } from "../../domain/deadlines/list-state.ts";
import type { StreamName } from "../../domain/event.ts";
import { detectionList, goneList } from "../../service/listing/detections.ts";
import type { DeadlineRow, GoneRow } from "../../service/views.ts";
import { detectionFilter } from "../findings/detection-filter.ts";
import { formatDay } from "../parts/day-text.ts";
import { fileWord } from "../parts/file-link.tsx";
import { calledIn, type Looking } from "../parts/finding-name.ts";
import { obligationWord } from "../parts/obligation.tsx";
import { ruleName } from "../words/law.ts";
import { type CalledRows, type ExportColumn, officeColumns, namesOf } from "./columns.ts";
import type { ExportedList } from "./exported.ts";
import { agencyFilter, filtered } from "./filter-words.ts";

interface FileRow {
  readonly stream: StreamName;
  readonly rule: string;
  readonly version: string;
  readonly office: string;
  readonly subject: string;
  readonly weight: DeadlineRow["weight"];
}

const weightWords = { violation: "vi phạm", hint: "gợi ý", none: "" } as const;

const aboutColumns: readonly ExportColumn<FileRow>[] = [
  { key: "stream", of: ({ stream }) => stream },
  { key: "fileKind", head: "Loại hồ sơ", of: ({ stream }) => fileWord(stream) },
  { key: "fileNumber", head: "Số hồ sơ", of: ({ stream }, { numbers }) => numbers.get(stream) },
  { key: "subject", of: ({ subject }) => subject },
  {
    key: "subjectName",
    head: "Đối tượng",
    of: ({ stream, subject }, { subjects }) => subjects(stream, subject) ?? "cả hồ sơ",
  },
];

const ruleColumns: readonly ExportColumn<FileRow>[] = [
  { key: "rule", head: "Mã quy tắc", of: ({ rule }) => rule },
  { key: "version", of: ({ version }) => version },
  { key: "duty", head: "Phải làm", of: ({ rule }) => ruleName(rule) },
  { key: "weight", of: ({ weight }) => weight },
  { head: "Loại phát hiện", of: ({ weight }) => weightWords[weight] },
];

async function calledAbout(rows: readonly FileRow[], { reader, host }: Looking) {
  const files = rows.map(({ stream }) => stream);
  const offices = await namesOf(
    rows.map(({ office }) => office),
    host,
  );
  return { offices, ...(await calledIn(files, { reader, host })) };
}

export const detections: ExportedList<DeadlineRow> = {
  name: "detections",
  asked: async (c) => {
    const filter = detectionFilter(c);
    const { office, since, rule, weight } = filter;
    return {
      title: "Phát hiện chưa xem xét",
      filter: [
        ...filtered("weight", "Loại phát hiện", weight, weightWords[weight]),
        ...(await agencyFilter(c, office)),
        ...filtered("since", "Từ ngày", since, since && formatDay(since)),
        ...filtered("rule", "Quy tắc", rule, rule && `${ruleName(rule)} (${rule})`),
      ],
      open: detectionList(filter),
    };
  },
  columns: [
    { key: "deadline", of: ({ key }) => key },
    ...ruleColumns,
    ...officeColumns<FileRow>("office", "Cơ quan", ({ office }) => office),
    { key: "startedOn", head: "Tính từ ngày", kind: "day", of: ({ startedOn }) => startedOn },
    { key: "dueOn", head: "Hạn cuối", kind: "day", of: ({ dueOn }) => dueOn },
    { key: "metOn", head: "Ngày làm", kind: "day", of: ({ metOn }) => metOn },
    { key: "state", of: (row, called) => stateOf(row, called).state },
    { head: "Trạng thái", of: stateWord },
    { key: "daysLate", head: "Số ngày chậm", kind: "number", of: (row, called) => stateOf(row, called).daysLate },
    ...aboutColumns,
  ],
  called: calledAbout,
};

function stateOf(row: DeadlineRow, { today }: CalledRows) {
  return listedState(row, today);
}

function stateWord(row: DeadlineRow, called: CalledRows): string {
  const weight = row.weight === "violation" ? "violation" : "hint";
  return obligationWord({ ...stateOf(row, called), weight, dueOn: parseDay(row.dueOn) });
}

export const gone: ExportedList<GoneRow> = {
  name: "gone",
  asked: async (c) => {
    const office = parseId<OfficeId>(c.req.query("agency"));
    return {
      title: "Phát hiện hết do đính chính",
      filter: await agencyFilter(c, office),
      open: goneList({ office }),
    };
  },
  columns: [
    { key: "deadline", of: ({ key }) => key },
    ...ruleColumns,
    ...officeColumns<FileRow>("office", "Cơ quan", ({ office }) => office),
    { key: "startedOn", head: "Tính từ ngày", kind: "day", of: ({ startedOn }) => startedOn },
    { key: "dueOnBefore", head: "Hạn trước đính chính", kind: "day", of: ({ before }) => before.dueOn },
    { key: "metOnBefore", head: "Ngày làm trước đính chính", kind: "day", of: ({ before }) => before.metOn },
    { key: "dueOnAfter", head: "Hạn sau đính chính", kind: "day", of: ({ after }) => after?.dueOn },
    { key: "metOnAfter", head: "Ngày làm sau đính chính", kind: "day", of: ({ after }) => after?.metOn },
    { key: "correctedOn", head: "Ngày đính chính", kind: "day", of: ({ correction }) => correction.on },
    { key: "entry", head: "Mục nhật ký của đính chính", kind: "number", of: ({ correction }) => correction.index },
    { key: "judged", head: "Xem xét", of: ({ judged }) => (judged ? "đã xác nhận hoặc bác" : "chưa") },
    ...aboutColumns,
  ],
  called: calledAbout,
};
