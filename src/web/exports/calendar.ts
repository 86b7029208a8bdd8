/**
 * A calendar file of running time limits (RFC 5545), for the clocks that have a due day. A day is a date without an hour and is
 * therefore the same day wherever it is shown. It names duties, instruments and numbers of files, and nobody.
 */

import { utf8 } from "../../base/bytes.ts";
import { addDays, type Day, type Instant, parseDay } from "../../base/day.ts";
import { formatInstant } from "../parts/day-text.ts";
import type { Value } from "./columns.ts";
import type { Contents, ExportHead, Format } from "./format.ts";

export const calendar: Format = { ending: "ics", type: "text/calendar; charset=utf-8", write: writeCalendar };

async function* writeCalendar({ head, columns, pages }: Contents): AsyncGenerator<string, void> {
  const named = head.filter.map(({ words }) => words).join(", ");
  yield contentLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Minh Chung//Thoi han//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(named === "" ? head.title : named)}`,
  ]);
  for await (const page of pages) {
    const rows = page.map((values) => new Map(columns.map(({ key }, at) => [key, values[at]])));
    const events = rows.flatMap((row) => eventOf(row, head));
    // A piece is never empty: a page may hold clocks without a due day alone.
    if (events.length > 0) yield contentLines(events);
  }
  yield contentLines(["END:VCALENDAR"]);
}

type Row = ReadonlyMap<string | undefined, Value>;

function eventOf(row: Row, { asOf, log }: ExportHead): readonly string[] {
  const text = (key: string): string => String(row.get(key) ?? "");
  const due = parseDay(row.get("dueOn"));
  if (due === undefined) return [];
  const isProvisional = row.get("provisional") !== undefined;
  const told = [text("citation"), text("fileNumber"), `Tính đến ${formatInstant(asOf)}`];
  return [
    "BEGIN:VEVENT",
    // The key of a time limit is made of random ids and stays the same as long as there is the time limit.
    `UID:${text("deadline").replaceAll("/", "-")}@minh-chung`,
    `DTSTAMP:${stamp(asOf)}`,
    // The log only grows, so that what was taken away later takes the place of what was taken away before.
    `SEQUENCE:${log.size}`,
    `DTSTART;VALUE=DATE:${date(due)}`,
    `DTEND;VALUE=DATE:${date(addDays(due, 1))}`,
    `SUMMARY:${escaped(`${text("duty")}: ${text("place")}${isProvisional ? " (tạm tính)" : ""}`)}`,
    `DESCRIPTION:${escaped(told.filter((part) => part !== "").join("\n"))}`,
    `STATUS:${isProvisional ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function date(day: Day): string {
  return day.replaceAll("-", "");
}

/** An instant of the log is in UTC already; a calendar has no fractions of a second. */
function stamp(instant: Instant): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** TEXT of RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Octets of a line, without its end (RFC 5545 §3.1). */
const mostOctets = 75;

/** folded breaks a line between two signs, never within the octets of one; a line that goes on begins with a blank, which counts. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const sign of line) {
    const more = utf8(sign).length;
    if (octets + more > mostOctets) {
      text += "\r\n ";
      octets = 1;
    }
    text += sign;
    octets += more;
  }
  return text;
}
