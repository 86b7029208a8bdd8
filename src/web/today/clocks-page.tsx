/** The whole of a list of running time limits, page by page, of which the pages of work show the head. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { streamKind } from "../../domain/event.ts";
import { type ClockList, clockLists } from "../../service/reading/clock-lists.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import { clockList } from "../../service/listing/clocks.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { placeIn } from "../frame/list-place.ts";
import { deadlineKey, More, withQuery } from "../parts/pager.tsx";
import { Downloads } from "../frame/downloads.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { clockTitles } from "../words/lists.ts";
import { ClockTable } from "./clock-table.tsx";

const path = "/console/clocks";
/** With a citation in each row, 60 rows stay under 100 kB. */
const clocksOnPage = 60;

export function clocksPath(list: ClockList): string {
  return withQuery(path, { list });
}

export async function listClocks(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const list = clockListIn(c);
  const opened = await clockList(list)(reader, host);
  if (!opened.ok) return showRefusal(c, opened.refusal);
  const place = placeIn(c, deadlineKey);
  const { rows, next } = await opened.value.page(place.after, clocksOnPage);
  const names = await namedOffices(
    [...new Set(rows.map(({ row }) => row.office))].flatMap((id) => parseId<OfficeId>(id) ?? []),
    host,
  );
  const files = rows.flatMap(({ file, row }) => file ?? (streamKind(row.stream) === "instrument" ? [] : row.stream));
  return showPage(c, {
    title: clockTitles[list],
    children: (
      <>
        <Downloads list="clocks" query={{ list }} total={await opened.value.total()} />
        <ClockTable
          rows={rows}
          names={names}
          numbers={await numbersOf(files, reader, host)}
          today={reader.today}
          caption={`${clockTitles[list]}, theo hạn`}
          {...(list === "awaited" ? { who: "Bộ trưởng" } : {})}
        />
        <More path={path} query={{ list }} after={next} place={place} />
      </>
    ),
  });
}

export function clockListIn(c: ConsoleContext): ClockList {
  return clockLists.find((each) => each === c.req.query("list")) ?? "own";
}
