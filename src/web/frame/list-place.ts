/** Where a reader is in a list, and in which order they read it, as the address says it (asked-query.tsx refuses what cannot be meant). */

import { type DayOrder, dayOrders } from "../../service/views.ts";
import { cursorIn, type ListPlace, withQuery } from "../parts/pager.tsx";
import type { Sorting } from "../parts/table.tsx";
import type { ConsoleContext } from "./visit.ts";

export function placeIn(c: ConsoleContext, key: RegExp): ListPlace {
  const back = c.req.query("back");
  return { after: cursorIn(c.req.query("after"), key), back: back === "" ? undefined : back };
}

/** The latest first, unless the address says otherwise. */
export function orderIn(c: ConsoleContext): DayOrder {
  return dayOrders.find((each) => each === c.req.query("order")) ?? "latest";
}

/** sortingBy says how the column of the day is sorted; its link reads the list from its other end. */
export function sortingBy(order: DayOrder, path: string, query: Readonly<Record<string, string | undefined>>): Sorting {
  const isLatest = order === "latest";
  return {
    now: isLatest ? "descending" : "ascending",
    turned: withQuery(path, { ...query, order: isLatest ? "oldest" : undefined }),
  };
}

/** orderQuery leaves the usual order out of addresses. */
export function orderQuery(order: DayOrder): { readonly order: string | undefined } {
  return { order: order === "latest" ? undefined : order };
}
