/**
 * A table that can be read aloud: it has a caption, and each column a head. On a narrow screen, or at 400 % zoom, the
 * cells of a row stand one below the other, each with the head of its column (WCAG 2.2, 1.4.10).
 */

import type { Child } from "hono/jsx";

/** How a column is sorted now; the link turns the order round. */
export interface Sorting {
  readonly now: "ascending" | "descending";
  readonly turned?: string;
}

/** The order of every list of time limits: what is due first stands first. */
export const byDueDay: Sorting = { now: "ascending" };

export interface Column<Row> {
  readonly head: string;
  /** Of the column by which the rows are sorted. */
  readonly sorting?: Sorting;
  /** The contents of this column's cell in a row. */
  readonly cell: (row: Row, index: number) => Child;
  readonly class?: "code" | "masked" | "pick";
}

interface TableParts<Row> {
  readonly caption: Child;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId?: (row: Row) => string;
  /** The index of the column that names each row: the first, unless a column of boxes to tick stands before it. */
  readonly nameAt?: number;
  /** The one cell that takes the place of all columns but the first, in a row that has nothing to say in each. */
  readonly across?: (row: Row) => Child | undefined;
}

export function Table<Row>({ caption, columns, rows, rowId, nameAt = 0, across }: TableParts<Row>) {
  return (
    <div class="wide">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, sorting }) => (
              <th scope="col" aria-sort={sorting?.now}>
                <Head head={head} sorting={sorting} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const spanning = across?.(row);
            const cells = spanning === undefined ? columns : spanned(columns, spanning);
            return (
              <tr id={rowId?.(row)}>
                {cells.map((column, at) => (
                  <Cell column={column} isName={at === nameAt}>
                    {column.cell(row, index)}
                  </Cell>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head({ head, sorting }: Pick<Column<never>, "head"> & { readonly sorting: Sorting | undefined }) {
  if (sorting === undefined) return <>{head}</>;
  const sign = <span aria-hidden="true">{sorting.now === "ascending" ? " ▲" : " ▼"}</span>;
  return sorting.turned === undefined ? (
    <>
      {head}
      {sign}
    </>
  ) : (
    <a href={sorting.turned}>
      {head}
      {sign}
    </a>
  );
}

interface Spanning<Row> extends Column<Row> {
  readonly span?: number;
}

function spanned<Row>([first, ...others]: readonly Column<Row>[], spanning: Child): readonly Spanning<Row>[] {
  const head = others[0]?.head ?? "";
  return [...(first === undefined ? [] : [first]), { head, cell: () => spanning, span: others.length }];
}

interface CellParts {
  readonly column: Pick<Spanning<never>, "head" | "class" | "span">;
  readonly isName: boolean;
  readonly children?: Child;
}

function Cell({ column: { head, class: kind, span }, isName, children }: CellParts) {
  if (isName) {
    return (
      <th scope="row" class={kind} data-head={head}>
        {children}
      </th>
    );
  }
  const isEmpty = children === undefined || children === null || children === "";
  return (
    <td class={kind} colspan={span} data-head={head}>
      {isEmpty ? undefined : <div>{children}</div>}
    </td>
  );
}
