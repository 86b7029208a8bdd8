/**
 * Bulk ingestion: one record-bulk command, sealed, against one multi-row INSERT of the same bytes into a plain table.
 */

import pg from "pg";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { recordBulk } from "../../src/domain/files/bulk.ts";
import { handle } from "../../src/service/recording/handle.ts";
import { bulkLines, linesOfFile } from "./files.ts";
import { type Compared, comparePaired } from "./rounds.ts";
import { officer, type World } from "./world.ts";

interface Bulks {
  readonly lines: number;
  readonly rounds: number;
  readonly ownerUrl: string;
}

/** compareBulk returns events per second. A line that opens a case makes two events. */
export async function compareBulk(world: World, { lines, rounds, ownerUrl }: Bulks): Promise<Compared> {
  const { agency, today } = world;
  const body: Json = bulkLines({ agency, today, files: lines / linesOfFile });
  const recorded = await recordOnce(world, body);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("create table plain (id bigint generated always as identity primary key, body bytea not null)");
    const ours = async (): Promise<number> =>
      rateOfOne(recorded.length, async () => void (await recordOnce(world, body)));
    const theirs = async (): Promise<number> => rateOfOne(recorded.length, async () => insert(client, recorded));
    return await comparePaired(rounds, ours, theirs);
  } finally {
    await client.end();
  }
}

async function rateOfOne(events: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (events / (performance.now() - began)) * 1000;
}

/**
 * recordOnce returns the bytes of the events that it recorded. It includes the schema and leaves out HTTP's parsing
 * of lines.
 */
async function recordOnce(world: World, body: Json): Promise<readonly Buffer[]> {
  const input = recordBulk.input.parse(body);
  const ask = { identity: officer, command: recordBulk, input, key: crypto.randomUUID(), body: canonicalJson(body) };
  const answer = await handle(ask, world.host);
  if (!answer.ok) throw new Error(`a bulk was refused: ${JSON.stringify(answer.refusal).slice(0, 2000)}`);
  return answer.value.placement.entries.map(({ body: bytes }) => Buffer.from(bytes));
}

/** One statement, one transaction of its own. */
async function insert(client: pg.Client, bodies: readonly Buffer[]): Promise<void> {
  const rows = bodies.map((_, i) => `($${i + 1})`);
  await client.query(`insert into plain (body) values ${rows.join(",")}`, [...bodies]);
}
