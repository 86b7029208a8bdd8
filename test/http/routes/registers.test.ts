/**
 * A statistical report closed late, over the API: the agency records it in its register, it is detected, confirmed, and
 * seen in the console.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../../kit/api/api.ts";
import { MainJob } from "../../kit/api/main-job.ts";
import { eventsOf, idOf, settleOffices } from "../../kit/api/office-world.ts";
import { Visitor } from "../../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let agency: string;
let register: string;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  ({ agency } = job.world.offices);
  const opened = await job.record("agency-officer", "/v1/registers", { office: agency, openedOn: "2026-01-05" });
  register = idOf(opened, "register-opened", "register");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

async function act(body: object): Promise<{ readonly act: string; readonly subject: { readonly id: string } }> {
  const [event] = eventsOf(await job.record("agency-officer", "/v1/acts", { on: { register }, ...body }));
  return event?.data as ReturnType<typeof act> extends Promise<infer Act> ? Act : never;
}

const on = (day: string) => ({ days: { happenedOn: { day, source: "document" } } });

test("of two reports only the one that was closed late is a detection against the agency", async () => {
  const late = await act({ type: "reporting-period-ended", ...on("2026-03-31") });
  const inTime = await act({ type: "reporting-period-ended", ...on("2026-03-31") });
  for (const [of, day] of [[late, "2026-04-05"] as const, [inTime, "2026-04-01"] as const])
    await act({ type: "figures-closed", subject: { kind: "report", id: of.subject.id }, ...on(day) });
  const { items } = await job.read("procurator", `/v1/detections?office=${agency}&rule=STAT_CLOSE`);
  const deadline = `STAT_CLOSE/${late.act}/${late.subject.id}`;
  expect(items).toMatchObject([{ key: deadline, stream: `register/${register}`, state: "late", daysLate: 4 }]);
  const { items: owed } = await job.read("agency-officer", `/v1/registers/${register}/obligations`);
  expect(owed).toMatchObject([{ state: "late" }, { state: "met" }]);
  const detections = [{ about: { kind: "register", id: register }, deadline }];
  await job.record("procurator", "/v1/findings", { detections });
  const findings = await job.read("procurator", `/v1/findings?office=${agency}&about=register/${register}`);
  expect(findings["items"]).toMatchObject([{ rule: "STAT_CLOSE", office: agency }]);
});

test("a register is in the list of its office and in the console, and another office sees neither", async () => {
  const list = `/v1/registers?office=${agency}`;
  expect((await job.read("procurator", list))["items"]).toMatchObject([{ key: register, office: agency }]);
  expect((await api.get(list, { as: "other-officer" })).code).toBe("not-permitted");
  const officer = await Visitor.signedIn(api, "agency-officer");
  await officer.open("/console/registers");
  await officer.follow("Cơ quan agency");
  expect(officer.page.text).toContain("chốt số liệu");
  await officer.follow("Ghi hành vi thi hành án");
  expect((await officer.follow("kết thúc kỳ báo cáo thống kê")).status).toBe(200);
  await officer.open("/console/registers");
  await officer.follow("Mở sổ mới");
  await officer.press("Xem trước điều sẽ ghi", { "Ngày mở sổ": "02/02/2026" });
  await officer.press("Mở sổ, ghi vào nhật ký");
  expect(officer.page.text).toContain("02/02/2026");
  const other = await Visitor.signedIn(api, "other-officer");
  expect((await other.open(`/console/registers/${register}`)).status).toBe(403);
});
