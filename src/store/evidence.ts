/** The database as the audit reads it, page by page (service/evidence.ts). */

import { type RawBuilder, sql, type Transaction } from "kysely";
import { bytesToHex, parseHex } from "../base/bytes.ts";
import { parseStreamName } from "../domain/event.ts";
import type { BoxRow, Evidence, RecordingEvidence, Stray, ViewRow } from "../service/evidence.ts";
import { readCatalog } from "./catalog.ts";
import { selectJournal } from "./journal.ts";
import { tryDatabase } from "./database-fault.ts";
import { type Database } from "./postgres.ts";
import { rowOf } from "./row.ts";
import type { ValueCipher } from "./value-cipher.ts";
import type { Tables } from "./tables.ts";

/** readEvidence audits one read-only snapshot, with timeouts for pages that take longer than a request may. */
export async function readEvidence<T>(
  database: Database,
  cipher: ValueCipher,
  work: (evidence: Evidence) => Promise<T>,
): Promise<T> {
  return tryDatabase(async () =>
    database
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (snapshot) => {
        await sql`set local statement_timeout = '10min'`.execute(snapshot);
        await sql`set local idle_in_transaction_session_timeout = '10min'`.execute(snapshot);
        const catalog = async (): Promise<readonly string[]> => readCatalog(snapshot);
        return work({ ...readLog(snapshot), ...readStreams(snapshot), ...readValues(snapshot, cipher), catalog });
      }),
  );
}

function readLog(
  snapshot: Transaction<Tables>,
): Pick<Evidence, "head" | "leaves" | "bodies" | "checkpoints" | "tiles" | "strays" | "recordings" | "waiting"> {
  return {
    head: async () => {
      const now = sql<Date>`clock_timestamp()`.as("now");
      const head = await snapshot
        .selectFrom("head")
        .select(["size", "hash", "edge", "checkpoints", "stopped", now])
        .executeTakeFirstOrThrow();
      return { ...rowOf(head), size: Number(head.size), checkpoints: Number(head.checkpoints) };
    },
    leaves: async (from, limit) => {
      const leaves = snapshot
        .selectFrom("leaf")
        .leftJoin("event", "event.id", "leaf.event")
        .select(["leaf.index", "leaf.hash", "event.body"]);
      const rows = await leaves.where("leaf.index", ">=", String(from)).orderBy("leaf.index").limit(limit).execute();
      return rows.map((row) => ({ ...rowOf(row), index: Number(row.index) }));
    },
    bodies: async (indexes) => {
      const { rows } = await sql<{ index: string; body: Buffer }>`
        select index, body from leaf join event on event.id = leaf.event where index = any (${indexes}::bigint[])`.execute(
        snapshot,
      );
      return new Map(rows.map(({ index, body }) => [Number(index), body]));
    },
    checkpoints: async (above, limit) => {
      const checkpoints = snapshot
        .selectFrom("checkpoint")
        .select(["number", "tag", "size", "start", "edge", "note", "signed_at"]);
      const rows = await checkpoints.where("size", ">", String(above)).orderBy("size").limit(limit).execute();
      return rows.map((row) => {
        const { number, size, start, ...rest } = rowOf(row);
        return { ...rest, number: Number(number), size: Number(size), start: Number(start) };
      });
    },
    tiles: async (level, from, limit) => {
      const tiles = snapshot.selectFrom("tile").selectAll().where("level", "=", level);
      const rows = await tiles.where("index", ">=", String(from)).orderBy("index").limit(limit).execute();
      return rows.map(({ index, ...row }) => ({ ...row, index: Number(index) }));
    },
    strays: () => readStrays(snapshot),
    recordings: async (after, limit) => readRecordings(snapshot, after, limit),
    waiting: async () => {
      const rows = await snapshot.selectFrom("pending").select("event").execute();
      return new Set(rows.map(({ event }) => BigInt(event)));
    },
  };
}

const strayKinds = ["forgotten", "sealed-and-waiting", "of-no-recording"] as const;
const strayQueries: Readonly<Record<Stray["is"], RawBuilder<unknown>>> = {
  forgotten: sql`
    select id from event e where not exists (select from leaf where leaf.event = e.id)
      and not exists (select from pending where pending.event = e.id) order by id`,
  "sealed-and-waiting": sql`
    select event as id from pending where exists (select from leaf where leaf.event = pending.event) order by 1`,
  "of-no-recording": sql`
    select id from event e where not exists (select from recording where number = e.recording) order by id`,
};

async function* readStrays(snapshot: Transaction<Tables>): AsyncGenerator<readonly Stray[], undefined> {
  for (const is of strayKinds) {
    for await (const rows of fetchAll<{ id: string }>(snapshot, `audit_${is}`, strayQueries[is]))
      yield rows.map(({ id }) => ({ is, event: BigInt(id) }));
  }
  return undefined;
}

interface RecordingEvidenceRow {
  number: string;
  scope: Buffer;
  digest: Buffer;
  status: number;
  tag: Buffer;
  bodies: Buffer[];
  index: string | null;
}

