/** A list as one reader may see it: its pages in order, and the number of its rows. A screen shows a page of it, an export all. */

import type { Outcome } from "../../base/outcome.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Host } from "../host.ts";
import type { Reader } from "../streams/reader.ts";

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** The cursor after which the next page begins; absent on the last page. */
  readonly next: string | undefined;
}

export interface Listed<Row> {
  readonly page: (after: string | undefined, most: number) => Promise<ListPage<Row>>;
  /** Counts the rows of all pages, up to `mostCounted` and one more (service/views.ts). */
  readonly total: () => Promise<number>;
}

/** Decides what of the list the reader may see; screen and export both open it, so that neither shows more than the other. */
export type OpenList<Row> = (reader: Reader, host: Host) => Promise<Outcome<Listed<Row>, Refusal>>;

/** pageEnding returns the rows as a page; one that is full may have another after it. */
export function pageEnding<Row>(rows: readonly Row[], most: number, cursorAt: (last: Row) => string): ListPage<Row> {
  const last = rows.length < most ? undefined : rows.at(-1);
  return { rows, next: last && cursorAt(last) };
}

/** The cursor of a list in the order of days. */
export function dayCursor({ day, key }: { readonly day: string; readonly key: string }): string {
  return `${day}~${key}`;
}
