/** A list that is cut says so, so that a page can tell its reader. */

export interface Cut<Row> {
  readonly rows: readonly Row[];
  /** There are more rows than these. */
  readonly more: boolean;
}

/** Reads at most so many rows; `read` is asked for one more than that, which tells whether there are more. */
export async function readCut<Row>(most: number, read: (limit: number) => Promise<readonly Row[]>): Promise<Cut<Row>> {
  return cutAt(most, await read(most + 1));
}

export function cutAt<Row>(most: number, rows: readonly Row[]): Cut<Row> {
  return { rows: rows.slice(0, most), more: rows.length > most };
}
