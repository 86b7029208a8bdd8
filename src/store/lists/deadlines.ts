/**
 * Pages of deadlines. Each combination of office, state, weight and judgment that a query may mean is a stretch of an index in
 * the order of the list. A page therefore costs the same with a thousand cases as with a million, at the start of the list and
 * deep in it.
 */

import { type RawBuilder, sql } from "kysely";
import { addDays, type Day, parseDay } from "../../base/day.ts";
import { parseStreamName } from "../../domain/event.ts";
import { type DeadlineQuery, type DeadlineRow, mostCounted, type Views } from "../../service/views.ts";
import { dayIn, keyIn } from "./cursor.ts";
import type { Database } from "../postgres.ts";
import { rowOf } from "../row.ts";
import type { Tables } from "../tables.ts";

/** A state as view.deadline stores it, and for an open deadline the due days that make it overdue or due soon. */
interface StoredState {
  readonly state: DeadlineRow["state"];
  readonly satisfied: boolean;
  readonly days?: "before-today" | "from-today";
}

const open = { state: "open", satisfied: false } as const;
const late = { state: "met", satisfied: false } as const;
const ended = { state: "ended", satisfied: false } as const;
const forbidden = { state: "forbidden", satisfied: false } as const;
const met = { state: "met", satisfied: true } as const;
const excused = { state: "excused", satisfied: true } as const;
const overdue = [{ ...open, days: "before-today" }, ended] as const;

/** The stored states (domain/deadlines/list-state.ts) that each state of a list means, as `stateOn` would say. */
const storedStates: Readonly<Record<DeadlineQuery["state"], readonly StoredState[]>> = {
  open: [open],
  "due-soon": [{ ...open, days: "from-today" }],
  overdue,
  "met-late": [late],
  forbidden: [forbidden],
  breached: [...overdue, late, forbidden],
  all: [open, late, ended, forbidden, met, excused],
};

type Weight = DeadlineRow["weight"];
const accusing: readonly Weight[] = ["violation", "hint"];

/** weightsOf leaves out deadlines without weight where the state accuses: letting them pass breaches nothing. */
function weightsOf(state: DeadlineQuery["state"]): readonly Weight[] {
  return state === "open" || state === "due-soon" || state === "all" ? [...accusing, "none"] : accusing;
}

export async function readDeadlines(database: Database, query: DeadlineQuery): Promise<readonly DeadlineRow[]> {
  const { rows } = await deadlinesQuery(query).execute(database);
  return rows.map((row) => {
    const { satisfied: _, judged: _judged, stream, ...deadline } = rowOf(row);
    return { ...deadline, stream: parseStreamName(stream) };
  });
}

