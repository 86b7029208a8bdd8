/** A table that can be read aloud: it says what it is, and each column says what it holds. */

import type { Child } from "hono/jsx";

interface TableParts {
  readonly caption: Child;
  readonly heads: readonly string[];
  /** The rows; the first cell of each is its head. */
  readonly children: Child;
}

export function Table({ caption, heads, children }: TableParts) {
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
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
