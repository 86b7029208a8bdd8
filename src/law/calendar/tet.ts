/**
 * The days around Tết on which forces may not be mobilised (decree 62/2015 Art.13(2), decree 152/2026 Art.42(2)). The texts
 * do not say whether they are counted from the first day of the lunar year or from the days off around it. A day within the
 * first count is forbidden; a day only within the second, wider one is a hint.
 */

import { type Day, dayAt, dayNumber } from "../../base/day.ts";
import type { Calendar } from "./calendar.ts";

export interface TetWindow {
  readonly from: Day;
  readonly to: Day;
  /** True when only the wider count reaches the day. */
  readonly edge: boolean;
}

/** Returns the window that a day lies in, if any. A year whose lunar new year is not known has no window. */
export function tetWindow(
  day: Day,
  length: number,
  known: { readonly lunarNewYears: readonly Day[]; readonly calendar: Calendar },
): TetWindow | undefined {
  const number = dayNumber(day);
  for (const first of known.lunarNewYears) {
    const near = around([dayNumber(first)], length);
    if (number >= near.from && number <= near.to) return { from: dayAt(near.from), to: dayAt(near.to), edge: false };
    const wide = around([dayNumber(first), ...daysOffAt(first, known.calendar)], length);
    if (number >= wide.from && number <= wide.to) return { from: dayAt(wide.from), to: dayAt(wide.to), edge: true };
  }
  return undefined;
}

function around(days: readonly number[], length: number): { readonly from: number; readonly to: number } {
  return { from: Math.min(...days) - length, to: Math.max(...days) + length };
}

/** Returns the days off for Tết of one year, those that make up its weekend too; they are never more than a fortnight from its first day. */
function daysOffAt(first: Day, { holidays }: Calendar): readonly number[] {
  const number = dayNumber(first);
  const nearby = Array.from({ length: 29 }, (_, i) => number - 14 + i);
  return nearby.filter((one) => holidays.get(one) === "tet" || holidays.get(one) === "made-up");
}
