/** Pages of detections corrected away: so few that only office and day are read from an index. */

import { sql } from "kysely";
import { parseStreamName } from "../../domain/event.ts";
import { given } from "../../base/given.ts";
import { type GoneQuery, type GoneRow, mostCounted } from "../../service/views.ts";
import { wasHandedOver } from "./handed-over.ts";
import { dayIn, keyIn } from "./cursor.ts";
import { officesAsked } from "./deadlines.ts";
import type { Database } from "../postgres.ts";
import { type MappedRow, rowOf } from "../row.ts";
import type { Tables } from "../tables.ts";

interface Found extends Readonly<Tables["view.gone"]> {
  /** The index of the correction in the log; null while it waits for its seal. */
  readonly index: string | null;
  readonly judged: boolean;
}

export async function readGone(database: Database, query: GoneQuery): Promise<readonly GoneRow[]> {
  const { handedOver = [], after, limit } = query;
  const { rows } = await sql<Found>`
    select page.*, leaf.index, exists (select from view.finding f
        where f.deadline = page.key and (page.office <> all (${handedOver}::text[]) or ${wasHandedOver(sql`f`)})) as judged
    from (select g.* from view.gone g where ${fitting(query)}
        ${after === undefined ? sql`` : sql`and (g.day, g.key) > (${dayIn(after)}::date, ${keyIn(after)})`}
      order by g.day, g.key limit ${limit}) page
    left join event on event.stream = page.stream and event.version = page.correction
    left join leaf on leaf.event = event.id
    order by page.day, page.key`.execute(database);
  return rows.map((row) => goneOf(rowOf(row)));
}

export async function countGone(database: Database, query: Omit<GoneQuery, "after" | "limit">): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from (select from view.gone g where ${fitting(query)} limit ${mostCounted + 1}) counted`.execute(
    database,
  );
  return Number(rows[0]?.n ?? 0);
}

function fitting({ key, rule, weight, since, ...whose }: Omit<GoneQuery, "after" | "limit">) {
  return sql`g.office = any (array(${officesAsked(whose)}))
    ${key === undefined ? sql`` : sql`and g.key = ${key}`}
    ${rule === undefined ? sql`` : sql`and g.rule = ${rule}`}
    ${weight === undefined ? sql`` : sql`and g.weight = ${weight}`}
    ${since === undefined ? sql`` : sql`and g.day >= ${since}::date`}`;
}

function goneOf(row: MappedRow<Found>): GoneRow {
  const { stream, state, dueOn, metOn, stateAfter, dueOnAfter, metOnAfter, ...rest } = row;
  const { act, field, correction: _, correctedOn: on, index, ...deadline } = rest;
  return {
    ...deadline,
    stream: parseStreamName(stream),
    before: { state, ...given({ dueOn, metOn }) },
    after: stateAfter && { state: stateAfter, ...given({ dueOn: dueOnAfter, metOn: metOnAfter }) },
    correction: { act, field, on, index: index === undefined ? undefined : Number(index) },
  };
}
