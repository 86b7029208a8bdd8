/**
 * Files as lists show them, the latest first: for each agency a stretch of an index, so that a page costs the same wherever it is.
 * And the numbers by which single files are called, each by a look into the index of its table.
 */

import { sql } from "kysely";
import { parseStreamName } from "../../domain/event.ts";
import { type CalledFile, type LatestFile, mostCounted, type Views } from "../../service/views.ts";
import { dayIn, directions, keyIn } from "./cursor.ts";
import type { Database } from "../postgres.ts";
import { rowOf } from "../row.ts";

type Query = Parameters<Views["latestFiles"]>[0];

const columns = {
  case: { table: sql.table("view.case_file"), day: sql.ref("decided_on"), number: sql.ref("number") },
  intake: { table: sql.table("view.intake"), day: sql.ref("opened_on"), number: sql.ref("judgment") },
  register: { table: sql.table("view.register"), day: sql.ref("opened_on"), number: sql`null::text` },
} as const;

/** The column of each kind that names the office whose file it is. */
const owners = { case: sql.ref("agency"), intake: sql.ref("agency"), register: sql.ref("office") } as const;

export async function readLatestFiles(database: Database, query: Query): Promise<readonly LatestFile[]> {
  const { rows } = await latestFilesQuery(query).execute(database);
  return rows.map((row) => ({ ...rowOf(row), stream: parseStreamName(row.stream) }));
}

interface Latest {
  readonly key: string;
  readonly stream: string;
  readonly agency: string;
  readonly day: string;
  readonly number: string | null;
}

export function latestFilesQuery({ kind, agencies, order = "latest", after, limit }: Query) {
  const { table, day, number } = columns[kind];
  const { by, after: follows } = directions[order];
  const start =
    after === undefined ? sql`` : sql`and (${day}, key) ${follows} (${dayIn(after)}::date, ${keyIn(after)})`;
  return sql<Latest>`
    select page.* from unnest(${agencies}::text[]) as o (agency) cross join lateral (
      select key, stream, ${owners[kind]} as agency, ${day} as day, ${number} as number from ${table} as f
      where f.${owners[kind]} = o.agency ${start}
      order by ${day} ${by}, key ${by} limit ${limit}
    ) page
    order by page.day ${by}, page.key ${by} limit ${limit}`;
}

export async function countFiles(
  database: Database,
  { kind, agencies }: Parameters<Views["countFiles"]>[0],
): Promise<number> {
  const { table } = columns[kind];
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from (
      select from ${table} where ${owners[kind]} = any (${agencies}::text[]) limit ${mostCounted + 1}
    ) counted`.execute(database);
  return Number(rows[0]?.n ?? 0);
}

export async function readCalledFiles(database: Database, ids: readonly string[]): Promise<readonly CalledFile[]> {
  const { rows } = await calledFilesQuery(ids).execute(database);
  return rows.map((row) => ({ ...rowOf(row), stream: parseStreamName(row.stream) }));
}

type Called = Pick<Latest, "stream" | "agency" | "number"> & { readonly printed: string | null };

export function calledFilesQuery(ids: readonly string[]) {
  return sql<Called>`
    select stream, agency, number, null as printed from view.case_file where key = any (${ids}::text[])
    union all select stream, agency, judgment, null from view.intake where key = any (${ids}::text[])
    union all select stream, issuer, null, number from view.instrument where key = any (${ids}::text[])`;
}