async function readRecordings(
  snapshot: Transaction<Tables>,
  after: bigint | undefined,
  limit: number,
): Promise<readonly RecordingEvidence[]> {
  // No lower bound before the first: somebody may have put in a number below 1.
  const isNext = after === undefined ? sql`true` : sql`number > ${after}`;
  const { rows } = await sql<RecordingEvidenceRow>`
    select number, scope, digest, status, tag,
      array(select body from event where event.recording = number order by id) as bodies,
      (select min(leaf.index) from event join leaf on leaf.event = event.id where event.recording = number) as index
    from recording where ${isNext} order by number limit ${limit}`.execute(snapshot);
  return rows.map(({ number, digest, index, ...row }) => ({
    ...row,
    number: BigInt(number),
    body: digest,
    index: index === null ? undefined : Number(index),
  }));
}

/** fetchAll yields the rows of a query page by page, in its own order: PostgreSQL sorts them once, on its disk if they are many. */
async function* fetchAll<T>(
  snapshot: Transaction<Tables>,
  cursor: string,
  query: RawBuilder<unknown>,
): AsyncGenerator<readonly T[], undefined> {
  await sql`declare ${sql.id(cursor)} no scroll cursor for ${query}`.execute(snapshot);
  for (;;) {
    const { rows } = await sql<T>`fetch 1000 from ${sql.id(cursor)}`.execute(snapshot);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close ${sql.id(cursor)}`.execute(snapshot);
  return undefined;
}

function readStreams(
  snapshot: Transaction<Tables>,
): Pick<Evidence, "events" | "streams" | "countStreams" | "viewRows"> {
  return {
    events: async (after, limit) => {
      const { rows } = await sql<{ event: string; stream: string; version: number; body: Buffer }>`
        select id as event, stream, version, body from event
        where (stream, version) > (${after?.stream ?? ""}, ${after?.version ?? 0}) order by stream, version limit ${limit}`.execute(
        snapshot,
      );
      return rows.map(({ event, ...row }) => ({ ...row, event: BigInt(event) }));
    },
    streams: async (names) => {
      const rows = await snapshot
        .selectFrom("loaded_stream")
        .selectAll()
        .where(sql<boolean>`name = any (${names}::text[])`)
        .execute();
      return rows.map((row) => ({ ...row, name: parseStreamName(row.name) }));
    },
    countStreams: async () => {
      const { n } = await snapshot.selectFrom("stream").select(sql<string>`count(*)`.as("n")).executeTakeFirstOrThrow();
      return Number(n);
    },
    viewRows: (table) =>
      fetchAll<ViewRow>(
        snapshot,
        `audit_${table}`,
        sql`select stream, key, to_jsonb(v) as row, ${table === "deadline" ? sql`exists (select from view.finding f where f.deadline = v.key)` : sql`false`} as judged
          from ${sql.table(`view.${table}`)} v order by stream, key`,
      ),
  };
}

function readValues(
  snapshot: Transaction<Tables>,
  cipher: ValueCipher,
): Pick<Evidence, "boxes" | "commitments" | "journal"> {
  return {
    boxes: async function* boxes() {
      const stored = fetchAll<StoredBox>(
        snapshot,
        "audit_values",
        sql`select commitment, stream, path, class, box, k.id, k.subject, k.wrapped
          from committed_value v left join subject_key k on k.id = v.key order by stream, commitment`,
      );
      for await (const rows of stored) yield rows.map((row) => openBox(row, cipher));
    },
    commitments: async (some) => {
      const asked = some.map((each) => Buffer.from(parseHex(each) ?? []));
      const { rows } = await sql<{ commitment: Buffer }>`
        select commitment from committed_value where commitment = any (${asked}::bytea[])`.execute(snapshot);
      return new Set(rows.map(({ commitment }) => bytesToHex(commitment)));
    },
    journal: async (after, to, limit) =>
      selectJournal(snapshot, sql`id > ${after} and id <= ${to} order by id limit ${limit}`),
  };
}

interface StoredBox {
  readonly commitment: Buffer;
  readonly stream: string;
  readonly path: string;
  readonly class: "reference" | "personal";
  readonly box: Buffer;
  readonly id: string | null;
  readonly subject: string | null;
  readonly wrapped: Buffer | null;
}

function openBox(
  { commitment, stream, path, id, subject, wrapped, ...stored }: StoredBox,
  cipher: ValueCipher,
): BoxRow {
  const row = { commitment: bytesToHex(commitment), stream, path };
  if (id === null || subject === null) return { ...row, status: "broken" };
  if (wrapped === null) return { ...row, status: "erased" };
  try {
    return { ...row, status: "opened", ...cipher.decrypt({ key: { id, subject, wrapped }, commitment, ...stored }) };
  } catch {
    // Authenticated encryption tells only that the box, its key or what they are bound to was changed.
    return { ...row, status: "broken" };
  }
}
