/** All rows of what can only be read page by page: each page is asked for with the last row of the one before. */

export async function* pagesOf<Row>(
  page: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row, undefined> {
  for (let rows = await page(undefined); rows.length > 0; rows = await page(rows.at(-1))) yield* rows;
  return undefined;
}
