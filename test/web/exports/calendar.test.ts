/** The calendar of time limits, read by a foreign parser: whole days, texts as they are, lines as RFC 5545 wants them. */

import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { addDays, parseDay, parseInstant } from "../../../src/base/day.ts";
import { calendar } from "../../../src/web/exports/calendar.ts";
import type { Value } from "../../../src/web/exports/columns.ts";

const asOf = parseInstant("2026-12-01T17:20:30.456Z");
if (asOf === undefined) throw new Error("no instant");
const filter = [{ name: "list", value: "own", label: "Danh sách", words: "Thời hạn của Viện kiểm sát" }];
const head = { list: "clocks", title: "Thời hạn đang chạy", asOf, filter, total: 1, log: { size: 6864 } } as const;
const keys = ["deadline", "place", "duty", "citation", "fileNumber", "dueOn", "provisional"] as const;
const columns = keys.map((key) => ({ key, head: undefined, kind: "text" as const }));
type Clock = Partial<Record<(typeof keys)[number], Value>>;
const key = `PROTEST_REPLY/${"0123456789abcdef".repeat(2)}/${"fedcba9876543210".repeat(2)}`;
const clock: Clock = {
  deadline: key,
  place: "Kháng nghị 01/KN-VKS",
  duty: "trả lời kháng nghị",
  citation: "Luật 106/2025/QH15, Điều 98, khoản 2",
  dueOn: "2026-12-31",
};

async function written(clocks: readonly Clock[], log: number = head.log.size): Promise<string> {
  async function* pages() {
    yield clocks.map((one) => keys.map((name) => one[name]));
  }
  let text = "";
  for await (const piece of calendar.write({ head: { ...head, log: { size: log } }, columns, pages: pages() }))
    text += String(piece);
  return text;
}

function eventsIn(text: string): readonly ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
}

function valueOf(event: ICAL.Component | undefined, name: string): string {
  return String(event?.getFirstPropertyValue(name));
}

describe("a time limit", () => {
  test("is a whole day, with what is owed, on what, under which article, and when the file was made in UTC", async () => {
    const [event, ...others] = eventsIn(await written([clock]));
    expect(others).toEqual([]);
    const names = ["uid", "dtstamp", "sequence", "dtstart", "dtend", "summary", "description", "status", "transp"];
    expect(names.map((name) => valueOf(event, name))).toEqual([
      `${key.replaceAll("/", "-")}@minh-chung`,
      "2026-12-01T17:20:30Z",
      "6864",
      "2026-12-31",
      "2027-01-01",
      "trả lời kháng nghị: Kháng nghị 01/KN-VKS",
      "Luật 106/2025/QH15, Điều 98, khoản 2\nTính đến 02/12/2026 00:20",
      "CONFIRMED",
      "TRANSPARENT",
    ]);
    expect(event?.getFirstProperty("dtstart")?.type).toBe("date");
  });

  test("keeps its identity when its day moves, and the later file takes the place of the earlier one", async () => {
    const [before] = eventsIn(await written([clock]));
    const [after] = eventsIn(await written([{ ...clock, dueOn: "2027-01-04" }], 6900));
    expect(valueOf(after, "uid")).toBe(valueOf(before, "uid"));
    expect(Number(valueOf(after, "sequence"))).toBeGreaterThan(Number(valueOf(before, "sequence")));
  });

  test("of a provisional calendar is tentative, and one without a due day is in no calendar", async () => {
    const events = eventsIn(
      await written([
        { ...clock, provisional: "tạm tính" },
        { ...clock, dueOn: undefined },
      ]),
    );
    expect(events.map((event) => valueOf(event, "status"))).toEqual(["TENTATIVE"]);
    expect(valueOf(events[0], "summary")).toContain("(tạm tính)");
  });

  test("is of any day of the log", async () => {
    const days = fc.date({ min: new Date("1975-04-30"), max: new Date("2199-12-30"), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(days, async (moment) => {
        const dueOn = parseDay(moment.toISOString().slice(0, 10));
        if (dueOn === undefined) throw new Error("no day");
        const [event] = eventsIn(await written([{ ...clock, dueOn }]));
        expect([valueOf(event, "dtstart"), valueOf(event, "dtend")]).toEqual([dueOn, addDays(dueOn, 1)]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the lines", () => {
  const signs = ["\\", ";", ",", ":", '"', "\n", " ", "n", "ễ", "Ẫ", "𝐀", "a", "BEGIN:VEVENT", "END:VEVENT"];
  const texts = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 120 });

  test("say any text as it is, fold between signs after at most 75 octets, and end with CRLF", async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (duty, citation) => {
        const text = await written([{ ...clock, duty, citation }]);
        const lines = text.split("\r\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // Half a sign would be written as the replacement character.
          expect(line).not.toMatch(/[\r\n\uFFFD]/);
        }
        const [event, ...others] = eventsIn(text);
        expect(others).toEqual([]);
        expect(valueOf(event, "summary")).toBe(`${duty}: Kháng nghị 01/KN-VKS`);
        expect(valueOf(event, "description").startsWith(`${citation}\n`)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("are filled to their last octet, of which the blank of a line that goes on is one", async () => {
    const text = await written([{ ...clock, duty: "a".repeat(400) }]);
    const lengths = text.split("\r\n").map((line) => line.length);
    expect(Math.max(...lengths)).toBe(75);
  });

  test("are those of a calendar also when no time limit runs", async () => {
    const text = await written([]);
    expect(eventsIn(text)).toEqual([]);
    expect(text.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Minh Chung//Thoi han//VI",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Thời hạn của Viện kiểm sát",
      "END:VCALENDAR",
      "",
    ]);
  });
});
