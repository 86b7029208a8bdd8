/** Cursors of lists in the order of days: "<day>~<key>" of the last row of the page before. */

import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { DayOrder } from "../../service/views.ts";

/** What a list in the order of days needs: its direction, and how the rows after a cursor compare with it. */
export const directions = {
  latest: { by: sql`desc`, after: sql`<` },
  oldest: { by: sql`asc`, after: sql`>` },
} as const satisfies Record<DayOrder, object>;

export function dayIn(cursor: string): string {
  return cursor.slice(0, cursor.indexOf("~"));
}

export function keyIn(cursor: string): string {
  return cursor.slice(cursor.indexOf("~") + 1);
}

interface Ordered {
  readonly order: DayOrder;
  readonly after: string | undefined;
}

/** inDayOrder sorts rows by the day and then by their key, and leaves out those up to the cursor. */
export function inDayOrder<Tables, From extends keyof Tables, Row>(
  rows: SelectQueryBuilder<Tables, From, Row>,
  day: RawBuilder<unknown>,
  { order, after }: Ordered,
): SelectQueryBuilder<Tables, From, Row> {
  const { by, after: follows } = directions[order];
  const sorted = rows.orderBy(sql`${day} ${by}, key ${by}`);
  return after === undefined
    ? sorted
    : sorted.where(sql<boolean>`(${day}, key) ${follows} (${dayIn(after)}::date, ${keyIn(after)})`);
}
