/** Lists of files at the console show their numbers, to those who may see them, the latest first, to the last page. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { all, textOf } from "../kit/pages/html.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { type Page, Visitor } from "../kit/pages/visitor.ts";

const many = 120;
let api: Api;

beforeAll(async () => {
  api = await Api.start();
  const { offices } = await settleOffices(api);
  const lines = Array.from({ length: many }, (_, i) => {
    const day = `2026-0${1 + (i % 8)}-11`;
    const intake = { do: "open-intake", ref: `i${i}`, agency: offices.agency, motion: "own-motion", openedOn: day };
    const number = `${i}/QĐ-CCTHADS`;
    const opened = { do: "open-case", intake: `@i${i}`, decidedOn: { day, source: "document" }, number };
    return [{ ...intake, judgment: `${i}/DS-ST` }, opened];
  }).flat();
  const body = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
  const headers = { "content-type": "application/x-ndjson" };
  const reply = await api.post("/v1/acts", { as: "agency-officer", body, headers });
  if (reply.status !== 201) throw new Error(reply.text);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** Returns the number and the day of each row. */
function rowsOf({ root }: Page): readonly (readonly [number: string, day: string])[] {
  return all(root, "tr")
    .slice(1)
    .map((row) => {
      const [head, cells] = [all(row, "th")[0], all(row, "td")];
      return [head === undefined ? "" : textOf(head), textOf(cells.at(-1) ?? row)];
    });
}

async function walk(visitor: Visitor, path: string): Promise<readonly (readonly [number: string, day: string])[]> {
  const rows = [...rowsOf(await visitor.open(path))];
  while (visitor.page.text.includes("Xem tiếp →")) rows.push(...rowsOf(await visitor.follow("Xem tiếp →")));
  return rows;
}

const newestFirst = [8, 7, 6, 5, 4, 3, 2, 1].map((month) => `11/0${month}/2026`);

test.each([
  ["cases", "QĐ-CCTHADS"],
  ["intakes", "DS-ST"],
])("%s are listed by their numbers, the newest first, each on one page", async (list, ending) => {
  for (const who of ["agency-officer", "procurator"]) {
    const rows = await walk(await Visitor.signedIn(api, who), `/console/${list}`);
    expect(rows.map(([number]) => number).toSorted()).toEqual(
      Array.from({ length: many }, (_, i) => `${i}/${ending}`).toSorted(),
    );
    expect(rows.map(([, day]) => day)).toEqual(newestFirst.flatMap((day) => Array.from({ length: 15 }, () => day)));
  }
});

test("an auditor sees short ids, because numbers are for those who handle or supervise the file", async () => {
  const rows = await walk(await Visitor.signedIn(api, "auditor"), "/console/cases");
  expect([rows.length, rows.filter(([number]) => !/^[0-9a-f]{8}$/.test(number))]).toEqual([many, []]);
});

test("a list is one look in the access journal, with each file whose number was shown", async () => {
  const looks = async () =>
    api.whole.database.selectFrom("access_journal").select(["page", "streams", "fields"]).orderBy("id").execute();
  const before = (await looks()).length;
  const officer = await Visitor.signedIn(api, "agency-officer");
  await officer.open("/console/cases");
  const [look, ...others] = (await looks()).slice(before);
  expect(others).toEqual([]);
  expect(look?.page).toBe("GET /console/cases");
  expect([look?.streams.length, new Set(look?.streams).size, look?.fields]).toEqual([50, 50, Array(50).fill(1)]);
  const auditor = await Visitor.signedIn(api, "auditor");
  await auditor.open("/console/cases");
  expect((await looks()).length - before).toBe(1);
});

test.each(["2026-02-30~00000000000000000000000000000000", "x", "2026-01-01~0~1"])(
  "a link with the cursor %s is refused, never a list from its beginning",
  async (after) => {
    const visitor = await Visitor.signedIn(api, "procurator");
    const page = await visitor.open(`/console/cases?after=${encodeURIComponent(after)}`);
    expect([page.status, page.text]).toEqual([422, expect.stringContaining("không phải chỗ của danh sách này")]);
  },
);

const strange = "0".repeat(31) + "1";
test.each([
  ["procurator", "detections", "since", "31/02/2026"],
  ["procurator", "detections", "agency", strange],
  ["procurator", "detections", "rule", "NO_SUCH_RULE"],
  ["procurator", "detections", "weight", "heavy"],
  ["procurator", "detections", "after", "2026-02-31~x"],
  ["procurator", "detections/gone", "agency", "nobody"],
  ["procurator", "detections/gone", "after", "x"],
  ["procurator", "findings", "status", "lost"],
  ["procurator", "findings", "after", "x"],
  ["procurator", "cases", "agency", strange],
  ["procurator", "cases", "after", "x"],
  ["procurator", "intakes", "agency", "nobody"],
  ["procurator", "intakes", "after", "x"],
  ["procurator", "registers", "after", "x"],
  ["procurator", "instruments", "step", "lost"],
  ["procurator", "instruments", "after", "x"],
  ["procurator", "clocks", "list", "lost"],
  ["procurator", "clocks", "after", "x"],
  ["procurator", "offices", "page", "0"],
  ["administrator", "people", "after", "x"],
  ["administrator", "rights", "after", "x"],
])(
  "to %s, the list %s with %s=%s is refused with what is wrong, and without it is shown",
  async (who, list, name, text) => {
    const visitor = await Visitor.signedIn(api, who);
    const path = `/console/${list}`;
    const refused = await visitor.open(`${path}?${name}=${encodeURIComponent(text)}`);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(`“${text}”: `)]);
    expect((await visitor.follow("Mở danh sách không lọc")).status).toBe(200);
    expect((await visitor.open(`${path}?${name}=`)).status).toBe(200);
  },
);
