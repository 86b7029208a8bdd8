/** The access journal: who looked at which committed fields. It is off the log; its digest is sealed. */

import { sql } from "kysely";
import { type Journal, type JournalRow, type JournalWaiting, mostWaiting } from "../service/journal-port.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { sqlFunction } from "./sql-function.ts";

export function makeJournal(database: Database): Journal {
  const { reading } = methodsOn(database);
  return { note: reading(note), rows: reading(readRows), waiting: reading(readWaiting) };
}

const noteLooks = sqlFunction("note_looks", {
  person: "text",
  office: "text",
  page: "text",
  streams: "text[]",
  fields: "integer[]",
});

/** Characters of an address: those of the console and the API are shorter, and the rest of a longer one says no more. */
const longestPage = 300;

async function note(
  database: Database,
  { person, office, shown }: Parameters<Journal["note"]>[0],
  page = "",
): Promise<void> {
  if (shown.length === 0) return;
  await noteLooks(database, {
    person,
    office,
    page: page.slice(0, longestPage),
    streams: shown.map(({ stream }) => stream),
    fields: shown.map(({ sealed }) => sealed.length),
  });
}

async function readRows(database: Database, after: number, limit: number): Promise<readonly JournalRow[]> {
  return readJournal(database, sql`closable_looks(${after}, ${limit})`);
}

async function readWaiting(database: Database, after: number): Promise<JournalWaiting> {
  const { rows } = await sql<{ n: string; oldest: string | null }>`
    select count(*) as n, (
      select floor(extract(epoch from clock_timestamp() - at)) from access_journal where id > ${after} order by id limit 1
    ) as oldest
    from (select from access_journal where id > ${after} limit ${mostWaiting}) as waiting`.execute(database);
  const [row] = rows;
  const oldest = row?.oldest ?? undefined;
  return { rows: Number(row?.n ?? 0), ...(oldest === undefined ? {} : { oldestSeconds: Number(oldest) }) };
}

/** selectJournal reads rows as their digest holds them, so that the digest of the sweep and of the audit are of the same texts. */
export async function selectJournal(database: Database, which: ReturnType<typeof sql>): Promise<readonly JournalRow[]> {
  return readJournal(database, sql`access_journal where ${which}`);
}

async function readJournal(database: Database, from: ReturnType<typeof sql>): Promise<readonly JournalRow[]> {
  const { rows } = await sql<Omit<JournalRow, "number"> & { number: string }>`
    select id as number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      person, office, page, streams, fields
    from ${from}`.execute(database);
  return rows.map(({ number, ...row }) => ({ ...row, number: Number(number) }));
}
