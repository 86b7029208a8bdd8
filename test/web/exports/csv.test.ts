/** The CSV of exports: a foreign parser reads back what was written, and no cell begins a formula. */

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDay, parseInstant } from "../../../src/base/day.ts";
import type { Kind, Value } from "../../../src/web/exports/columns.ts";
import { csv, csvRows, guarded } from "../../../src/web/exports/csv.ts";
import type { Contents } from "../../../src/web/exports/format.ts";
import { formatDay } from "../../../src/web/parts/day-text.ts";

const signs = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", '"', ",", " ", "ễ", "0", "'"];
const field = fc.oneof(
  fc.string({ unit: fc.constantFrom(...signs), maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);

describe("a row", () => {
  test("is read back by a foreign parser, field by field, whatever stands in it", () => {
    const rows = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(rows, (written) => {
        const read = parse(csvRows(written), { record_delimiter: "\r\n", relax_quotes: false });
        expect(read).toEqual(written.map((row) => row.map(guarded)));
      }),
    );
  });

  test.each(["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"])(
    "with the text %j that a spreadsheet would run has an apostrophe before it",
    (text) => {
      expect(parse(csvRows([[text]]), { record_delimiter: "\r\n" })).toEqual([[`'${text}`]]);
    },
  );

  test("never has a cell that begins a formula, and a text that begins none is left as it is", () => {
    fc.assert(
      fc.property(field, (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        if (!/^[=+\-@\t\r\n＝＋－＠]/.test(text)) expect(guarded(text)).toBe(text);
      }),
    );
  });
});

async function written(contents: Contents): Promise<string> {
  let text = "";
  for await (const piece of csv.write(contents)) text += String(piece);
  return text;
}

async function* pagesOf(...pages: readonly (readonly (readonly Value[])[])[]) {
  yield* pages;
}

const asOf = parseInstant("2026-12-01T13:20:00.000Z");
if (asOf === undefined) throw new Error("no instant");
const head = {
  list: "cases",
  title: "Hồ sơ thi hành án",
  asOf,
  filter: [{ name: "agency", value: "0".repeat(32), label: "Cơ quan", words: "Phòng 1, “A”" }],
  total: 2,
  log: { size: 6864, root: "+abc/=" },
} as const;
const columns: readonly { key: string | undefined; head: string | undefined; kind: Kind }[] = [
  { key: "case", head: undefined, kind: "text" },
  { key: "number", head: "Số", kind: "text" },
  { key: "decidedOn", head: "Ngày", kind: "day" },
  { key: "n", head: "Số ngày chậm", kind: "number" },
];

describe("a file", () => {
  test("begins with a byte order mark, what it is, as of when, the filter, the rows, the log's size and root", async () => {
    const text = await written({
      head,
      columns,
      pages: pagesOf([["id", "=1", "2026-11-30", -3]], [["id", undefined, undefined, 0]]),
    });
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(parse(text, { bom: true, record_delimiter: "\r\n" })).toEqual([
      ["Danh sách", "Hồ sơ thi hành án", ""],
      ["Tính đến", "01/12/2026 20:20", ""],
      ["Bộ lọc", "Cơ quan: Phòng 1, “A”", ""],
      ["Số dòng", "2", ""],
      ["Nhật ký", "6.864 mục, gốc +abc/=", ""],
      ["", "", ""],
      ["Số", "Ngày", "Số ngày chậm"],
      ["'=1", "30/11/2026", "'-3"],
      ["", "", "0"],
    ]);
  });

  test("writes any day of the log as people write it", async () => {
    const days = fc.date({ min: new Date("1975-04-30"), max: new Date("2199-12-31"), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(days, async (date) => {
        const day = parseDay(date.toISOString().slice(0, 10));
        if (day === undefined) throw new Error("no day");
        const text = await written({ head, columns, pages: pagesOf([["id", "1", day, 1]]) });
        expect(parse(text, { bom: true, record_delimiter: "\r\n" }).at(-1)).toEqual(["1", formatDay(day), "1"]);
      }),
      { numRuns: 30 },
    );
  });
});
