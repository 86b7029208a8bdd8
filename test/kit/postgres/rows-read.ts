/** The rows that PostgreSQL really read to answer a query: a list must cost a page, whatever its table holds. */

import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Database } from "../../../src/store/postgres.ts";

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string | undefined;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number | undefined;
  readonly Plans?: readonly Node[] | undefined;
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Actual Rows": z.number(),
    "Actual Loops": z.number(),
    "Rows Removed by Filter": z.number().optional(),
    Plans: z.array(node).optional(),
  }),
);
const explained = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan: node })) }));

/** Counts the index entries and rows of the table that the query touched, and what it read without an index. */
export async function rowsRead(database: Database, query: RawBuilder<unknown>, table: string) {
  const { rows: answer } = await sql`explain (analyze, format json) ${query}`.execute(database);
  const nodes = explained.parse(answer).flatMap((each) => each["QUERY PLAN"].flatMap(({ Plan }) => flatten(Plan)));
  const ours = nodes.filter((each) => each["Relation Name"] === table);
  const touched = (each: Node): number =>
    (each["Actual Rows"] + (each["Rows Removed by Filter"] ?? 0)) * each["Actual Loops"];
  return {
    rows: Math.round(ours.reduce((sum, each) => sum + touched(each), 0)),
    scans: ours.map((each) => each["Node Type"]).filter((type) => !/^Index (Only )?Scan$/.test(type)),
  };
}

function flatten(plan: Node): readonly Node[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)];
}
