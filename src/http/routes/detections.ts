/** Detections: the deadlines of offices, in their state of the day of the request, and their count by rule. */

import { z } from "zod";
import { dayThatExists } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done, refused } from "../../base/outcome.ts";
import { code, day, id } from "../../domain/field.ts";
import type { ReadName } from "../../domain/permission.ts";
import { listedState } from "../../domain/deadlines/list-state.ts";
import type { Host } from "../../service/host.ts";
import { mayRead, type Reader } from "../../service/streams/reader.ts";
import { detectionCounts, sightedOffices } from "../../service/reading/sight.ts";
import { readableOffices } from "../../service/reading/supervised.ts";
import { type DeadlineRow, deadlineStates, type GoneRow } from "../../service/views.ts";
import { jsonReply } from "../json-reply.ts";
import { nextPage, pageQuery } from "../query.ts";
import { readingRoute } from "../reading-route.ts";
import type { Route } from "../route.ts";

/** "<day or infinity>~<key of the obligation>": the list is ordered by day, then key. */
const cursor = z
  .string()
  .regex(new RegExp(`^(?:infinity|${dayThatExists})~[A-Z0-9_]{1,64}/[0-9a-f]{32}/[0-9a-f]{32}$`));

const whose = {
  office: z.exactOptional(
    id<"office">().describe(
      "Cơ quan phải làm; bỏ trống: mọi cơ quan mà người hỏi được xem / The office that owes; left out: every office that the reader may see",
    ),
  ),
  since: z.exactOptional(
    day.describe(
      "Đến hạn từ ngày này trở đi; việc bị cấm: làm từ ngày này trở đi / Due on this day or later; a forbidden act: done on this day or later",
    ),
  ),
};

const listQuery = z.strictObject({
  ...whose,
  rule: z.exactOptional(code.describe("Quy tắc, ví dụ NOTIFY_PARTIES / The rule's series")),
  state: z
    .enum([...deadlineStates, "gone"])
    .default("breached")
    .describe(
      "breached: quá hạn, làm chậm hoặc làm việc bị cấm, tính đến hôm nay; open: chưa làm, gồm overdue (quá hạn) và due-soon (chưa đến hạn); met-late: đã làm, chậm; forbidden: việc bị cấm đã làm; all: tất cả; gone: hết do đính chính, với cách đọc trước và sau / breached: missed, late or forbidden by today; open: not done, overdue or due-soon; met-late: done late; forbidden: a forbidden act that was done; all of these; gone: gone by a correction of an entry, with both readings",
    ),
  weight: z.exactOptional(
    z
      .enum(["violation", "hint"])
      .describe("violation: vi phạm; hint: gợi ý, quy tắc còn ngờ / hint: the rule or its count is in doubt"),
  ),
  ...pageQuery,
  after: z.exactOptional(cursor),
});
const countsQuery = z.strictObject(whose);

export const detectionRoutes: readonly Route[] = [
  readingRoute({
    path: "/v1/detections",
    summary: [
      "Thời hạn và việc bị cấm của các cơ quan, theo ngày",
      "Time limits and forbidden acts of offices, by day",
    ],
    permission: "read-deadlines",
    query: listQuery,
    form: "Page",
    answer: async ({ query, reader, host, url }) => {
      const { office, ...filter } = query;
      const offices = await officesAsked(office, "read-deadlines", { reader, host });
      if (offices.length === 0) return refused({ code: "not-permitted" });
      const { state, ...others } = filter;
      const { today } = reader;
      const rows =
        state === "gone"
          ? await host.views.gone({ ...others, offices, ...(await sightedOffices(offices, reader, host)) })
          : await host.views.deadlines({ ...others, state, offices, today });
      const last = rows.length < query.limit ? undefined : rows.at(-1);
      const next = last === undefined ? {} : { next: nextPage(url, `${last.day}~${last.key}`) };
      const items = rows.map((row) => ("correction" in row ? goneJson(row) : detectionJson(row, reader)));
      return done(jsonReply({ asOf: today, items, ...next }, next));
    },
  }),
  readingRoute({
    path: "/v1/detections/counts",
    summary: [
      "Số phát hiện đã xác nhận, đã gộp, đã bác, chưa xem xét theo từng quy tắc",
      "Detections confirmed, merged, dismissed, pending, by rule",
    ],
    permission: "read-findings",
    query: countsQuery,
    form: "Page",
    answer: async ({ query: { office, ...filter }, reader, host }) => {
      const offices = await officesAsked(office, "read-findings", { reader, host });
      if (offices.length === 0) return refused({ code: "not-permitted" });
      const items = await detectionCounts({ ...filter, offices }, reader, host);
      return done(jsonReply({ asOf: reader.today, items }));
    },
  }),
];

/** The office asked for, or every office of which the reader may see this; none if there is none. */
async function officesAsked(
  office: OfficeId | undefined,
  what: ReadName,
  { reader, host }: { readonly reader: Reader; readonly host: Host },
): Promise<readonly OfficeId[]> {
  if (office === undefined) return readableOffices(what, reader, host);
  return (await mayRead(reader, what, office, host)) ? [office] : [];
}

function goneJson({ day: _day, ...row }: GoneRow) {
  return { ...row, state: "gone" };
}

function detectionJson({ day: _day, ...row }: DeadlineRow, { today }: Reader) {
  return { ...row, ...listedState(row, today) };
}
