/** Lists of instruments, by key or by their latest reply, and their counts. */

import { sql } from "kysely";
import { given } from "../../base/given.ts";
import {
  type InstrumentQuery,
  type InstrumentRow,
  type InstrumentStep,
  mostCounted,
  type Views,
} from "../../service/views.ts";
import type { Database } from "../postgres.ts";
import { rowOf } from "../row.ts";
import { inDayOrder } from "./cursor.ts";

/** readInstruments leaves out unserved instruments before it cuts the page: a page that is short for them would look like the last. */
export async function readInstruments(
  database: Database,
  { after, limit, order, ...query }: InstrumentQuery,
): Promise<readonly InstrumentRow[]> {
  const found = selectInstruments(database, query).limit(limit);
  if (order === undefined) {
    const rows = await found
      .where("key", ">", after ?? "")
      .orderBy("key")
      .execute();
    return rows.map(rowOf);
  }
  const day = sql`coalesce(issued_on, 'infinity'::date)`;
  const rows = await inDayOrder(found, day, { order, after }).execute();
  return rows.map(rowOf);
}

export async function readRepliedInstruments(
  database: Database,
  { issuer, limit }: Parameters<Views["repliedInstruments"]>[0],
): Promise<readonly InstrumentRow[]> {
  const replied = selectInstruments(database, { issuer, step: "replied" });
  const rows = await replied.orderBy("replied_on", "desc").orderBy("key").limit(limit).execute();
  return rows.map(rowOf);
}

export async function countInstruments(
  database: Database,
  query: Parameters<Views["countInstruments"]>[0],
): Promise<number> {
  const counted = selectInstruments(database, query).limit(mostCounted + 1);
  const row = await database.selectFrom(counted.as("counted")).select(sql<string>`count(*)`.as("n")).executeTakeFirst();
  return Number(row?.n ?? 0);
}

function selectInstruments(
  database: Database,
  {
    issuer,
    notIssuer,
    addressee,
    status,
    arbiter,
    offices,
    handedOver,
    step,
  }: Omit<InstrumentQuery, "after" | "limit" | "order">,
) {
  const handed_over = handedOver === true ? true : undefined;
  return database
    .selectFrom("view.instrument")
    .select(["key", "kind", "number", "issuer", "addressee", "status", "issued_on", "received_on", "replied_on"])
    .select(["closed_on", "findings", "verified"])
    .where((row) => row.and(given({ issuer, addressee, status, arbiter, handed_over })))
    .$if(notIssuer !== undefined, (rows) => rows.where("issuer", "<>", notIssuer ?? ""))
    .$if(offices !== undefined, (rows) =>
      rows.where(sql<boolean>`array[issuer, addressee, arbiter] && ${offices}::text[]`),
    )
    .$if(step !== undefined, (rows) => rows.where(stepConditions[step ?? "unseen"]));
}

const stepConditions: Readonly<Record<InstrumentStep, ReturnType<typeof sql<boolean>>>> = {
  unseen: sql<boolean>`status = 'served'`,
  replied: sql<boolean>`status = 'received' and replied_on is not null and verified < findings`,
  unfinished: sql<boolean>`(status in ('drafted', 'issued') or (status = 'received' and verified = findings))`,
};
