/** Pages of findings, and their count. */

import { sql } from "kysely";
import { given } from "../../base/given.ts";
import { type FindingQuery, type FindingRow, mostCounted } from "../../service/views.ts";
import type { Database } from "../postgres.ts";
import { rowOf } from "../row.ts";
import { inDayOrder } from "./cursor.ts";
import { wasHandedOver } from "./handed-over.ts";

export async function readFindings(
  database: Database,
  { after, limit, order, ...query }: FindingQuery,
): Promise<readonly FindingRow[]> {
  const found = selectFindings(database, query).limit(limit);
  if (order === undefined) {
    const rows = await found
      .where("key", ">", after ?? "")
      .orderBy("key")
      .execute();
    return rows.map(rowOf);
  }
  const rows = await inDayOrder(found, sql.ref("made_on"), { order, after }).execute();
  return rows.map(rowOf);
}

export async function countFindings(
  database: Database,
  query: Omit<FindingQuery, "after" | "limit" | "order">,
): Promise<number> {
  const counted = selectFindings(database, query).limit(mostCounted + 1);
  const row = await database.selectFrom(counted.as("counted")).select(sql<string>`count(*)`.as("n")).executeTakeFirst();
  return Number(row?.n ?? 0);
}

function selectFindings(
  database: Database,
  {
    office,
    procuracy,
    offices,
    handedOverOf = [],
    status,
    about,
    handedOver,
  }: Omit<FindingQuery, "after" | "limit" | "order">,
) {
  return database
    .selectFrom("view.finding")
    .select(["key", "deadline", "about", "rule", "version", "office", "procuracy", "status", "weight", "seriousness"])
    .select(["instrument", "made_on"])
    .where((row) => row.and(given({ office, procuracy, status, about })))
    .$if(offices !== undefined, (rows) =>
      rows.where(
        sql<boolean>`(office = any (${offices}::text[]) or procuracy = any (${offices}::text[])
          or (office = any (${handedOverOf}::text[]) and ${wasHandedOver(sql.table("view.finding"))}))`,
      ),
    )
    .$if(handedOver === true, (rows) => rows.where(wasHandedOver(sql.table("view.finding"))));
}
