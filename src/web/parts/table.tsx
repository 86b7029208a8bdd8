/**
 * A table that can be read aloud: it says what it is, and each column says what it holds. On a narrow screen, or at 400 %
 * zoom, the cells of a row stand one below the other, each with the words of its column (WCAG 2.2, 1.4.10).
 */

import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";

interface TableParts {
  readonly caption: Child;
  readonly heads: readonly string[];
  /** The rows; the first cell of each is its head. */
  readonly children: Child;
}

export async function Table({ caption, heads, children }: TableParts) {
  const rows = String(await html`${children}`);
  return (
    <div class="wide">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{raw(headed(rows, heads))}</tbody>
      </table>
    </div>
  );
}

/** What stands in the cells is escaped: a tag in `rows` is one that a page wrote. */
function headed(rows: string, heads: readonly string[]): string {
  return rows.replaceAll(/<tr\b.*?<\/tr>/gs, (row) => {
    let column = 0;
    return row.replaceAll(/<(?:td|th)\b[^>]*(?=>)/g, (cell) => {
      const head = heads[column];
      column += Number(/ colspan="(\d+)"/.exec(cell)?.[1] ?? 1);
      return head === undefined ? cell : `${cell} data-head="${head}"`;
    });
  });
}
