/** Detections: time limits across the files of an office, with what they are today. Late and missed are computed, never stored. */

import { z } from "zod";
import { type Day, parseDay } from "../base/day.ts";
import { code, id } from "../domain/field.ts";
import { daysLate, stateOn } from "../law/deadline.ts";
import type { DeadlineRow } from "../service/views.ts";
import type { Reader } from "../service/read.ts";
import { listing } from "./listing.ts";
import { pageQuery } from "./query.ts";
import type { Route } from "./route.ts";

/** "<due day or infinity>~<key of the obligation>", as the list is ordered. */
const cursor = z.string().regex(/^(?:infinity|\d{4}-\d\d-\d\d)~[A-Z0-9_]{1,64}\/[0-9a-f]{32}\/[0-9a-f]{32}$/);

const query = z.strictObject({
  office: z.exactOptional(id<"office">()),
  rule: z.exactOptional(code),
  state: z.enum(["open", "overdue", "due-soon", "met-late", "breached", "all"]).default("breached"),
  of: z.exactOptional(z.enum(["intake", "case", "instrument"])),
  weight: z.exactOptional(z.enum(["violation", "hint"])),
  ...pageQuery,
  after: z.exactOptional(cursor.refine((text) => isDayOrEnd(text.slice(0, text.indexOf("~"))))),
});

export const detectionRoutes: readonly Route[] = [
  listing({
    path: "/v1/detections",
    summary: ["Thời hạn của một cơ quan, theo ngày đến hạn", "Time limits of an office, by due day"],
    permission: "read-deadlines",
    query,
    about: ({ office }) => office,
    rows: async (asked, { host, reader }) => host.views.deadlines({ ...asked, today: reader.today }),
    cursorOf: ({ key, dueOn }) => `${dueOn ?? "infinity"}~${key}`,
    shown: detectionJson,
  }),
];

function isDayOrEnd(text: string): boolean {
  return text === "infinity" || parseDay(text) !== undefined;
}

function detectionJson(row: DeadlineRow, { today }: Reader) {
  if (row.state === "excused") return row;
  const startedOn = readDay(row.startedOn);
  const days = {
    startedOn,
    dueOn: dayOf(row.dueOn),
    ...(row.metOn === undefined ? {} : { metOn: readDay(row.metOn) }),
  };
  const state = stateOn(days, today);
  return { ...row, state, ...(state === "late" || state === "missed" ? { daysLate: daysLate(days, today) } : {}) };
}

function dayOf(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : readDay(text);
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`the read model holds ${text} for a day`);
  return day;
}
