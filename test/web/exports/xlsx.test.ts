/** The XLSX of exports, opened again by a foreign reader: typed days and numbers, texts as they are, the heads in sight. */

import { read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, daysBetween, parseDay, parseInstant } from "../../../src/base/day.ts";
import type { Kind, Value } from "../../../src/web/exports/columns.ts";
import type { Contents } from "../../../src/web/exports/format.ts";
import { xlsx } from "../../../src/web/exports/xlsx.ts";

const asOf = parseInstant("2026-12-01T13:20:00.000Z");
if (asOf === undefined) throw new Error("no instant");
const head = {
  list: "cases",
  title: "=Hồ sơ",
  asOf,
  filter: [],
  total: 2,
  log: { size: 6864, root: "+abc/=" },
} as const;
const columns: readonly { key: string | undefined; head: string | undefined; kind: Kind }[] = [
  { key: "case", head: undefined, kind: "text" },
  { key: "number", head: "Số", kind: "text" },
  { key: "decidedOn", head: "Ngày", kind: "day" },
  { key: "n", head: "Số ngày chậm", kind: "number" },
];

async function bytesOf(pages: Contents["pages"]): Promise<Uint8Array> {
  const pieces: (Uint8Array | string)[] = [];
  for await (const piece of xlsx.write({ head, columns, pages })) pieces.push(piece);
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

async function* pagesOf(...pages: readonly (readonly (readonly Value[])[])[]) {
  yield* pages;
}

function opened(bytes: Uint8Array): { book: WorkBook; sheet: WorkSheet } {
  const book = read(bytes, { cellNF: true, cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("no sheet");
  return { book, sheet };
}

/** The number of a day in a spreadsheet: 30 December 1899 is 0. */
function serial(day: Day): number {
  const first = parseDay("1975-01-01");
  if (first === undefined) throw new Error("no day");
  return 27_395 + (day >= first ? daysBetween(first, day) : -daysBetween(day, first));
}

describe("a sheet", () => {
  test("begins with what it is, as of when, the filter, the rows, the log's size and root, and the heads of the columns", async () => {
    const { book, sheet } = opened(await bytesOf(pagesOf([["id", "1", "2026-11-30", 3]])));
    expect(book.SheetNames).toEqual(["Danh sách"]);
    expect(["A1", "B1", "A2", "B2", "B3", "B4", "B5"].map((at) => sheet[at]?.v as unknown)).toEqual([
      "Danh sách",
      "=Hồ sơ",
      "Tính đến",
      "01/12/2026 20:20",
      "không lọc",
      "2",
      "6.864 mục, gốc +abc/=",
    ]);
    expect(["A6", "B6", "C6"].map((at) => sheet[at]?.v as unknown)).toEqual(["Số", "Ngày", "Số ngày chậm"]);
  });

  test("has a day as a day, a number as a number, and nothing where nothing is known", async () => {
    const rows = [["id", "1", "2026-11-30", 3] as const, ["id", undefined, undefined, undefined] as const];
    const { sheet } = opened(await bytesOf(pagesOf(rows)));
    expect(sheet["B7"]).toMatchObject({ t: "n", z: "dd/mm/yyyy", w: "30/11/2026" });
    expect(sheet["C7"]).toMatchObject({ t: "n", v: 3 });
    expect([sheet["A8"], sheet["B8"], sheet["C8"]]).toEqual([undefined, undefined, undefined]);
  });

  test("has any day of the log under its own number", async () => {
    const days = fc.date({ min: new Date("1975-04-30"), max: new Date("2199-12-31"), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(days, async (date) => {
        const day = parseDay(date.toISOString().slice(0, 10));
        if (day === undefined) throw new Error("no day");
        const { sheet } = opened(await bytesOf(pagesOf([["id", "1", day, 1]])));
        expect(sheet["B7"]).toMatchObject({ t: "n", v: serial(day) });
      }),
      { numRuns: 30 },
    );
  });

  test("has each text as it was written, and never as a formula", async () => {
    const signs = ["=", "+", "-", "@", "\t", "<", "&", '"', "_", "x", "0", "4", "1", "ễ", "]]>", " ", "\n", "\u0001"];
    const texts = fc.oneof(
      fc.constantFrom("=1+1", "+84", "-5", "@SUM(A1)", "_x0041_", "_x005F_", "_x005F_x0041_", "a\u0000b", "  hai  "),
      fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { sheet } = opened(await bytesOf(pagesOf([["id", text, undefined, 1]])));
        expect(sheet["A7"]).toMatchObject({ t: "s", v: text });
        expect(sheet["A7"]?.f).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test("keeps the heads of the columns in sight", async () => {
    const bytes = await bytesOf(pagesOf([["id", "1", "2026-11-30", 3]]));
    const { files } = read(bytes, { bookFiles: true }) as WorkBook & {
      files?: Readonly<Record<string, { content: Uint8Array }>>;
    };
    const xml = Buffer.from(files?.["xl/worksheets/sheet1.xml"]?.content ?? []).toString();
    expect(xml).toContain('<pane ySplit="6" topLeftCell="A7" state="frozen"');
  });
});

test("rows are asked for as the file is read, and one who stops reading ends the reading", async () => {
  let [asked, isEnded] = [0, false];
  async function* pages(): AsyncGenerator<readonly (readonly Value[])[]> {
    try {
      for (;;) {
        asked += 1;
        yield Array.from({ length: 500 }, () => ["id", Math.random().toString(36), "2026-11-30", asked]);
      }
    } finally {
      isEnded = true;
    }
  }
  const pieces = xlsx.write({ head, columns, pages: pages() })[Symbol.asyncIterator]();
  for (let i = 0; i < 20; i++) await pieces.next();
  expect(asked).toBeLessThan(60);
  await pieces.return?.();
  expect(isEnded).toBe(true);
});
