/**
 * A day earlier than its recording is shown as recorded late by so many days, in lists, files and pages
 * (src/README.md#whose-word-a-day-is).
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { daysBetween } from "../../src/base/day.ts";
import { Api } from "../kit/api/api.ts";
import type { Fields } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { day } from "../kit/host/stage.ts";
import { todayOf } from "../kit/host/story.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;
/** Returns how many days late the decision of 7 September and its sending on the 9th were recorded today. */
let late: readonly [decided: number, sent: number];

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  const sent = { on: { case: opened.case }, type: "decision-sent-to-procuracy", answers: [opened.act] };
  const about = { kind: "decision", id: opened.decision };
  const days = { sentOn: { day: "2026-09-09", source: "stated" } };
  await job.record("agency-officer", "/v1/acts", { ...sent, subject: about, days });
  const today = await todayOf(api.whole.host);
  late = [daysBetween(day("2026-09-07"), today), daysBetween(day("2026-09-09"), today)];
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const asSent = (items: unknown) => (items as Fields[]).filter(({ rule }) => rule === "SEND_DECISION_VKS");

test("an act is in time by a statement made after its due day: the list and the file say so", async () => {
  const said = {
    state: "met",
    startSource: "document",
    startRecordedLate: late[0],
    metOn: "2026-09-09",
    metSource: "stated",
    metRecordedLate: late[1],
  };
  const list = `/v1/detections?office=${job.world.offices.agency}&state=all&rule=SEND_DECISION_VKS`;
  expect(asSent((await job.read("procurator", list))["items"])).toMatchObject([said]);
  expect(asSent((await job.read("procurator", `/v1/cases/${opened.case}/obligations`))["items"])).toMatchObject([said]);
});

test("an act that is not done yet shows how late its starting day was recorded", async () => {
  const { items } = await job.read("procurator", `/v1/detections?office=${job.world.offices.agency}`);
  const open = (items as Fields[]).find(({ startedOn }) => startedOn === "2026-09-07");
  expect(open).toMatchObject({ state: "missed", startRecordedLate: late[0] });
  expect(open).not.toHaveProperty("metRecordedLate");
});

test("the procurator sees both delays on the file, and that of the starting day in the list of detections", async () => {
  const visitor = await Visitor.signedIn(api, "procurator");
  const file = await visitor.open(`/console/cases/${opened.case}`);
  expect(file.text).toMatch(
    new RegExp(`mốc tính ghi muộn ${late[0]} ngày.*09/09/2026 ?ngày làm ghi muộn ${late[1]} ngày`),
  );
  expect((await visitor.open("/console/detections")).text).toContain(`mốc tính ghi muộn ${late[0]} ngày`);
});

test("an act that was done late shows how late it was done, not how long ago it was due", async () => {
  const late = await job.openCase(await job.openIntake("17/2026/DS-ST"));
  await job.record("agency-officer", "/v1/acts", {
    on: { case: late.case },
    type: "decision-sent-to-procuracy",
    subject: { kind: "decision", id: late.decision },
    days: { sentOn: { day: "2026-09-15", source: "stated" } },
  });
  const { text } = await (await Visitor.signedIn(api, "procurator")).open(`/console/cases/${late.case}`);
  // Due on Thursday 10 September, sent on Tuesday the 15th.
  expect(text).toMatch(/chậm 3 ngày làm việc/);
  expect(text).not.toMatch(/quá 3 ngày làm việc/);
});

test("the list shows that a day was imported, and the page does not call it late", async () => {
  const imported = { day: "2026-09-14", source: "import" };
  const intake = await job.openIntake("16/2026/DS-ST");
  const body = { intake, decidedOn: imported, parties: [{ side: "debtor" }, { side: "debtor" }], assets: [] };
  await job.record("importer", "/v1/cases", body);
  const list = `/v1/detections?office=${job.world.offices.agency}&since=2026-09-15&rule=SEND_DECISION_VKS`;
  const [found] = asSent((await job.read("procurator", list))["items"]);
  expect(found).toMatchObject({ startSource: "import", startRecordedLate: late[0] - 7 });
  const { text } = await (await Visitor.signedIn(api, "procurator")).open("/console/detections?since=15/09/2026");
  expect(text).not.toContain(`ghi muộn ${late[0] - 7} ngày`);
});
