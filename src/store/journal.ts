/** The access journal: who looked at committed fields of class reference. It is off the log; its digest is sealed every hour. */

import { sql } from "kysely";
import type { Journal, JournalRow } from "../service/journal-port.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { sqlFunction } from "./sql-function.ts";

export function makeJournal(database: Database): Journal {
  const { reading } = methodsOn(database);
  return { note: reading(note), rows: reading(readRows) };
}

const noteLooks = sqlFunction("note_looks", {
  people: "text[]",
  offices: "text[]",
  streams: "text[]",
  fields: "integer[]",
});

async function note(database: Database, looks: Parameters<Journal["note"]>[0]): Promise<void> {
  if (looks.length === 0) return;
  await noteLooks(database, {
    people: looks.map(({ person }) => person),
    offices: looks.map(({ office }) => office),
    streams: looks.map(({ stream }) => stream),
    fields: looks.map(({ fields }) => fields),
  });
}

/**
 * readRows leaves out rows younger than a minute. Numbers are drawn before their rows are committed, so a row with a smaller
 * number may still appear, and closing the journal past it would leave it out of every digest.
 */
async function readRows(database: Database, after: number, limit: number): Promise<readonly JournalRow[]> {
  return selectJournal(
    database,
    sql`id > ${after} and at < clock_timestamp() - interval '1 minute' order by id limit ${limit}`,
  );
}

/** selectJournal reads rows as their digest holds them, so that the hourly digest and the audit read the same texts. */
export async function selectJournal(database: Database, which: ReturnType<typeof sql>): Promise<readonly JournalRow[]> {
  const { rows } = await sql<Omit<JournalRow, "number"> & { number: string }>`
    select id as number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person, office, stream, fields
    from access_journal where ${which}`.execute(database);
  return rows.map(({ number, ...row }) => ({ ...row, number: Number(number) }));
}
