/**
 * The detections list on few cases and on many: the real store on a real PostgreSQL, each in a database of its own that
 * SQL fills (detection-rows.ts).
 */

import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Day } from "../../src/base/day.ts";
import type { DeadlineQuery, Views } from "../../src/service/views.ts";
import { openPool } from "../../src/store/postgres.ts";
import { makeViews } from "../../src/store/lists/views.ts";
import { migrate } from "../postgres/migration.ts";
import { fillDeadlines, officeKey } from "./detection-rows.ts";
import { type Compared, comparePaired, rateOf } from "./rounds.ts";

interface Lists {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly today: Day;
  readonly cases: { readonly few: number; readonly many: number };
  readonly rounds: number;
  readonly milliseconds: number;
}

/** One question to the list: its name in the report, and its query. */
interface Asked {
  readonly name: string;
  readonly query: (today: Day) => DeadlineQuery;
}

const page = { state: "breached", unjudged: true, limit: 50 } as const;
const asked: readonly Asked[] = [
  { name: "first page of an office", query: (today) => ({ ...page, today, office: officeKey(20) }) },
  { name: "first page of every office", query: (today) => ({ ...page, today }) },
];

export interface ListRates extends Compared {
  readonly name: string;
}

/** compareDetections returns pages per second, on many cases (ours) and on few (theirs). */
export async function compareDetections(lists: Lists): Promise<readonly ListRates[]> {
  const few = await openList(lists, lists.cases.few);
  const many = await openList(lists, lists.cases.many);
  const { rounds, milliseconds, today } = lists;
  const compare = async (name: string, read: (list: List) => Promise<unknown>): Promise<ListRates> => {
    const rate = (list: List) => async () => rateOf(async () => void (await read(list)), 1, milliseconds);
    return { name, ...(await comparePaired(rounds, rate(many), rate(few))) };
  };
  try {
    const rates: ListRates[] = [];
    for (const { name, query } of asked)
      rates.push(await compare(name, async ({ views }) => views.deadlines(query(today))));
    rates.push(await compare("a page deep in an office's list", async ({ views, deep }) => views.deadlines(deep)));
    return rates;
  } finally {
    await Promise.all([few.end(), many.end()]);
  }
}

interface List {
  readonly views: Views;
  /**
   * The cursor behind which a tenth of the office's detections remains: a page far down the list must cost the same.
   */
  readonly deep: DeadlineQuery;
  readonly end: () => Promise<void>;
}

async function openList({ today, superuserUrl, ...server }: Lists, cases: number): Promise<List> {
  const name = `bench_${cases}_${randomBytes(4).toString("hex")}`;
  await administer(superuserUrl, `create database ${name} owner minh_chung_owner`);
  const ownerUrl = inDatabase(server.ownerUrl, name);
  await migrate(ownerUrl, "db");
  await fillDeadlines(ownerUrl, { cases, today });
  const { database, end } = openPool(inDatabase(server.appUrl, name), 1);
  const views = makeViews(database);
  return {
    views,
    deep: await deepQuery(views, today),
    end: async () => {
      await end();
      await administer(superuserUrl, `drop database ${name} with (force)`);
    },
  };
}

async function deepQuery(views: Views, today: Day): Promise<DeadlineQuery> {
  const query = { ...page, today, office: officeKey(20) };
  const all = await views.deadlines({ ...query, limit: 1_000_000 });
  const last = all[Math.floor(all.length * 0.9)];
  return last === undefined ? query : { ...query, after: `${last.day}~${last.key}` };
}

function inDatabase(url: string, name: string): string {
  const moved = new URL(url);
  moved.pathname = `/${name}`;
  return moved.href;
}

async function administer(superuserUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
