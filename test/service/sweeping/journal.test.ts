/** Closing the access journal follows the load: every complete row is closed, in entries of at most 10,000, and /health says what waits. */

import { sql } from "kysely";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { streamName } from "../../../src/domain/event.ts";
import { closeJournal, closeJournalIfDue, journalStatus } from "../../../src/service/sweeping/journal.ts";
import { sweep } from "../../../src/service/sweeping/sweep.ts";
import { healthRoutes } from "../../../src/http/routes/health.ts";
import { makeApp } from "../../../src/http/app.ts";
import type { Host } from "../../../src/service/host.ts";
import { auditWhole, checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { beginStory } from "../../kit/host/story.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { tamper } from "../../kit/postgres/tampering.ts";

let database: Database;
let whole: TestHost;
beforeEach(async () => {
  database = await freshDatabase();
  whole = await makeTestHost(database);
  await beginStory(whole.host);
});
afterEach(async () => {
  await whole.end();
  await database.drop();
});

/** Looks of so long ago. */
async function looks(count: number, ago: string): Promise<void> {
  await tamper(
    database,
    `insert into access_journal (at, person, office, page, streams, fields)
      select now() - interval '${ago}', 'p', 'o', 'GET /v1/cases', '{case/1,case/2}', '{1,2}' from generate_series(1, ${count})`,
  );
}

async function waitingForLocks(): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`.execute(
    whole.database,
  );
  return Number(rows[0]?.n);
}

async function closings(): Promise<readonly { reads: number; from: number; to: number }[]> {
  const { rows } = await whole.host.log
    .leavesOf("log/log")
    .then((leaves) => ({ rows: leaves.map(({ leaf }) => JSON.parse(new TextDecoder().decode(leaf)).event) }));
  return rows.filter(({ type }) => type === "journal-closed").map(({ data }) => data);
}

describe("a sweep", () => {
  it("closes a backlog whole, in as many entries as it takes, each row once", async () => {
    await looks(25_003, "5 minutes");
    await sweep(whole.host, 60_000);
    expect((await closings()).map(({ reads }) => reads)).toEqual([10_000, 10_000, 5003]);
    expect(await journalStatus(whole.host)).toEqual({ rows: 0, late: false });
    const closed = await closings();
    for (const [i, { from }] of closed.entries()) if (i > 0) expect(from).toBe((closed[i - 1]?.to ?? 0) + 1);
  });

  it("leaves a few young rows for the hour, and closes them when it has passed, in any minute", async () => {
    await looks(3, "59 minutes");
    expect(await closeJournalIfDue(whole.host)).toBe(0);
    await looks(1, "61 minutes");
    expect(await closeJournalIfDue(whole.host)).toBe(0);
    await tamper(database, "update access_journal set at = at - interval '2 minutes'");
    await sweep(whole.host, 17 * 60_000);
    expect((await closings()).map(({ reads }) => reads)).toEqual([4]);
  });

  it.each([
    ["commit", 2],
    ["rollback", 1],
  ])("waits for a look that has drawn a smaller number and is not committed yet, until its %s", async (end, closed) => {
    const looking = new pg.Client({ connectionString: database.ownerUrl });
    await looking.connect();
    await looking.query("begin");
    await looking.query("select note_looks('p', 'o', 'GET /v1/cases', '{case/1}', '{1}')");
    await whole.host.journal.note({
      person: "p",
      office: "o",
      shown: [{ stream: streamName("case", "1"), sealed: ["value"] }],
    });
    const closing = closeJournal(whole.host);
    await expect.poll(async () => waitingForLocks()).toBe(1);
    await looking.query(end);
    await looking.end();
    expect(await closing).toBe(closed);
    expect(await journalStatus(whole.host)).toMatchObject({ rows: 0 });
  });

  it("stops after its time and goes on in the next minute", async () => {
    await looks(25_000, "5 minutes");
    let now = 0;
    const slow: Host = { ...whole.host, clock: () => (now += 15_000) };
    expect(await closeJournal(slow)).toBe(10_000);
    expect(await closeJournal(whole.host)).toBe(15_000);
    await checkLog(whole);
  });
});

describe("/health", () => {
  const warnings = async (): Promise<string> => {
    const app = makeApp({
      host: () => ({ host: whole.host, end: async () => undefined }),
      tokens: undefined as never,
      report: (fault) => {
        throw fault;
      },
    });
    const { warnings: all, journal } = (await (await app.request("/health")).json()) as {
      warnings: string[];
      journal: object;
    };
    return `${JSON.stringify(journal)} ${all.join(" ")}`;
  };

  it("says how many looks wait and since when, and warns when they are not closed as fast as they come", async () => {
    expect(healthRoutes).toHaveLength(1);
    await looks(2, "119 minutes");
    expect(await warnings()).toMatch(/"rows":2,"oldestSeconds":71[34]\d,"late":false/);
    expect(await warnings()).not.toContain("journal is not closed");
    await tamper(database, "update access_journal set at = at - interval '2 minutes'");
    expect(await warnings()).toContain(
      "the access journal is not closed as fast as it fills: 2 looks wait, the oldest for 2 hours",
    );
    await closeJournal(whole.host);
    expect(await warnings()).toContain('{"rows":0,"late":false}');
  });

  it("warns of many rows too", async () => {
    await looks(100_001, "2 minutes");
    expect(await warnings()).toContain("100001 looks wait");
    await closeJournal(whole.host);
  });
});

it.each([
  ["a person", "update access_journal set person = 'q' where id = 7000"],
  ["a page", "update access_journal set page = 'GET /' where id = 7000"],
  ["a file that was shown", "update access_journal set streams = '{case/1,case/3}' where id = 7000"],
  ["a number of fields", "update access_journal set fields = '{1,1}' where id = 7000"],
  ["a row taken out", "delete from access_journal where id = 7000"],
  ["two rows swapped", "update access_journal set id = 20000 where id = 7000"],
])("the audit names the closing in which an edit stands: %s", async (_, edit) => {
  await looks(12_000, "5 minutes");
  await closeJournal(whole.host);
  await checkLog(whole);
  await tamper(database, "alter table access_journal alter column id set generated by default", edit);
  const { faults } = await auditWhole(whole);
  expect(faults.map(({ code, at }) => `${code} ${at}`)).toEqual([
    expect.stringMatching(/^journal-differs log\/log v\d+ 1-10000$/),
  ]);
});
