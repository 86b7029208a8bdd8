/** Pages of a list: by number where the whole list is known, by the last row (its cursor) where it is not. */

import { parseDay } from "../../base/day.ts";

interface Numbered {
  readonly path: string;
  readonly name: string;
  readonly page: number;
  readonly pages: number;
  readonly what: string;
}

export function Pages({ path, name, page, pages, what }: Numbered) {
  if (pages <= 1) return undefined;
  return (
    <nav aria-label={`Trang của ${what}`}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={`${path}?${name}=${page - 1}#${name}`}>← trang trước</a>
          </li>
        ) : undefined}
        <li>
          trang {page}/{pages}
        </li>
        {page < pages ? (
          <li>
            <a href={`${path}?${name}=${page + 1}#${name}`}>trang sau →</a>
          </li>
        ) : undefined}
      </ul>
    </nav>
  );
}

/** pageOf returns the rows of one page and its place in the whole; a page that does not exist is the first. */
export function pageOf<Row>(
  rows: readonly Row[],
  asked: string | undefined,
  size: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const number = asked !== undefined && /^\d{1,5}$/.test(asked) ? Number(asked) : 1;
  const page = number >= 1 && number <= pages ? number : 1;
  return { rows: rows.slice((page - 1) * size, page * size), page, pages };
}

/** Where a reader is in a list that is read on from its last row, as the address says it. */
export interface ListPlace {
  /** The cursor after which this page begins; absent on the first page. */
  readonly after: string | undefined;
  /** The cursors of the pages before this one, joined by commas, that of the first page being `firstPage`; absent on the first page. */
  readonly back: string | undefined;
}

/** Pages that an address remembers: with cursors of some 100 signs it stays under the 2 kB that every browser and proxy takes. */
export const mostBack = 12;

export const firstPage = "1";

interface MoreParts {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The cursor after which the next page begins; absent on the last page. */
  readonly after: string | undefined;
  readonly place?: ListPlace;
}

/** The links to the page before and to the next page of a list that is read on from its last row. */
export function More({ path, query, after, place }: MoreParts) {
  const here = place?.after;
  if (after === undefined && here === undefined) return undefined;
  const trail = place?.back?.split(",") ?? [];
  const before = trail.at(-1);
  const previous = { after: before === firstPage ? undefined : before, back: trail.slice(0, -1).join(",") };
  const following = { after, back: [...trail, here ?? firstPage].slice(-mostBack).join(",") };
  return (
    <nav aria-label="Trang của danh sách">
      <ul>
        {before === undefined ? undefined : (
          <li>
            <a href={withQuery(path, { ...query, ...previous })}>← trang trước</a>
          </li>
        )}
        {here === undefined || before === firstPage ? undefined : (
          <li>
            <a href={withQuery(path, query)}>trang đầu</a>
          </li>
        )}
        {after === undefined ? undefined : (
          <li>
            <a href={withQuery(path, { ...query, ...following })}>Xem tiếp →</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** withQuery adds to the path the values that are given, and nothing for the others. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const values = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === "" ? [] : [[name, value]],
  );
  return values.length === 0 ? path : `${path}?${new URLSearchParams(values).toString()}`;
}

/** A time limit without a due day, and a draft, have the day "infinity". cursorIn returns undefined for a text that is no cursor of ours: anybody can write a link (frame/asked-query.tsx refuses it). */
export function cursorIn(text: string | undefined, key: RegExp): string | undefined {
  const [day, at, more] = text?.split("~") ?? [];
  const isDay = day === "infinity" || parseDay(day) !== undefined;
  return isDay && at !== undefined && key.test(at) && more === undefined ? text : undefined;
}

export const idKey = /^[0-9a-f]{32}$/;
/** The key of a time limit: rule, starting act, subject. */
export const deadlineKey = /^[A-Z0-9_]+\/[0-9a-f]{32}\/[0-9a-f]{32}$/;
