/** Files as lists show them, the latest first: of each agency a stretch of an index, so a page costs the same wherever it is. */

import { sql } from "kysely";
import { parseStreamName } from "../domain/event.ts";
import type { LatestFile, Views } from "../service/views.ts";
import type { Database } from "./postgres.ts";

type Query = Parameters<Views["latestFiles"]>[0];

const columns = {
  case: { table: sql.table("view.case_file"), day: sql.ref("decided_on"), number: sql.ref("number") },
  intake: { table: sql.table("view.intake"), day: sql.ref("opened_on"), number: sql.ref("judgment") },
} as const;

export async function readLatestFiles(database: Database, query: Query): Promise<readonly LatestFile[]> {
  const { rows } = await latestFilesQuery(query).execute(database);
  return rows.map(({ stream, number, ...row }) => ({
    ...row,
    stream: parseStreamName(stream),
    number: number ?? undefined,
  }));
}

interface Row {
  readonly key: string;
  readonly stream: string;
  readonly agency: string;
  readonly day: string;
  readonly number: string | null;
}

export function latestFilesQuery({ kind, agencies, after, limit }: Query) {
  const { table, day, number } = columns[kind];
  const [before, key] = after?.split("~") ?? [];
  const start = before === undefined || key === undefined ? sql`` : sql`and (${day}, key) < (${before}::date, ${key})`;
  return sql<Row>`
    select page.* from unnest(${agencies}::text[]) as o (agency) cross join lateral (
      select key, stream, agency, ${day} as day, ${number} as number from ${table} as f
      where f.agency = o.agency ${start}
      order by ${day} desc, key desc limit ${limit}
    ) page
    order by page.day desc, page.key desc limit ${limit}`;
}
