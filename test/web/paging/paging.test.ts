/** The pages of a list go forwards and back, in the order of its day from either end. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../../kit/api/api.ts";
import { type OfficeWorld, settleOffices } from "../../kit/api/office-world.ts";
import { all, attribute, textOf } from "../../kit/pages/html.ts";
import { type Page, Visitor } from "../../kit/pages/visitor.ts";

const many = 169;
let api: Api;
let world: OfficeWorld;

beforeAll(async () => {
  api = await Api.start();
  world = await settleOffices(api);
  const { agency } = world.offices;
  const lines = Array.from({ length: many }, (_, i) => {
    const openedOn = `2026-0${1 + (i % 6)}-${String(1 + (i % 27)).padStart(2, "0")}`;
    return JSON.stringify({ do: "open-intake", agency, motion: "own-motion", openedOn, judgment: `${i}/DS-ST` });
  });
  const first = { do: "open-intake", ref: "late", agency, motion: "own-motion", openedOn: "2026-06-30" };
  const opened = { do: "open-case", intake: "@late", decidedOn: { day: "2026-01-05", source: "document" } };
  lines.push(JSON.stringify(first), JSON.stringify(opened));
  const headers = { "content-type": "application/x-ndjson" };
  const reply = await api.post("/v1/acts", { as: "agency-officer", body: `${lines.join("\n")}\n`, headers });
  if (reply.status !== 201) throw new Error(reply.text);
  for (const openedOn of ["2026-02-05", "2026-01-05", "2026-03-05"]) {
    const register = await api.post("/v1/registers", { as: "agency-officer", body: { office: agency, openedOn } });
    if (register.status !== 201) throw new Error(register.text);
  }
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

function rowsOf({ root }: Page): readonly string[] {
  return all(root, "tr").slice(1).map(textOf);
}

function dayOf(row: string): string {
  const [, date, month, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(row) ?? [];
  return `${year}-${month}-${date}`;
}

/** The head of the column by which the rows are sorted, and how. */
function sortedBy({ root }: Page): readonly (readonly [string, string | undefined])[] {
  return all(root, "th").flatMap((head) => {
    const order = attribute(head, "aria-sort");
    return order === undefined ? [] : [[textOf(head).replace(/ [▲▼]$/, ""), order] as const];
  });
}

async function walk(visitor: Visitor, path: string): Promise<readonly Page[]> {
  const pages = [await visitor.open(path)];
  while (visitor.page.text.includes("Xem tiếp →")) pages.push(await visitor.follow("Xem tiếp →"));
  return pages;
}

test("each page back is the page that was seen before, to the first, which has none before it", async () => {
  const visitor = await Visitor.signedIn(api, "procurator");
  const pages = await walk(visitor, "/console/intakes");
  expect(pages.map((page) => rowsOf(page).length)).toEqual([50, 50, 50, 20]);
  for (const page of pages.slice(0, -1).toReversed())
    expect(rowsOf(await visitor.follow("← trang trước"))).toEqual(rowsOf(page));
  expect(visitor.page.text).not.toContain("← trang trước");
  // Forwards again from where one went back to.
  for (const page of pages.slice(1)) expect(rowsOf(await visitor.follow("Xem tiếp →"))).toEqual(rowsOf(page));
  expect(rowsOf(await visitor.follow("trang đầu"))).toEqual(rowsOf(pages[0] ?? visitor.page));
});

describe("the head of the day says the order, and turns it round", () => {
  test("over all pages of the intakes, and of their export", async () => {
    const visitor = await Visitor.signedIn(api, "procurator");
    const latest = await walk(visitor, "/console/intakes");
    expect(latest.map(sortedBy)).toEqual(latest.map(() => [["Ngày thụ lý", "descending"]]));
    await visitor.open("/console/intakes");
    const turned = await visitor.follow(/^Ngày thụ lý/);
    expect(sortedBy(turned)).toEqual([["Ngày thụ lý", "ascending"]]);
    const oldest = await walk(visitor, "/console/intakes?order=oldest");
    const [down, up] = [latest, oldest].map((pages) => pages.flatMap(rowsOf));
    expect(up).toEqual(down?.toReversed());
    const days = down?.map(dayOf);
    expect(days).toEqual(days?.toSorted().toReversed());
    await visitor.open("/console/intakes?order=oldest");
    const exported = (await visitor.follow("JSON Lines")).html.trimEnd().split("\n");
    expect(exported.slice(1).map((line) => String((JSON.parse(line) as Record<string, unknown>)["openedOn"]))).toEqual(
      up?.map(dayOf),
    );
    expect(exported[0]).toContain("Thứ tự: cũ nhất trước");
  });

  test("registers go by the day on which they were opened, whatever their ids", async () => {
    const visitor = await Visitor.signedIn(api, "agency-officer");
    const page = await visitor.open("/console/registers");
    expect(rowsOf(page).map(dayOf)).toEqual(["2026-03-05", "2026-02-05", "2026-01-05"]);
    expect(rowsOf(await visitor.follow(/^Ngày mở sổ/)).map(dayOf)).toEqual(["2026-01-05", "2026-02-05", "2026-03-05"]);
  });

  test("time limits go by the day on which they are due, the first one first", async () => {
    const visitor = await Visitor.signedIn(api, "procurator");
    const page = await visitor.open("/console/detections");
    expect(sortedBy(page).map(([, order]) => order)).toEqual(["ascending"]);
  });
});

test.each([
  ["intakes", "order", "newest"],
  ["cases", "order", "newest"],
  ["registers", "order", "newest"],
  ["findings", "order", "newest"],
  ["instruments", "order", "newest"],
  ["intakes", "back", "x"],
  ["detections", "back", "1,x"],
  ["intakes", "back", Array.from({ length: 13 }, () => "1").join(",")],
])("the list of %s with the impossible %s=%s is refused by the name of what is wrong", async (list, name, text) => {
  const visitor = await Visitor.signedIn(api, "procurator");
  const page = await visitor.open(`/console/${list}?${name}=${encodeURIComponent(text)}`);
  expect([page.status, page.text]).toEqual([422, expect.stringContaining(`“${text}”: `)]);
});
