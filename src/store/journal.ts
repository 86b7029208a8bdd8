/** The access journal: who looked at sealed fields of class reference. Off the log; its digest is sealed every hour. */

import { sql } from "kysely";
import type { Journal, JournalRow } from "../service/ports.ts";
import { type Database, tryDatabase } from "./postgres.ts";

export function makeJournal(database: Database): Journal {
  return {
    note: async (reads) => {
      if (reads.length === 0) return;
      const noted = sql`select note_looks(${reads.map(({ person }) => person)}, ${reads.map(({ office }) => office)},
        ${reads.map(({ stream }) => stream)}, ${reads.map(({ fields }) => fields)})`;
      await tryDatabase(async () => noted.execute(database));
    },
    rows: async (after, limit) => tryDatabase(async () => readRows(database, after, limit)),
  };
}

/** Only rows a minute old: numbers are given before they are committed, and a late one must not be passed over. */
async function readRows(database: Database, after: number, limit: number): Promise<readonly JournalRow[]> {
  return selectJournal(
    database,
    sql`id > ${after} and at < clock_timestamp() - interval '1 minute' order by id limit ${limit}`,
  );
}

/** The rows as their digest has them (service/journal.ts): whoever closes and whoever audits reads the same. */
export async function selectJournal(database: Database, which: ReturnType<typeof sql>): Promise<readonly JournalRow[]> {
  const { rows } = await sql<Omit<JournalRow, "number"> & { number: string }>`
    select id as number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person, office, stream, fields
    from access_journal where ${which}`.execute(database);
  return rows.map(({ number, ...row }) => ({ ...row, number: Number(number) }));
}
