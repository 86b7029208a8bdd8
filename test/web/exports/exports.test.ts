/** Exports hold what their list shows this person: the same rows in the same order, and nothing that the list hides. */

import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportedLists } from "../../../src/web/exports/all-exports.ts";
import { Api } from "../../kit/api/api.ts";
import { MainJob } from "../../kit/api/main-job.ts";
import { eventsOf, type OfficeWorld, settleOffices } from "../../kit/api/office-world.ts";
import { all, attribute } from "../../kit/pages/html.ts";
import { type Page, Visitor } from "../../kit/pages/visitor.ts";

const many = 120;
/** A debtor's name, which no list shows. */
const hidden = "Nguyễn Thị Kín";
let api: Api;
let world: OfficeWorld;

beforeAll(async () => {
  api = await Api.start();
  world = await settleOffices(api);
  const job = new MainJob(api, world);
  const { agency } = world.offices;
  const lines = Array.from({ length: many }, (_, i) => {
    const day = `2026-0${1 + (i % 6)}-11`;
    const intake = { do: "open-intake", ref: `i${i}`, agency, motion: "own-motion", openedOn: day };
    const parties = [{ side: "debtor", name: hidden }];
    const opened = {
      do: "open-case",
      intake: `@i${i}`,
      decidedOn: { day, source: "document" },
      number: `=${i}/QĐ`,
      parties,
    };
    return [{ ...intake, judgment: `${i}/DS-ST` }, opened];
  }).flat();
  const body = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
  const headers = { "content-type": "application/x-ndjson" };
  const bulk = await api.post("/v1/acts", { as: "agency-officer", body, headers });
  if (bulk.status !== 201) throw new Error(bulk.text);
  const cases = eventsOf(bulk).filter(({ type }) => type === "case-opened");
  const detections = cases.slice(0, 30).map(({ data }) => ({
    about: { kind: "case", id: data["case"] },
    deadline: `SEND_DECISION_VKS/${String(data["act"])}/${String(data["decision"])}`,
  }));
  const findings = eventsOf(await job.record("procurator", "/v1/findings", { detections })).map(
    ({ data }) => data["finding"],
  );
  const draft = {
    kind: "request",
    asks: "self-inspect",
    addressee: agency,
    items: [{ findings: findings.slice(0, 10), of: 686, demand: "Tự kiểm tra" }],
    body: "Chậm gửi quyết định",
  };
  const drafted = eventsOf(await job.record("procurator", "/v1/instruments", draft));
  const instrument = String(drafted.find(({ type }) => type === "instrument-drafted")?.data["instrument"]);
  await job.issueAndServe(instrument, await job.registerKey());
  await job.record("procurator", "/v1/instruments", {
    ...draft,
    items: [{ findings: findings.slice(10, 12), of: 686, demand: "Tự kiểm tra" }],
  });
  await job.record("agency-officer", "/v1/registers", { office: agency, openedOn: "2026-01-05" });
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

type Line = Readonly<Record<string, unknown>>;

async function linesOf(visitor: Visitor, list: string, query = ""): Promise<{ head: Line; rows: readonly Line[] }> {
  const page = await visitor.open(`/console/exports/${list}.jsonl${query}`);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
  const [head = {}, ...rows] = page.html
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  return { head, rows };
}

function sheetOf(page: Page): readonly (readonly string[])[] {
  const rows: string[][] = parse(page.html, { bom: true, record_delimiter: "\r\n" });
  return rows;
}

function rowsIn(path: string, page: Page): number {
  if (path.endsWith(".csv")) return sheetOf(page).length - 7;
  if (path.endsWith(".ics")) return page.html.split("BEGIN:VEVENT").length - 1;
  return page.html.trimEnd().split("\n").length - 1;
}

/** The keys of the rows in the links of the list's first cells, over all its pages. */
async function keysShown(visitor: Visitor, list: string, query: string): Promise<readonly string[]> {
  const keys: string[] = [];
  await visitor.open(`/console/${list}${query}`);
  for (;;) {
    for (const head of all(visitor.page.root, "th")) {
      const href = all(head, "a").map((link) => attribute(link, "href"))[0];
      if (href?.startsWith(`/console/${list}/`) === true) keys.push(href.slice(`/console/${list}/`.length));
    }
    if (!visitor.page.text.includes("Xem tiếp →")) return keys;
    await visitor.follow("Xem tiếp →");
  }
}

describe("an export has the rows of its list in the list's order", () => {
  test.each([
    ["cases", "case", ""],
    ["intakes", "intake", ""],
    ["findings", "finding", "?status=confirmed"],
    ["findings", "finding", "?status=in-instrument"],
    ["instruments", "instrument", ""],
  ])("%s", async (list, key, query) => {
    for (const who of ["procurator", "agency-head"]) {
      const visitor = await Visitor.signedIn(api, who);
      const shown = await keysShown(visitor, list, query);
      const { head, rows } = await linesOf(visitor, list, query);
      expect(rows.map((row) => row[key])).toEqual(shown);
      expect(head["rows"]).toBe(shown.length);
    }
    const [procurator, head] = [await Visitor.signedIn(api, "procurator"), await Visitor.signedIn(api, "agency-head")];
    expect((await linesOf(procurator, list, query)).rows.length).toBeGreaterThan(0);
    // Confirmed and not handed over is the procuracy's own affair, and so is a draft.
    if (query === "?status=confirmed") expect((await linesOf(head, list, query)).rows).toEqual([]);
    if (list === "instruments") {
      expect((await linesOf(procurator, list)).rows.map((row) => row["status"])).toContain("drafted");
      expect((await linesOf(head, list)).rows.map((row) => row["status"])).toEqual(["received"]);
    }
  });

  test("the page beside it says how many rows it has", async () => {
    const visitor = await Visitor.signedIn(api, "procurator");
    for (const path of ["cases", "detections", "findings", "instruments", "registers", "clocks?list=others"]) {
      const page = await visitor.open(`/console/${path}`);
      const [, stated = ""] = /Tải về ([\d.]+) dòng/.exec(page.text) ?? [];
      const exported = await visitor.follow("CSV");
      expect([path, sheetOf(exported).length - 7]).toEqual([path, Number(stated)]);
    }
  });

  test("a filter of the page is the filter of its export, and its head says so", async () => {
    const visitor = await Visitor.signedIn(api, "procurator");
    const query = "?since=01%2F03%2F2026&rule=SEND_DECISION_VKS";
    const [filtered, whole] = [await linesOf(visitor, "detections", query), await linesOf(visitor, "detections")];
    expect(filtered.rows).toEqual(
      whole.rows.filter((row) => row["rule"] === "SEND_DECISION_VKS" && String(row["dueOn"]) >= "2026-03-01"),
    );
    expect([filtered.rows.length > 0, filtered.rows.length < whole.rows.length]).toEqual([true, true]);
    expect(filtered.head).toMatchObject({
      filter: { weight: "violation", since: "2026-03-01", rule: "SEND_DECISION_VKS" },
      filterWords: expect.stringContaining("Từ ngày: 01/03/2026") as unknown,
    });
  });
});

test("each begins with the moment, the filter, the size of the log and the root that the checkpoint has", async () => {
  const visitor = await Visitor.signedIn(api, "procurator");
  const { head } = await linesOf(visitor, "cases", `?agency=${world.offices.agency}`);
  const [, size, root] = (await api.get("/checkpoint")).text.split("\n");
  expect(head).toMatchObject({
    list: "cases",
    filterWords: "Cơ quan: Cơ quan agency",
    rows: many,
    log: { size: Number(size), root },
  });
  expect(String(head["asOf"])).toMatch(/^\d{4}-\d\d-\d\dT/);
  const sheet = sheetOf(await visitor.open("/console/exports/cases.csv"));
  expect(sheet.slice(0, 5).map(([name]) => name)).toEqual(["Danh sách", "Tính đến", "Bộ lọc", "Số dòng", "Nhật ký"]);
  expect(sheet[4]?.[1]).toBe(`${Number(size).toLocaleString("vi-VN")} mục, gốc ${root}`);
});

test("a number that somebody typed as a formula is guarded in a sheet, and told as it is to programs", async () => {
  const visitor = await Visitor.signedIn(api, "agency-officer");
  const numbers = (await linesOf(visitor, "cases")).rows.map((row) => row["number"]);
  expect(numbers.every((number) => /^=\d+\/QĐ$/.test(String(number)))).toBe(true);
  const sheet = sheetOf(await visitor.open("/console/exports/cases.csv")).slice(7);
  expect(sheet.map(([number]) => number)).toEqual(numbers.map((number) => `'${String(number)}`));
});

const people = [
  "administrator",
  "procurator",
  "chief-procurator",
  "foreign-procurator",
  "agency-officer",
  "agency-head",
  "other-officer",
  "court-officer",
  "management-agency",
  "auditor",
  "council-reader",
  "law-keeper",
  "importer",
];

describe("who may see a list may take it away, and nobody else", () => {
  test.each(people)("%s", async (who) => {
    const visitor = await Visitor.signedIn(api, who);
    for (const { path } of exportedLists) {
      const [, list = ""] = /exports\/([a-z]+)\./.exec(path) ?? [];
      const page = await visitor.open(`/console/${list === "gone" ? "detections/gone" : list}`);
      const [, stated = "0"] = /Tải về ([\d.]+) dòng/.exec(page.text) ?? [];
      const exported = await visitor.open(path);
      expect([path, exported.status]).toEqual([path, page.status]);
      // Sheets of a spreadsheet are no text: test/web/exports/large.test.ts opens one.
      if (page.status !== 200 || path.endsWith(".xlsx")) continue;
      expect([path, rowsIn(path, exported)]).toEqual([path, Number(stated)]);
    }
  });

  test("those of another province get nothing of this one, and an auditor gets no number of a file", async () => {
    const foreign = await Visitor.signedIn(api, "foreign-procurator");
    for (const list of ["cases", "intakes", "detections", "findings", "instruments", "clocks"])
      expect([list, (await linesOf(foreign, list)).rows]).toEqual([list, []]);
    const agency = `?agency=${world.offices.agency}`;
    expect((await foreign.open(`/console/exports/cases.csv${agency}`)).status).toBe(403);
    const auditor = await Visitor.signedIn(api, "auditor");
    const { rows } = await linesOf(auditor, "cases");
    expect([rows.length, rows.filter((row) => row["number"] !== undefined)]).toEqual([many, []]);
    expect((await auditor.open("/console/exports/cases.csv")).html).not.toContain("/QĐ");
  });

  test("no name of a person is in any of them", async () => {
    for (const who of people) {
      const visitor = await Visitor.signedIn(api, who);
      for (const { path } of exportedLists) expect((await visitor.open(path)).html).not.toContain(hidden);
    }
  });
});

test.each([
  ["detections", "since", "31/02/2026"],
  ["detections", "agency", "nobody"],
  ["detections", "rule", "NO_SUCH_RULE"],
  ["detections", "weight", "heavy"],
  ["gone", "agency", "nobody"],
  ["findings", "status", "lost"],
  ["instruments", "step", "lost"],
  ["clocks", "list", "lost"],
  ["cases", "agency", "nobody"],
  ["intakes", "agency", "nobody"],
])("the export of %s with the impossible %s=%s is refused by the name of the filter", async (list, name, text) => {
  const visitor = await Visitor.signedIn(api, "procurator");
  for (const ending of ["csv", "xlsx", "jsonl"]) {
    const page = await visitor.open(`/console/exports/${list}.${ending}?${name}=${encodeURIComponent(text)}`);
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(`“${text}”: `)]);
    expect(page.headers.get("content-disposition")).toBeNull();
  }
});

