/**
 * Pages of time limits. Each combination of office, state, weight and judged that a query may mean is a stretch of an index
 * in the order of the list, so a page costs the same on a thousand cases and on a million, at the start and deep in the list.
 */

import { type RawBuilder, sql } from "kysely";
import { addDays, type Day, parseDay } from "../base/day.ts";
import { parseStreamName } from "../domain/event.ts";
import type { DeadlineQuery, DeadlineRow } from "../service/views.ts";
import { dayIn, keyIn } from "./cursor.ts";
import type { Database } from "./postgres.ts";
import type { Tables } from "./tables.ts";

/** A row of view.deadline is in one of them. */
interface Standing {
  readonly state: DeadlineRow["state"];
  readonly satisfied: boolean;
  /** Only with a day from, or until. */
  readonly from?: Day;
  readonly until?: Day;
}

type Weight = DeadlineRow["weight"];
const accusing: readonly Weight[] = ["violation", "hint"];

export async function readDeadlines(database: Database, query: DeadlineQuery): Promise<readonly DeadlineRow[]> {
  const { rows } = await deadlinesQuery(query).execute(database);
  return rows.map(deadlineOf);
}

/** Keys first, from the index alone; the rows of one page are fetched when the page is known. */
export function deadlinesQuery(query: DeadlineQuery) {
  const page = query.office === undefined ? boundedPage(query) : pageOf(query);
  return sql<Tables["view.deadline"]>`
    select d.* from (${page}) page join view.deadline d using (key)
    order by page.day, page.key`;
}

function pageOf(query: DeadlineQuery, lastDay?: RawBuilder<unknown>) {
  const { limit } = query;
  return sql`select day, key from (${firstOfEach(query, limit, lastDay)}) first order by day, key limit ${limit}`;
}

/** Of each stretch, where there are many. */
const heads = 2;

/**
 * No row of a page is of a later day than the last of any rows that would fill it. So of many offices the first rows of each
 * stretch are read, and then only what is not of a later day than those that fill a page: else every stretch would cost a page.
 */
function boundedPage(query: DeadlineQuery) {
  const first = firstOfEach(query, heads);
  return sql`
    with filling as materialized (select day from (${first}) head order by day offset ${query.limit - 1} limit 1)
    ${pageOf(query, sql`(select day from filling)`)}`;
}

/** So many of each stretch, in its order; no day is too late where there is no last day. */
function firstOfEach(query: DeadlineQuery, most: number, lastDay: RawBuilder<unknown> = sql`null::date`) {
  const { rule, of, after, unsealed } = query;
  const ranges = rangesOf(query);
  const column = <Name extends keyof Range>(name: Name) => ranges.map((range) => range[name]);
  const start = after === undefined ? sql`` : sql`and (d.day, d.key) > (${dayIn(after)}::date, ${keyIn(after)})`;
  return sql`
    select first.day, first.key from (${officesAsked(query)}) as o (office)
    cross join unnest(
      ${column("satisfied")}::boolean[], ${column("state")}::text[], ${column("weight")}::text[],
      ${column("judged")}::boolean[], ${column("from")}::date[], ${column("until")}::date[]
    ) as range (satisfied, state, weight, judged, since, until)
    cross join lateral (
      select d.day, d.key from view.deadline d
      where d.office = o.office and d.satisfied = range.satisfied and d.state = range.state and d.weight = range.weight
        and d.judged = range.judged and d.day >= range.since and d.day <= least(range.until, ${lastDay})
        ${rule === undefined ? sql`` : sql`and d.rule = ${rule}`}
        ${of === undefined ? sql`` : sql`and d.stream like 'instrument/%'`}
        ${unsealed === true ? sql`and not exists (select from stream where name = ${missName})` : sql``}
        ${start}
      order by d.day, d.key limit ${most}
    ) first`;
}

/** The stream that a sealed miss has: "deadline/" and `missId` (domain/deadlines/miss.ts). */
const missName = sql<string>`'deadline/' || encode(substr(sha256(convert_to(
  concat_ws(E'\\n', 'minh-chung/missed/v1', d.stream, d.key, to_char(d.due_on, 'YYYY-MM-DD')), 'UTF8')), 1, 16), 'hex')`;

/** The offices that a query names, or every one, as a query of one column. */
export function officesAsked({ office, offices }: Pick<DeadlineQuery, "office" | "offices">) {
  if (office !== undefined) return sql`select ${office}::text`;
  return offices === undefined ? sql`select key from view.office` : sql`select unnest(${offices}::text[])`;
}

interface Range {
  readonly satisfied: boolean;
  readonly state: DeadlineRow["state"];
  readonly weight: Weight;
  readonly judged: boolean;
  readonly from: string;
  readonly until: string;
}

function rangesOf({ state, weight, unjudged, since, after, today }: DeadlineQuery): readonly Range[] {
  const weights = weight === undefined ? weightsOf(state) : [weight];
  const judgments = unjudged === true ? [false] : [false, true];
  const first = after === undefined ? since : later(since, dayIn(after));
  return standingsOf(state, readDay(today)).flatMap(({ from, until = "infinity", ...standing }) =>
    weights.flatMap((each) =>
      judgments.map((judged) => ({
        ...standing,
        weight: each,
        judged,
        from: later(from, first) ?? "-infinity",
        until,
      })),
    ),
  );
}

function standingsOf(state: DeadlineQuery["state"], today: Day): readonly Standing[] {
  const open = { state: "open", satisfied: false } as const;
  const late = { state: "met", satisfied: false } as const;
  const forbidden = { state: "forbidden", satisfied: false } as const;
  const ended = { state: "ended", satisfied: false } as const;
  const overdue = [{ ...open, until: addDays(today, -1) }, ended];
  switch (state) {
    case "open":
      return [open];
    case "overdue":
      return overdue;
    case "due-soon":
      return [{ ...open, from: today }];
    case "met-late":
      return [late];
    case "forbidden":
      return [forbidden];
    case "breached":
      return [...overdue, late, forbidden];
    case "all":
      return [open, late, ended, forbidden, { state: "met", satisfied: true }, { state: "excused", satisfied: true }];
  }
}

/** Letting a time pass that was given to oneself breaches nothing. */
function weightsOf(state: DeadlineQuery["state"]): readonly Weight[] {
  return state === "open" || state === "due-soon" || state === "all" ? [...accusing, "none"] : accusing;
}

/** Days are texts here that sort as days; infinity is the last. */
function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}

type Limit = "key" | "stream" | "rule" | "version" | "owner" | "office" | "subject" | "started_by" | "started_on";

/** Which time limit of whom it is: what its row says as long as it stands, and when it is gone. */
export function limitOf(row: Pick<Tables["view.deadline"], Limit>) {
  return {
    key: row.key,
    stream: parseStreamName(row.stream),
    rule: row.rule,
    version: row.version,
    owner: row.owner,
    office: row.office,
    subject: row.subject,
    startedBy: row.started_by,
    startedOn: row.started_on,
  };
}

function deadlineOf(row: Tables["view.deadline"]): DeadlineRow {
  return {
    ...limitOf(row),
    weight: row.weight,
    startSource: row.start_source ?? undefined,
    startRecordedLate: row.start_recorded_late ?? undefined,
    dueOn: row.due_on ?? undefined,
    metOn: row.met_on ?? undefined,
    metSource: row.met_source ?? undefined,
    metRecordedLate: row.met_recorded_late ?? undefined,
    endedOn: row.ended_on ?? undefined,
    state: row.state,
    provisional: row.provisional,
    day: row.day,
  };
}
