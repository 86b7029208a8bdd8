/** The filters of a list in words, for the head of its export. */

import type { OfficeId } from "../../base/ids.ts";
import type { DayOrder } from "../../service/views.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { namesOf } from "./columns.ts";
import type { FilterWords } from "./format.ts";

/** A filter that was not asked for says nothing. */
export function filtered(
  name: string,
  label: string,
  value: string | undefined,
  words: string | undefined = value,
): readonly FilterWords[] {
  return value === undefined ? [] : [{ name, value, label, words: words ?? value }];
}

/** The usual order, the latest first, needs no word. */
export function orderFilter(order: DayOrder): readonly FilterWords[] {
  return order === "latest" ? [] : filtered("order", "Thứ tự", order, "cũ nhất trước");
}

export async function agencyFilter(c: ConsoleContext, office: OfficeId | undefined): Promise<readonly FilterWords[]> {
  if (office === undefined) return [];
  const names = await namesOf([office], c.var.visit.host);
  return filtered("agency", "Cơ quan", office, names.get(office));
}
