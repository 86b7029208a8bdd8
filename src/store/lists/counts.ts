/** Counts of detections. They are read from the indexes of the lists, because a stored tally would make every recording wait for it. */

import { sql } from "kysely";
import type { RuleCounts, Views } from "../../service/views.ts";
import { wasHandedOver } from "./handed-over.ts";
import { officesAsked } from "./deadlines.ts";
import type { Database } from "../postgres.ts";

type Counted = { -readonly [Part in keyof RuleCounts]: RuleCounts[Part] };
type Query = Parameters<Views["countDetections"]>[0];
type Count = Exclude<keyof RuleCounts, "rule">;

/** The count to which a finding adds by its status, and an unjudged detection by its weight. */
const columns: Readonly<Record<string, Count>> = {
  confirmed: "confirmed",
  "in-instrument": "confirmed",
  merged: "merged",
  dismissed: "dismissed",
  violation: "pending",
  hint: "pendingHints",
};

export async function countDetections(database: Database, query: Query): Promise<readonly RuleCounts[]> {
  const rows = [
    ...(await pendingQuery(query).execute(database)).rows,
    ...(await judgedQuery(query).execute(database)).rows,
  ];
  const counts = new Map<string, Counted>();
  for (const { rule, what, n } of rows) {
    const counted = counts.get(rule) ?? nothing(rule);
    const column = columns[what];
    if (column !== undefined) counted[column] += Number(n);
    counts.set(rule, counted);
  }
  return [...counts.values()].toSorted((one, other) => (one.rule < other.rule ? -1 : 1));
}

function nothing(rule: string): Counted {
  return { rule, confirmed: 0, merged: 0, dismissed: 0, pending: 0, pendingHints: 0 };
}

interface CountedRow {
  readonly rule: string;
  /** A weight of a detection or a status of a finding: a name in `columns`. */
  readonly what: string;
  readonly n: string;
}

/** pendingQuery takes the rule from the key, whose first part it is: the key is in the index that the query reads, the rule is not. */
export function pendingQuery({ since = "-infinity", today, handedOver, ...whose }: Query) {
  const judged = sql`judged and ${handedOver === true ? handedOverAt : sql`true`}`;
  return sql<CountedRow>`
    select split_part(key, '/', 1) as rule, weight as what, count(*) as n from view.deadline
    where office = any (array(${officesAsked(whose)})) and not satisfied and state in ('open', 'met', 'ended', 'forbidden')
      and weight in ('violation', 'hint') and not (${judged}) and day >= ${since}::date and day <= ${today}::date
      and (state <> 'open' or day < ${today}::date)
    group by 1, 2`;
}

/** A detection of view.deadline whose finding was handed over. */
const handedOverAt = sql`exists (select from view.finding f where f.deadline = deadline.key and ${wasHandedOver(sql`f`)})`;

function judgedQuery({ since = "-infinity", handedOver, ...whose }: Query) {
  const shown = handedOver === true ? wasHandedOver(sql`finding`) : sql`true`;
  return sql<CountedRow>`
    select rule, status as what, count(*) as n from view.finding
    where office = any (array(${officesAsked(whose)})) and day >= ${since}::date and ${shown} group by 1, 2`;
}

export async function countBreaches(
  database: Database,
  query: Parameters<Views["countBreaches"]>[0],
): Promise<{ n: number; of: number }> {
  const { rows } = await sql<{ n: string; of: string }>`
    select count(*) as of,
      count(*) filter (where not satisfied and weight <> 'none' and (state <> 'open' or day < ${query.today})) as n
    from view.deadline
    where rule = ${query.rule} and office = ${query.office} and started_on >= ${query.from} and started_on < ${query.until}`.execute(
    database,
  );
  return { n: Number(rows[0]?.n ?? 0), of: Number(rows[0]?.of ?? 0) };
}
