/** Lists of deadlines: every combination of filters gives the rows that it means, page by page, and reads them from an index. */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDeadlines } from "../../../scripts/bench/detection-rows.ts";
import { given } from "../../../src/base/given.ts";
import {
  type DeadlineQuery,
  type DeadlineRow,
  deadlineStates,
  mostCounted,
  type Views,
} from "../../../src/service/views.ts";
import { pendingQuery } from "../../../src/store/lists/counts.ts";
import { deadlinesQuery } from "../../../src/store/lists/deadlines.ts";
import { type Database, openPool } from "../../../src/store/postgres.ts";
import { makeViews } from "../../../src/store/lists/views.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";
import { rowsRead } from "../../kit/postgres/rows-read.ts";
import { day } from "../../kit/host/stage.ts";

const today = day("2026-11-23");
const cases = 3000;

type StoredRow = DeadlineRow & { readonly satisfied: boolean; readonly judged: boolean };

let database: Database;
let views: Views;
let end: () => Promise<void>;
let ownerUrl: string;
let rows: readonly StoredRow[];
let offices: readonly string[];

beforeAll(async () => {
  const fresh = await freshDatabase();
  ({ ownerUrl } = fresh);
  await fillDeadlines(fresh.ownerUrl, { cases, today });
  const pool = openPool(fresh.appUrl, 2);
  database = pool.database;
  views = makeViews(database);
  end = async () => {
    await pool.end();
    await fresh.drop();
  };
  rows = await readAll(fresh.ownerUrl);
  offices = [...Map.groupBy(rows, ({ office }) => office)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([key]) => key);
});
afterAll(async () => end());

async function readAll(url: string): Promise<readonly StoredRow[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = await client.query<StoredRow>(
    `select key, rule, weight, office, due_on::text as "dueOn", met_on::text as "metOn", state, satisfied, day::text as day, judged from view.deadline order by deadline.day, key`,
  );
  await client.end();
  return found.rows;
}

/** isIn says which rows a state means by their days, without the columns by which the store finds them. */
function isIn(state: DeadlineQuery["state"], { dueOn, metOn, ...row }: StoredRow): boolean {
  const overdue = row.state === "ended" || (row.state === "open" && dueOn !== undefined && dueOn < today);
  const late = row.state === "met" && dueOn !== undefined && metOn !== undefined && metOn > dueOn;
  switch (state) {
    case "open":
      return row.state === "open";
    case "overdue":
      return overdue;
    case "due-soon":
      return row.state === "open" && !overdue;
    case "met-late":
      return late;
    case "forbidden":
      return row.state === "forbidden";
    case "breached":
      return overdue || late || row.state === "forbidden";
    case "all":
      return true;
  }
}

function expected({
  state,
  office,
  rule,
  since,
  weight,
  unjudged,
}: Partial<DeadlineQuery> & Pick<DeadlineQuery, "state">) {
  return rows.filter(
    (row) =>
      isIn(state, row) &&
      (office === undefined || row.office === office) &&
      (rule === undefined || row.rule === rule) &&
      (since === undefined || row.day >= since) &&
      (weight === undefined || row.weight === weight) &&
      (unjudged !== true || !row.judged),
  );
}

/** combinations returns every combination of filters that are given or left out. */
function combinations() {
  const some = rows[0]?.rule ?? "";
  return deadlineStates.flatMap((state) =>
    [undefined, offices[3] ?? ""].flatMap((office) =>
      [undefined, some].flatMap((rule) =>
        [undefined, "2024-06-01"].flatMap((since) =>
          [undefined, "hint" as const].flatMap((weight) =>
            [undefined, true].map((unjudged) => given({ state, office, rule, since, weight, unjudged })),
          ),
        ),
      ),
    ),
  );
}

describe("every combination of filters", () => {
  it("finds exactly the rows that it means, in the order of the day", async () => {
    for (const query of combinations()) {
      const found = await views.deadlines({ ...query, today, limit: 20 });
      const due = expected(query);
      expect([query, found.map(({ key }) => key)]).toEqual([query, due.slice(0, 20).map(({ key }) => key)]);
      expect([query, await views.countDeadlines({ ...query, today })]).toEqual([
        query,
        Math.min(due.length, mostCounted + 1),
      ]);
      const last = due[Math.floor(due.length / 2)];
      if (last === undefined) continue;
      const next = await views.deadlines({ ...query, after: `${last.day}~${last.key}`, today, limit: 20 });
      const rest = due.slice(due.indexOf(last) + 1);
      expect([query, next.map(({ key }) => key)]).toEqual([query, rest.slice(0, 20).map(({ key }) => key)]);
    }
  });

  it("reads no more of the table than a page of each stretch of an index, whatever the table holds", async () => {
    const limit = 20;
    for (const query of combinations()) {
      const read = await rowsRead(database, deadlinesQuery({ ...query, today, limit }), "deadline");
      // Stretches of an office at most: six stored states, three weights, judged or not.
      const stretches = 6 * 3 * 2 * (query.office === undefined ? offices.length : 1);
      expect([query, read.scans]).toEqual([query, []]);
      expect(read.rows).toBeLessThanOrEqual(limit + stretches * limit);
    }
  });
});

