/** Findings and instruments by day: each once, from either end, page by page, and as many as their count says. */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { given } from "../../../src/base/given.ts";
import { type DayOrder, dayOrders, type Views } from "../../../src/service/views.ts";
import { openPool } from "../../../src/store/postgres.ts";
import { makeViews } from "../../../src/store/lists/views.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";

const many = 700;
let views: Views;
let end: () => Promise<void>;
let findings: readonly string[];
let instruments: readonly string[];

beforeAll(async () => {
  const fresh = await freshDatabase();
  const client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  // Keys are in no order of the days, and ten rows have the same day, so that the key decides between them.
  await client.query(`insert into view.finding
      (key, stream, deadline, about, rule, version, office, procuracy, status, weight, day, made_on)
    select md5('f' || i), 'finding/' || md5('f' || i), i, 'case/' || md5('c'), 'R', 'V', 'agency', 'area',
      case when i % 5 = 0 then 'dismissed' else 'confirmed' end, 'violation', '2020-01-01', '2024-01-01'::date + (i * 37 % 70)
    from generate_series(1, ${many}) i`);
  await client.query(`insert into view.instrument
      (key, stream, kind, issuer, addressee, status, issued_on, findings, verified, handed_over)
    select md5('i' || i), 'instrument/' || md5('i' || i), 'request', 'area', 'agency', case when i % 7 = 0 then 'drafted' else 'served' end,
      case when i % 7 = 0 then null else '2024-01-01'::date + (i * 37 % 70) end, 1, 0, i % 7 <> 0
    from generate_series(1, ${many}) i`);
  const keys = async (query: string): Promise<readonly string[]> => {
    const { rows } = await client.query<{ key: string }>(query);
    return rows.map(({ key }) => key);
  };
  findings = await keys("select key from view.finding where status = 'confirmed' order by made_on desc, key desc");
  instruments = await keys("select key from view.instrument order by issued_on desc nulls first, key desc");
  await client.end();
  const pool = openPool(fresh.appUrl, 2);
  views = makeViews(pool.database);
  end = async () => {
    await pool.end();
    await fresh.drop();
  };
});
afterAll(async () => end());

interface Row {
  readonly key: string;
  readonly day: string;
}

async function walk(
  read: (after: string | undefined) => Promise<readonly Row[]>,
  limit: number,
): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await read(after);
    keys.push(...page.map(({ key }) => key));
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return keys;
    after = `${last.day}~${last.key}`;
  }
}

describe.each(dayOrders)("the %s first", (order: DayOrder) => {
  const turned = (keys: readonly string[]): readonly string[] => (order === "latest" ? keys : keys.toReversed());

  it.each([1, 33, 100, many])("findings, %s on a page", async (limit) => {
    const query = { procuracy: "area", status: "confirmed", order, limit };
    const read = async (after: string | undefined) =>
      (await views.findings({ ...query, ...given({ after }) })).map(({ key, madeOn }) => ({ key, day: madeOn }));
    expect(await walk(read, limit)).toEqual(turned(findings));
    expect(await views.countFindings({ procuracy: "area", status: "confirmed" })).toBe(findings.length);
  });

  it.each([1, 33, 100, many])("instruments, a draft as the latest, %s on a page", async (limit) => {
    const read = async (after: string | undefined) =>
      (await views.instruments({ issuer: "area", order, limit, ...given({ after }) })).map(({ key, issuedOn }) => ({
        key,
        day: issuedOn ?? "infinity",
      }));
    expect(await walk(read, limit)).toEqual(turned(instruments));
  });
});

it("an instrument is counted among those of one's own or among those of others, never in both", async () => {
  const [own, others] = [await views.countInstruments({ issuer: "area" }), { handedOver: true, offices: ["agency"] }];
  expect([own, await views.countInstruments(others)]).toEqual([many, instruments.length - Math.floor(many / 7)]);
  expect(await views.countInstruments({ ...others, notIssuer: "area" })).toBe(0);
});
