/** The export of running time limits. */

import { parseDay } from "../../base/day.ts";
import { streamKind } from "../../domain/event.ts";
import { writeCitation } from "../../law/sources.ts";
import { clockList } from "../../service/listing/clocks.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import type { RunningClock } from "../../service/reading/running-clocks.ts";
import { distance } from "../parts/day-text.ts";
import { clockListIn } from "../today/clocks-page.tsx";
import { instrumentLabel } from "../words/instruments.ts";
import { ruleName } from "../words/law.ts";
import { clockTitles } from "../words/lists.ts";
import { type CalledRows, noFiles, namesOf } from "./columns.ts";
import type { ExportedList } from "./exported.ts";
import { filtered } from "./filter-words.ts";

export const clocks: ExportedList<RunningClock> = {
  name: "clocks",
  asked: (c) => {
    const list = clockListIn(c);
    return {
      title: "Thời hạn đang chạy",
      filter: filtered("list", "Danh sách", list, clockTitles[list]),
      open: clockList(list),
    };
  },
  columns: [
    { key: "deadline", of: ({ row }) => row.key },
    { key: "stream", of: ({ row }) => row.stream },
    {
      key: "place",
      head: "Văn bản",
      of: ({ instrument }) => (instrument === undefined ? "Sổ theo dõi" : instrumentLabel(instrument)),
    },
    {
      key: "fileNumber",
      head: "Số hồ sơ",
      of: ({ row, file }, { numbers }) => numbers.get(file ?? row.stream),
    },
    { key: "rule", head: "Mã quy tắc", of: ({ row }) => row.rule },
    { key: "duty", head: "Phải làm", of: ({ row }) => ruleName(row.rule) },
    { key: "citation", head: "Căn cứ", of: ({ explanation }) => writeCitation(explanation.citation, "vi") },
    { key: "office", of: ({ row }) => row.office },
    { key: "owner", of: ({ row }) => row.owner },
    {
      head: "Bên phải làm",
      of: ({ row }, { offices }) => (row.owner === "minister" ? "Bộ trưởng" : offices.get(row.office)),
    },
    { key: "dueOn", head: "Hạn cuối", kind: "day", of: ({ row }) => row.dueOn },
    { key: "provisional", head: "Tạm tính", of: ({ row }) => (row.provisional ? "tạm tính" : undefined) },
    { head: "Còn lại", of: distanceOf },
  ],
  called: async (rows, { reader, host }) => {
    // The clocks of an instrument are called by it; its own number is no secret and stands in its own column.
    const files = rows.flatMap(({ file, row }) => file ?? (streamKind(row.stream) === "instrument" ? [] : row.stream));
    return {
      ...noFiles,
      numbers: await numbersOf(files, reader, host),
      offices: await namesOf(
        rows.map(({ row }) => row.office),
        host,
      ),
    };
  },
};

function distanceOf({ row }: RunningClock, { today }: CalledRows): string | undefined {
  const due = parseDay(row.dueOn);
  return due && distance(due, today);
}
