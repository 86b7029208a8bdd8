/** The term (thời hạn) that a rule grants, and the direction in which it is counted from the day that starts the clock. */

export type Term =
  | { readonly unit: "calendar_day" | "working_day" | "month" | "year" | "hour"; readonly length: number }
  /** At once (ngay): due on the day of the event itself, and never a violation by itself. */
  | { readonly unit: "immediate" }
  | { readonly unit: "no_limit_stated" }
  /** Hours of the day in which an act is forbidden; they give no due day. */
  | { readonly unit: "time_window" };

export type Direction =
  | "after"
  | "before"
  | "maximum"
  | "minimum"
  | "not_before"
  | "lookback_max"
  | "forbidden"
  | "forbidden_window"
  /** Forbidden on any day as long as the rule's condition `forbids` holds: before, while or without something else. */
  | "out_of_order";

/** A count back never moves off a day off: "before" and "not older than" protect the person who waits. */
export function countsBack(direction: Direction): boolean {
  return direction === "before" || direction === "lookback_max";
}

/** A ban on hours or days, or on an order of acts, has no due day. */
export function bansDays(direction: Direction): boolean {
  return direction === "forbidden" || direction === "forbidden_window" || direction === "out_of_order";
}
