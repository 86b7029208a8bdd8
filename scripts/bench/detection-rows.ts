/**
 * Deadlines by the million, written by SQL in the shape that recording gives them. An office has few cases or many; a
 * case has four deadlines over ten years, nine in ten of them met; one in five of the breaches is judged.
 */

import { createHash } from "node:crypto";
import pg from "pg";
import type { Day } from "../../src/base/day.ts";

/** The offices of a province: its agencies and their rooms, its courts, its procuracies. */
const offices = 60;
const limitsOfCase = 4;

/**
 * officeKey returns the key of the office at `place`, as the SQL below makes it. The first office has the most cases.
 */
export function officeKey(place: number): string {
  return createHash("md5").update(`office ${place}`).digest("hex");
}

/** fillDeadlines fills an empty, migrated database, without fsync: nobody needs its data after a power failure. */
export async function fillDeadlines(ownerUrl: string, { cases, today }: { cases: number; today: Day }): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set maintenance_work_mem = '512MB'");
    for (const table of ["office", "deadline"]) await client.query(`alter table view.${table} set unlogged`);
    const indexes = await dropIndexes(client);
    await client.query(officeRows, [offices]);
    await client.query(deadlineRows, [cases * limitsOfCase, limitsOfCase, offices, today]);
    for (const definition of indexes) await client.query(definition);
    await client.query("vacuum analyze view.deadline");
    await client.query("vacuum analyze view.office");
  } finally {
    await client.end();
  }
}

/**
 * Drops the indexes and returns how to make them again. Sorting all rows once is faster than inserting each into an
 * index.
 */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    "select indexname as name, indexdef as definition from pg_indexes where schemaname = 'view' and tablename = 'deadline'",
  );
  await client.query("alter table view.deadline drop constraint deadline_pkey");
  for (const { name } of rows) await client.query(`drop index if exists view.${name}`);
  return rows.map(({ definition }) => definition);
}

const officeRows = `
  insert into view.office (key, stream, code, kind, opened_on)
  select md5('office ' || i), 'office/' || md5('office ' || i), 'office-' || i, 'enforcement-agency', '2015-01-01'
  from generate_series(0, $1::int - 1) i`;

const deadlineRows = `
  insert into view.deadline
  select rule || '/' || act || '/' || subject, 'case/' || md5('case ' || file), rule, 'L2008',
    case when die < 0.15 then 'hint' else 'violation' end, 'enforcer', md5('office ' || floor($3::int * luck * luck)), subject, act,
    due_on - 10, 'document', null, due_on, case when state in ('met', 'forbidden') then due_on + (case when satisfied then -1 else 9 end) end,
    case when state in ('met', 'forbidden') then 'stated' end, case when state in ('met', 'forbidden') then 5 end,
    case when state = 'ended' then due_on + 9 end,
    state, satisfied, case when state = 'forbidden' then due_on + 9 else due_on end, false, not satisfied and die > 0.8
  from (
    select *, case when fate < 0.85 and past then 'met' when fate < 0.9 and past then 'excused' when fate < 0.95 and past then 'met'
        when fate < 0.96 and past then 'forbidden' when fate < 0.965 and past then 'ended' else 'open' end as state,
      past and fate < 0.9 as satisfied
    from (
      select i / $2::int as file, (array['NOTIFY_PARTIES', 'VERIFY_FIRST', 'SEND_DECISION_VKS', 'PAY_OUT'])[1 + i % $2::int]
          || '_' || (i / 7) % 10 as rule,
        md5('act ' || i) as act, md5('subject ' || i) as subject, $4::date + 60 - (random() * 3650)::int as due_on,
        random() as die, random() as luck, random() as fate
      from generate_series(0, $1::int - 1) i
    ) as thrown cross join lateral (select due_on < $4::date - 10 as past) as time
  ) as fallen`;
