/** Yields all rows of a list that is read page by page; `page` gets the last row of the page before. */

export async function* pagesOf<Row>(
  page: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row, undefined> {
  for (let rows = await page(undefined); rows.length > 0; rows = await page(rows.at(-1))) yield* rows;
  return undefined;
}