/** countDeadlines stops after one more than `mostCounted`, so that a count of millions costs no more than that. */
export async function countDeadlines(
  database: Database,
  query: Parameters<Views["countDeadlines"]>[0],
): Promise<number> {
  const most = mostCounted + 1;
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from (select 1 from (${firstOfEach(query, most)}) first limit ${most}) counted`.execute(
    database,
  );
  return Number(rows[0]?.n ?? 0);
}

/** deadlinesQuery reads the keys of a page from the index alone, and then fetches the rows of that page. */
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

/** Rows read of each stretch to find the page's last day: more would cost each stretch of every office. */
const heads = 2;

/**
 * boundedPage reads a page of many offices. If any rows fill a page, no row of the true page has a later day than the last of
 * them. So it reads the first rows of each stretch, and then only rows up to the day by which these fill a page. Otherwise each
 * stretch would cost a page.
 */
function boundedPage(query: DeadlineQuery) {
  const first = firstOfEach(query, heads);
  return sql`
    with filling as materialized (select day from (${first}) head order by day offset ${query.limit - 1} limit 1)
    ${pageOf(query, sql`(select day from filling)`)}`;
}

type Filter = Omit<DeadlineQuery, "limit">;

/** firstOfEach reads the first `most` rows of each stretch, in its order and up to `lastDay`; null bounds nothing. */
function firstOfEach(query: Filter, most: number, lastDay: RawBuilder<unknown> = sql`null::date`) {
  const { after } = query;
  const stretches = stretchesOf(query);
  const column = <Name extends keyof Stretch>(name: Name) => stretches.map((stretch) => stretch[name]);
  const start = after === undefined ? sql`` : sql`and (d.day, d.key) > (${dayIn(after)}::date, ${keyIn(after)})`;
  return sql`
    select first.day, first.key from (${officesAsked(query)}) as o (office)
    cross join unnest(
      ${column("satisfied")}::boolean[], ${column("state")}::text[], ${column("weight")}::text[],
      ${column("judged")}::boolean[], ${column("from")}::date[], ${column("until")}::date[]
    ) as stretch (satisfied, state, weight, judged, since, until)
    cross join lateral (
      select d.day, d.key from view.deadline d
      where d.office = o.office and d.satisfied = stretch.satisfied and d.state = stretch.state
        and d.weight = stretch.weight and d.judged = stretch.judged
        and d.day >= stretch.since and d.day <= least(stretch.until, ${lastDay})
        ${restrictions(query)} ${start}
      order by d.day, d.key limit ${most}
    ) first`;
}

/** restrictions are conditions beyond the columns of the index. */
function restrictions({ rule, rules, of, running, owner, unsealed }: Filter) {
  const only = [
    ...(rule === undefined ? [] : [sql`and d.rule = ${rule}`]),
    ...(rules === undefined
      ? []
      : [
          "are" in rules
            ? sql`and d.rule = any (${rules.are}::text[])`
            : sql`and d.rule <> all (${rules.areNot}::text[])`,
        ]),
    ...(of === undefined ? [] : [sql`and d.stream like 'instrument/%'`]),
    ...(running === true ? [sql`and not exists (${endedInstrument})`] : []),
    ...(owner === undefined
      ? []
      : [owner === "minister" ? sql`and d.owner = 'minister'` : sql`and d.owner <> 'minister'`]),
    ...(unsealed === true ? [sql`and not exists (select from stream where name = ${missName})`] : []),
  ];
  return only.length === 0 ? sql`` : sql.join(only, sql` `);
}

/** The instrument of a deadline, when nobody waits for anything on it any more. */
const endedInstrument = sql`select from view.instrument i
  where i.key = split_part(d.stream, '/', 2) and d.stream like 'instrument/%' and i.status in ('closed', 'withdrawn', 'discarded')`;

/** The stream of a sealed miss: "deadline/" and `missId` (domain/deadlines/miss.ts). */
const missName = sql<string>`'deadline/' || encode(substr(sha256(convert_to(
  concat_ws(E'\\n', 'minh-chung/missed/v1', d.stream, d.key, to_char(d.due_on, 'YYYY-MM-DD')), 'UTF8')), 1, 16), 'hex')`;

/** officesAsked returns the offices that a query names, or every office, as a query of one column. */
export function officesAsked({ office, offices }: Pick<DeadlineQuery, "office" | "offices">) {
  if (office !== undefined) return sql`select ${office}::text`;
  return offices === undefined ? sql`select key from view.office` : sql`select unnest(${offices}::text[])`;
}

/** A stretch of an index of view.deadline, for each office: what its columns equal, and its days. */
interface Stretch {
  readonly satisfied: boolean;
  readonly state: DeadlineRow["state"];
  readonly weight: Weight;
  readonly judged: boolean;
  readonly from: string;
  readonly until: string;
}

function stretchesOf({ state, weight, unjudged, since, after, today }: Filter): readonly Stretch[] {
  const weights = weight === undefined ? weightsOf(state) : [weight];
  const judgments = unjudged === true ? [false] : [false, true];
  const first = after === undefined ? since : later(since, dayIn(after));
  return storedStates[state].flatMap(({ days, ...stored }) => {
    const from = later(days === "from-today" ? today : undefined, first) ?? "-infinity";
    const until = days === "before-today" ? addDays(readDay(today), -1) : "infinity";
    return weights.flatMap((each) => judgments.map((judged) => ({ ...stored, weight: each, judged, from, until })));
  });
}

/** later compares days as texts, which sort as days do; "infinity" comes after every day. */
function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}
