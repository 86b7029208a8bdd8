/** Pages of detections gone by correction. They are few: the office and the day are read from the index, the rest is left out. */

import { sql } from "kysely";
import type { GoneQuery, GoneRow } from "../service/views.ts";
import { dayIn, keyIn } from "./cursor.ts";
import { limitOf, officesAsked } from "./deadlines.ts";
import type { Database } from "./postgres.ts";
import type { Tables } from "./tables.ts";

interface Found extends Readonly<Tables["view.gone"]> {
  readonly index: string | null;
  readonly judged: boolean;
}

/** Of an entry that is not sealed yet there is no index. */
export async function readGone(database: Database, query: GoneQuery): Promise<readonly GoneRow[]> {
  const { key, rule, weight, since, after, limit } = query;
  const { rows } = await sql<Found>`
    select page.*, leaf.index, exists (select from view.finding where finding.deadline = page.key) as judged
    from (select g.* from view.gone g where g.office = any (array(${officesAsked(query)}))
        ${key === undefined ? sql`` : sql`and g.key = ${key}`}
        ${rule === undefined ? sql`` : sql`and g.rule = ${rule}`}
        ${weight === undefined ? sql`` : sql`and g.weight = ${weight}`}
        ${since === undefined ? sql`` : sql`and g.day >= ${since}::date`}
        ${after === undefined ? sql`` : sql`and (g.day, g.key) > (${dayIn(after)}::date, ${keyIn(after)})`}
      order by g.day, g.key limit ${limit}) page
    left join event on event.stream = page.stream and event.version = page.correction
    left join leaf on leaf.event = event.id
    order by page.day, page.key`.execute(database);
  return rows.map(goneOf);
}

function goneOf(row: Found): GoneRow {
  return {
    ...limitOf(row),
    weight: row.weight,
    judged: row.judged,
    before: { state: row.state, ...daysOf(row.due_on, row.met_on) },
    after:
      row.state_after === null ? undefined : { state: row.state_after, ...daysOf(row.due_on_after, row.met_on_after) },
    correction: {
      act: row.act,
      field: row.field,
      on: row.corrected_on,
      index: row.index === null ? undefined : Number(row.index),
    },
    day: row.day,
  };
}

function daysOf(dueOn: string | null, metOn: string | null): { dueOn?: string; metOn?: string } {
  return { ...(dueOn === null ? {} : { dueOn }), ...(metOn === null ? {} : { metOn }) };
}
