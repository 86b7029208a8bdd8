/** A day written out in this room, such as that on which a law came into force. */

import { type Day, parseDay } from "../base/day.ts";

/** Parses such a day; text that is no day of the calendar is an error of the rule's author, so it throws. */
export function statutoryDay(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`);
  return parsed;
}
