/** The exports of files: cases and intakes by their numbers, registers. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { fileList, registerList } from "../../service/listing/files.ts";
import { openNumbers } from "../../service/reading/file-numbers.ts";
import type { LatestFile } from "../../service/views.ts";
import { fileLists, registersTitle } from "../words/lists.ts";
import { noFiles, officeColumns, namesOf } from "./columns.ts";
import type { ExportedList } from "./exported.ts";
import { orderIn } from "../frame/list-place.ts";
import { agencyFilter, orderFilter } from "./filter-words.ts";

export const cases = exportedFiles("case");
export const intakes = exportedFiles("intake");

function exportedFiles(kind: "case" | "intake"): ExportedList<LatestFile> {
  const { title, heads } = fileLists[kind];
  return {
    name: `${kind}s`,
    asked: async (c) => {
      const agency = parseId<OfficeId>(c.req.query("agency"));
      const order = orderIn(c);
      const filter = [...(await agencyFilter(c, agency)), ...orderFilter(order)];
      return { title, filter, open: fileList(kind, agency, order) };
    },
    columns: [
      { key: kind, of: ({ key }) => key },
      { key: "number", head: heads.number, of: ({ stream }, { numbers }) => numbers.get(stream) },
      ...officeColumns<LatestFile>("agency", "Cơ quan", ({ agency }) => agency),
      { key: kind === "case" ? "decidedOn" : "openedOn", head: heads.day, kind: "day", of: ({ day }) => day },
    ],
    called: async (rows, { reader, host }) => {
      const opened = await openNumbers(rows, reader, host);
      const numbers = rows.flatMap(({ stream, number }) => {
        const text = number && opened.get(number);
        return typeof text === "string" ? [[stream, text] as const] : [];
      });
      return {
        ...noFiles,
        numbers: new Map(numbers),
        offices: await namesOf(
          rows.map(({ agency }) => agency),
          host,
        ),
      };
    },
  };
}

export const registers: ExportedList<LatestFile> = {
  name: "registers",
  asked: (c) => {
    const order = orderIn(c);
    return { title: registersTitle, filter: orderFilter(order), open: registerList(order) };
  },
  columns: [
    { key: "register", of: ({ key }) => key },
    ...officeColumns<LatestFile>("office", "Cơ quan", ({ agency }) => agency),
    { key: "openedOn", head: "Ngày mở sổ", kind: "day", of: ({ day }) => day },
  ],
  called: async (rows, { host }) => ({
    ...noFiles,
    offices: await namesOf(
      rows.map(({ agency }) => agency),
      host,
    ),
  }),
};
