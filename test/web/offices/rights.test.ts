/** The page of who may do what, given by whom: for auditors and administrators, by name, and journalled. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../../kit/api/api.ts";
import { agree, type OfficeWorld, settleOffices } from "../../kit/api/office-world.ts";
import { Visitor } from "../../kit/pages/visitor.ts";
import { formatDay } from "../../../src/web/parts/day-text.ts";
import { day } from "../../kit/host/stage.ts";

let api: Api;
let world: OfficeWorld;
let today: string;
beforeAll(async () => {
  api = await Api.start();
  world = await settleOffices(api);
  today = String((await api.get("/v1/me", { as: "auditor" })).body["today"]);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** Every look at names of persons, oldest first. */
async function looks(): Promise<readonly { page: string; person: string; streams: string[] }[]> {
  const all = await api.whole.database
    .selectFrom("access_journal")
    .select(["page", "person", "streams"])
    .orderBy("id")
    .execute();
  return all.filter(({ streams }) => streams.some((stream) => stream.startsWith("person/")));
}

describe("the page of who may do what", () => {
  test("an auditor reads who holds which role where, since when, and by whom, with its entry", async () => {
    const auditor = await Visitor.signedIn(api, "auditor");
    await auditor.follow("Cơ quan");
    await auditor.follow("Ai được làm gì");
    const { text } = auditor.page;
    const date = formatDay(day(today));
    expect(text).toMatch(
      new RegExp(
        `Cơ quan area Người chief-procurator Viện trưởng vai trò trọng yếu ${date} Quản trị danh bạ Quản trị danh bạ thứ hai ${date} \\d\\d:\\d\\d mục \\d+`,
      ),
    );
    expect(text).toMatch(
      new RegExp(`Cơ quan area Người procurator Kiểm sát viên ${date} Quản trị danh bạ ${date} \\d\\d:\\d\\d mục \\d+`),
    );
    expect(text).toContain("Quản trị danh bạ vai trò trọng yếu");
    expect(text).toContain("Hệ thống, khi lập danh bạ");
    expect(text).not.toMatch(/[0-9a-f]{8}/);
  });

  test("the entry of a role is the one that gave it", async () => {
    const items = (await api.get("/v1/directory/rights", { as: "auditor" })).body["items"] as readonly {
      person: string;
      name: string;
      rights: readonly { role: string; entry: { index: number } }[];
    }[];
    expect(items).toHaveLength(16);
    for (const { person, rights } of items) {
      for (const { role, entry } of rights) {
        const { body } = await api.get(`/v1/log/entries?start=${entry.index}`, { as: "auditor" });
        const event = { type: "role-granted", stream: `person/${person}`, data: { role } };
        expect(body["items"] ?? body["entries"]).toMatchObject([{ entry: { event } }]);
      }
    }
  });

  test("a role that ended today is no longer listed, and one that two gave later names both", async () => {
    const person = world.people["council-reader"];
    const office = world.offices.council;
    await agree(api, { do: "grant-role", person, office, role: "auditor" });
    const path = `/v1/people/${person}/roles/end`;
    await api.post(path, { as: "administrator", body: { office, role: "council-reader", endedOn: today } });
    const administrator = await Visitor.signedIn(api, "administrator");
    await administrator.open("/console/rights");
    expect(administrator.page.text).toContain("Cơ quan council Người council-reader Người kiểm tra nhật ký");
    expect(administrator.page.text).not.toContain("Đại biểu Hội đồng nhân dân");
  });

  test("the names that are shown are one look in the journal, in the name of the reader", async () => {
    const before = (await looks()).length;
    const auditor = await Visitor.signedIn(api, "auditor");
    await auditor.open("/console/rights");
    const [look, ...others] = (await looks()).slice(before);
    expect(others).toEqual([]);
    expect([look?.page, look?.person]).toEqual(["GET /console/rights", world.people["auditor"]]);
    const items = (await api.get("/v1/directory/rights", { as: "auditor" })).body["items"] as { person: string }[];
    expect(look?.streams.toSorted()).toEqual(items.map(({ person }) => `person/${person}`).toSorted());
  });

  test("nobody else reads it, and no look is noted", async () => {
    const before = await looks();
    for (const subject of ["procurator", "agency-head", "law-keeper", "importer"]) {
      const visitor = await Visitor.signedIn(api, subject);
      expect((await visitor.open("/console/rights")).status).toBe(403);
    }
    expect(await looks()).toEqual(before);
  });
});

describe("the page of users", () => {
  test("an administrator reads each person by name, and the names are one look in the journal", async () => {
    const before = (await looks()).length;
    const administrator = await Visitor.signedIn(api, "administrator");
    await administrator.follow("Người dùng");
    const { text } = administrator.page;
    expect(text).toContain("Người chief-procurator Viện trưởng, Cơ quan area");
    expect(text).not.toMatch(/họ tên được che/);
    const [look, ...others] = (await looks()).slice(before);
    expect(others).toEqual([]);
    expect([look?.page, look?.streams.length]).toEqual(["GET /console/people", 16]);
  });
});