test("the calendar of a procuracy has the time limits of its list, each once, and the day on which each is due", async () => {
  const visitor = await Visitor.signedIn(api, "procurator");
  const { rows } = await linesOf(visitor, "clocks", "?list=others");
  const calendar = new ICAL.Component(ICAL.parse((await visitor.open("/console/exports/clocks.ics?list=others")).html));
  const events = calendar.getAllSubcomponents("vevent");
  expect(rows.length).toBeGreaterThan(0);
  expect(events.map((event) => String(event.getFirstPropertyValue("dtstart")))).toEqual(
    rows.map((row) => row["dueOn"]),
  );
  expect(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size).toBe(rows.length);
});

test("reading records nothing in the log, and each page that shows numbers is a look in the access journal", async () => {
  const size = async () => (await api.get("/checkpoint")).text.split("\n")[1];
  const looks = async () =>
    api.whole.database.selectFrom("access_journal").select(["page", "streams"]).orderBy("id").execute();
  const visitor = await Visitor.signedIn(api, "procurator");
  const [before, seen] = [await size(), (await looks()).length];
  for (const { path } of exportedLists) await visitor.open(path);
  expect(await size()).toBe(before);
  const mine = (await looks()).slice(seen);
  expect(
    mine.filter(({ page }) => page === "GET /console/exports/cases.csv").map(({ streams }) => streams.length),
  ).toEqual([many]);
});