it("a list of many offices reads the first rows of each stretch, and of the rest no more than a few pages", async () => {
  const limit = 20;
  const query = { state: "breached", unjudged: true, today, limit } as const;
  const read = await rowsRead(database, deadlinesQuery(query), "deadline");
  expect(read).toMatchObject({ scans: [] });
  // Two rows of each stretch of an office (late, missed, ended, forbidden; violation, hint), and two pages.
  expect(read.rows).toBeLessThanOrEqual(2 * (4 * 2 * offices.length) + 2 * limit);
});

describe("running clocks", () => {
  const office = "e".repeat(32);
  const states = ["received", "served", "closed", "withdrawn", "discarded"] as const;

  beforeAll(async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    for (const [i, status] of states.entries()) {
      const id = `${i}`.repeat(32);
      await client.query(
        `insert into view.instrument (key, stream, kind, issuer, addressee, status, findings, verified, handed_over)
          values ($1, 'instrument/' || $1, 'protest', $2, $2, $3, 1, 0, true)`,
        [id, office, status],
      );
      await client.query(
        `insert into view.deadline select (jsonb_populate_record(d, jsonb_build_object('key', 'R' || $1 || '/' || $1 || '/' || $1,
          'stream', 'instrument/' || $1, 'office', $2::text, 'state', 'open', 'satisfied', false, 'rule', 'R' || $1,
          'owner', case when $1 like '0%' then 'minister' else 'agency' end))).* from view.deadline d limit 1`,
        [id, office],
      );
    }
    await client.end();
  });

  const streamsOf = async (query: Partial<DeadlineQuery>): Promise<readonly string[]> => {
    const asked = { office, state: "open", today, ...query } as const;
    const found = await views.deadlines({ ...asked, limit: 20 });
    expect(await views.countDeadlines(asked)).toBe(found.length);
    return found.map(({ stream }) => stream.slice(-1)).toSorted();
  };

  it("leave out those of instruments that have ended, so that an old one hides no running one", async () => {
    expect(await streamsOf({})).toEqual(["0", "1", "2", "3", "4"]);
    expect(await streamsOf({ running: true })).toEqual(["0", "1"]);
  });

  it("can be those of some rules, or of all others", async () => {
    const rules = [`R${"1".repeat(32)}`];
    expect(await streamsOf({ rules: { are: rules } })).toEqual(["1"]);
    expect(await streamsOf({ rules: { areNot: rules }, running: true })).toEqual(["0"]);
  });

  it("can be the Minister's, or everybody else's", async () => {
    expect(await streamsOf({ owner: "minister" })).toEqual(["0"]);
    expect(await streamsOf({ owner: "not-minister", running: true })).toEqual(["1"]);
  });
});

describe("the counts of each rule", () => {
  it("are those of the pending and of the judged detections", async () => {
    const office = offices[1] ?? "";
    const pending = expected({ state: "breached", office, unjudged: true });
    const counted = await views.countDetections({ office, today });
    const rule = pending[0]?.rule;
    expect(counted.find((each) => each.rule === rule)).toMatchObject({
      pending: pending.filter((row) => row.rule === rule && row.weight === "violation").length,
      pendingHints: pending.filter((row) => row.rule === rule && row.weight === "hint").length,
      confirmed: 0,
    });
    const all = counted.reduce((sum, each) => sum + each.pending + each.pendingHints, 0);
    expect(all).toBe(pending.length);
  });

  it("leave out the days before since", async () => {
    const since = "2024-06-01";
    const pending = expected({ state: "breached", since, unjudged: true });
    const counted = await views.countDetections({ since, today });
    expect(counted.reduce((sum, each) => sum + each.pending + each.pendingHints, 0)).toBe(pending.length);
  });

  it("are read from the index of what is pending, without the table", async () => {
    const office = offices[1] ?? "";
    const { scans, rows: read } = await rowsRead(database, pendingQuery({ office, today }), "deadline");
    expect(scans).toEqual([]);
    expect(read).toBeLessThanOrEqual(expected({ state: "breached", office }).length + 100);
  });
});
