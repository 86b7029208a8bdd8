/** Lists of files: the latest first, each file once, and read from an index however large the table is. */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { given } from "../../../src/base/given.ts";
import { streamId } from "../../../src/domain/event.ts";
import { type DayOrder, dayOrders, type Views } from "../../../src/service/views.ts";
import { calledFilesQuery, latestFilesQuery } from "../../../src/store/lists/files.ts";
import { type Database, openPool } from "../../../src/store/postgres.ts";
import { makeViews } from "../../../src/store/lists/views.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";
import { rowsRead } from "../../kit/postgres/rows-read.ts";

const tables = { case: "case_file", intake: "intake", register: "register" } as const;
const days = { case: "decided_on", intake: "opened_on", register: "opened_on" } as const;
const kinds = ["case", "intake", "register"] as const;
type Kind = (typeof kinds)[number];

let database: Database;
let views: Views;
let end: () => Promise<void>;
let agencies: readonly string[];
let inOrder: Readonly<Record<Kind, readonly { readonly key: string; readonly agency: string }[]>>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  const client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  // Ten files have the same day, so that the key decides their order.
  const of = "md5('agency ' || i % 7), '2020-01-01'::date + i / 10";
  await client.query(`insert into view.case_file (key, stream, intake, agency, decided_on)
    select md5('c' || i), 'case/' || md5('c' || i), '', ${of} from generate_series(1, 3000) i`);
  await client.query(`insert into view.intake (key, stream, agency, opened_on)
    select md5('i' || i), 'intake/' || md5('i' || i), ${of} from generate_series(1, 3000) i`);
  await client.query(`insert into view.register (key, stream, office, opened_on)
    select md5('r' || i), 'register/' || md5('r' || i), ${of} from generate_series(1, 3000) i`);
  await client.query("analyze view.case_file");
  await client.query("analyze view.register");
  await client.query("analyze view.intake");
  const owner = { case: "agency", intake: "agency", register: "office" };
  const read = async (kind: Kind) =>
    (
      await client.query(
        `select key, ${owner[kind]} as agency from view.${tables[kind]} order by ${days[kind]} desc, key desc`,
      )
    ).rows;
  inOrder = { case: await read("case"), intake: await read("intake"), register: await read("register") };
  agencies = [...new Set(inOrder.case.map(({ agency }) => agency))];
  await client.end();
  const pool = openPool(fresh.appUrl, 2);
  database = pool.database;
  views = makeViews(database);
  end = async () => {
    await pool.end();
    await fresh.drop();
  };
});
afterAll(async () => end());

/** walk reads page after page, each from the last row of the page before. */
async function walk(kind: Kind, of: readonly string[], limit: number, order?: DayOrder): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await views.latestFiles({ kind, agencies: of, limit, ...given({ after, order }) });
    keys.push(...page.map(({ key }) => key));
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return keys;
    after = `${last.day}~${last.key}`;
  }
}

describe.each(kinds)("the list of each %s", (kind) => {
  it("has every file once, the latest first, page by page", async () => {
    for (const of of [agencies, agencies.slice(2, 4), agencies.slice(0, 1), []]) {
      const wanted = inOrder[kind].filter(({ agency }) => of.includes(agency)).map(({ key }) => key);
      expect(await walk(kind, of, 250)).toEqual(wanted);
      expect(await walk(kind, of, 250, "oldest")).toEqual(wanted.toReversed());
      expect(await views.countFiles({ kind, agencies: of })).toBe(wanted.length);
    }
  });

  it("reads no more than a page of each agency, deep in the list as at its start", async () => {
    const places = [undefined, "2020-05-05~8"].flatMap((after) => dayOrders.map((order) => ({ after, order })));
    for (const { after, order } of places) {
      const query = latestFilesQuery({ kind, agencies, order, limit: 20, ...given({ after }) });
      const { rows, scans } = await rowsRead(database, query, tables[kind]);
      expect([scans, rows <= 20 * agencies.length]).toEqual([[], true]);
    }
  });
});

describe("the numbers of single files", () => {
  it("are read of those files alone, however large their tables are", async () => {
    const ids = [...inOrder.case.slice(0, 3), ...inOrder.intake.slice(0, 2)].map(({ key }) => key);
    const files = await views.calledFiles([...ids, "of no file"]);
    expect(new Set(files.map(({ stream }) => streamId(stream)))).toEqual(new Set(ids));
    const numbered = ["case", "intake"] as const;
    const read = await Promise.all(
      numbered.map(async (kind) => rowsRead(database, calledFilesQuery(ids), tables[kind])),
    );
    expect(read.map(({ rows }) => rows)).toEqual([3, 2]);
    expect(read.flatMap(({ scans }) => scans)).not.toContain("Seq Scan");
  });
});
