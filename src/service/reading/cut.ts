/** A list that is cut knows how many rows there are in all, so that a page can tell its reader. */

export interface Cut<Row> {
  readonly rows: readonly Row[];
  /** Rows of the whole list; one more than `mostCounted` stands for any greater number. */
  readonly total: number;
}

interface Whole<Row> {
  readonly read: (limit: number) => Promise<readonly Row[]>;
  /** It is asked only when there are more rows than the list shows. */
  readonly count: () => Promise<number>;
}

/** Reads at most so many rows; `read` is asked for one more than that, which tells whether there are more. */
export async function readCut<Row>(most: number, { read, count }: Whole<Row>): Promise<Cut<Row>> {
  const rows = await read(most + 1);
  return { rows: rows.slice(0, most), total: rows.length <= most ? rows.length : await count() };
}
