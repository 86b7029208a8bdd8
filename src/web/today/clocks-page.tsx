/** The whole of a list of running time limits, page by page, of which the pages of work show the head. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { streamKind } from "../../domain/event.ts";
import { mayDo } from "../../domain/permission.ts";
import { type ClockList, clockLists, clocksAfter } from "../../service/reading/clock-lists.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import { supervisedOffices } from "../../service/reading/supervised.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { cursorIn, deadlineKey } from "../parts/cursor.ts";
import { More, withQuery } from "../parts/pager.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { ClockTable } from "./clock-table.tsx";

const path = "/console/clocks";
/** With a citation in each row, 60 rows stay under 100 kB. */
const clocksOnPage = 60;

const titles: Readonly<Record<ClockList, string>> = {
  own: "Thời hạn của Viện kiểm sát",
  awaited: "Đang chờ Bộ trưởng trả lời",
  others: "Thời hạn của cơ quan đối với văn bản đã gửi",
  answers: "Phải trả lời",
  remedies: "Phải khắc phục",
};

export function clocksPath(list: ClockList): string {
  return withQuery(path, { list });
}

export async function listClocks(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const { roles } = reader.acting;
  const list = clockLists.find((each) => each === c.req.query("list")) ?? "own";
  if (!mayDo(roles, "read-deadlines", "own")) return showRefusal(c, { code: "not-permitted" });
  const supervised = await supervisedOffices(reader, host);
  const after = cursorIn(c.req.query("after"), deadlineKey);
  const { rows, next } = await clocksAfter(list, { reader, host, supervised, most: clocksOnPage, after });
  const names = await namedOffices(
    [...new Set(rows.map(({ row }) => row.office))].flatMap((id) => parseId<OfficeId>(id) ?? []),
    host,
  );
  const files = rows.flatMap(({ file, row }) => file ?? (streamKind(row.stream) === "instrument" ? [] : row.stream));
  return showPage(c, {
    title: titles[list],
    children: (
      <>
        <ClockTable
          rows={rows}
          names={names}
          numbers={await numbersOf(files, reader, host)}
          today={reader.today}
          caption={`${titles[list]}, theo hạn`}
          {...(list === "awaited" ? { who: "Bộ trưởng" } : {})}
        />
        <More path={path} query={{ list }} after={next} />
      </>
    ),
  });
}
