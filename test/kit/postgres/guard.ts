/**
 * A guard of db/ with a scenario that needs it. The scenario is played on the database as it is, where it ends well, and on
 * one from which the guard was taken out, where it must end in the way that the guard prevents.
 */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StreamName, streamName } from "../../../src/domain/event.ts";
import { plainEvent } from "../host/plain-recording.ts";
import { type ForgedRow, type Guessed, noteOver, recordIn } from "./forging.ts";
import { type Mutation, orCode, undone } from "./mutant.ts";
import { type Database, freshDatabase } from "./postgres.ts";

export interface Guard {
  readonly what: string;
  readonly without: readonly Mutation[];
  /** Plays in one transaction of a superuser, which is rolled back. */
  readonly scenario: (session: pg.Client) => Promise<unknown>;
  readonly held: unknown;
  readonly broken: unknown;
}

/** Makes a test of each guard; all share a database, because each scenario is rolled back. */
export function testGuards(title: string, guards: readonly Guard[]): void {
  describe(`guards: ${title}`, () => {
    let database: Database;
    let session: pg.Client;
    beforeAll(async () => {
      database = await freshDatabase();
      session = new pg.Client({ connectionString: database.superuserUrl });
      await session.connect();
    });
    afterAll(async () => {
      await session.end();
      await database.drop();
    });
    it.each(guards)("$what", async ({ without, scenario, held, broken }) => {
      const ended = [await undone(session, [], scenario), await undone(session, without, scenario)];
      expect(ended).toEqual([held, broken]);
    });
  });
}

/** A version of a stream of cases as it is recorded. */
export function row(name: string, version: number): ForgedRow {
  const stream: StreamName = streamName("case", name);
  const body = plainEvent(stream, version);
  return { stream, before: version - 1, version, at: "2026-11-23T08:00:00.000Z", state: "{}", body };
}

/** Records, and returns the outcome or the code of the refusal; `sealed` when it was sealed at once. */
export async function record(session: pg.Client, rows: readonly ForgedRow[], guessed: Guessed = {}): Promise<string> {
  const recorded = await orCode(recordIn(session, rows, guessed));
  if (typeof recorded === "string") return recorded;
  return recorded.sealed === true ? "sealed" : recorded.outcome;
}

/** Records with a batch on the log as it is now. */
export async function recordBatch(session: pg.Client, ...rows: readonly ForgedRow[]): Promise<string> {
  return record(session, rows, await noteOver(session, rows));
}

export async function run(session: pg.Client, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await session.query(text);
}

/** Gives every table a row, of one recording that is sealed. */
export async function fill(session: pg.Client): Promise<void> {
  await recordBatch(session, row("a", 1));
  await run(
    session,
    "insert into tile values (1, 0, sha256(''))",
    "insert into subject_key select 'k', 's', 'w', number from recording",
    "insert into committed_value select sha256(''), 'case/a', '/x', 'personal', 'k', 'b', number from recording",
    "insert into access_journal (person, office, page, streams, fields) values ('p', 'o', 'page', '{case/a}', '{1}')",
    "insert into pending values (1, 1)",
  );
}

/** Returns the one value that a query finds. */
export async function valueOf(session: pg.Client, text: string): Promise<unknown> {
  return Object.values((await session.query<Record<string, unknown>>(text)).rows[0] ?? {})[0];
}

/** A statement that plants the checkpoint of a log of one leaf, signed at an instant from now. */
export const planted = (ahead: string, origin = "localhost/forged"): string =>
  `insert into checkpoint values (1, 0, '', '${origin}\n1\n', 1, sha256(''), clock_timestamp() + interval '${ahead}')`;
