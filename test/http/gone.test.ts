/** A detection gone by correction stays on the list in the API and on the screens, whether or not it was judged. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditWhole } from "../kit/host/check-log.ts";
import { Api } from "../kit/api/api.ts";
import type { Fields } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { eventsOf, settleOffices } from "../kit/api/office-world.ts";
import { tamper } from "../kit/postgres/tampering.ts";
import { Visitor } from "../kit/pages/visitor.ts";

type SentLate = OpenedCase & { readonly sent: string };

let api: Api;
let job: MainJob;
/** Two files whose late sending was corrected; in one of them it was confirmed before. */
let files: readonly [confirmed: SentLate, other: SentLate];
let finding: string;
let corrections: readonly number[];

const document = (day: string) => ({ day, source: "document" });

/** Decided on 7 September, due at the procuracy on the 10th, sent on the 21st. */
async function sentLate(): Promise<SentLate> {
  const opened = await job.openCase(await job.openIntake());
  const subject = { kind: "decision", id: opened.decision };
  const act = { on: { case: opened.case }, type: "decision-sent-to-procuracy", subject };
  const reply = await job.record("agency-officer", "/v1/acts", { ...act, days: { sentOn: document("2026-09-21") } });
  return { ...opened, sent: String(eventsOf(reply)[0]?.data["act"]) };
}

async function correct(file: string, act: string, sentOn: string): Promise<number> {
  const body = { on: { case: file }, field: "sentOn", after: document(sentOn), reason: "ghi nhầm ngày" };
  const reply = await job.record("agency-officer", `/v1/acts/${act}/corrections`, body);
  return eventsOf(reply)[0]?.index ?? -1;
}

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  const [one, two] = [await sentLate(), await sentLate()];
  files = [one, two];
  finding = await job.confirmFinding(one);
  corrections = [await correct(one.case, one.sent, "2026-09-09"), await correct(two.case, two.sent, "2026-09-08")];
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const list = async (query: string): Promise<readonly Fields[]> => {
  const { items } = await job.read("procurator", `/v1/detections?office=${job.world.offices.agency}&${query}`);
  return items as Fields[];
};
const keyOf = ({ act, decision }: OpenedCase): string => `SEND_DECISION_VKS/${act}/${decision}`;
const reading = (state: string, metOn: string) => ({ state, dueOn: "2026-09-10", metOn });

describe("GET /v1/detections?state=gone", () => {
  test("the list of gone detections holds each with the entry of the correction and both readings", async () => {
    const rule = "rule=SEND_DECISION_VKS";
    expect(await list(rule)).toEqual([]);
    const gone = (await list(`state=gone&${rule}`)).toSorted((a, b) => Number(b["judged"]) - Number(a["judged"]));
    expect(gone).toMatchObject(
      files.map((file, i) => ({
        key: keyOf(file),
        stream: `case/${file.case}`,
        state: "gone",
        weight: "violation",
        office: job.world.offices.agency,
        judged: i === 0,
        before: reading("late", "2026-09-21"),
        after: reading("met", i === 0 ? "2026-09-09" : "2026-09-08"),
        correction: { field: "sentOn", index: corrections[i] },
      })),
    );
  });

  test("whether one was judged is not told to the accused before the finding is handed over", async () => {
    const path = `/v1/detections?office=${job.world.offices.agency}&state=gone&rule=SEND_DECISION_VKS`;
    for (const as of ["agency-officer", "management-agency"]) {
      const { items } = await job.read(as, path);
      expect((items as Fields[]).map(({ judged }) => judged)).toEqual([false, false]);
    }
  });

  test("the list of gone detections comes in pages, and can be filtered by rule, weight and first day", async () => {
    const [first, second] = await list("state=gone&rule=SEND_DECISION_VKS");
    expect(await list("state=gone&rule=SEND_DECISION_VKS&limit=1")).toEqual([first]);
    const after = encodeURIComponent(`2026-09-10~${String(first?.["key"])}`);
    expect(await list(`state=gone&rule=SEND_DECISION_VKS&after=${after}`)).toEqual([second]);
    expect(await list("state=gone&rule=SEND_DECISION_VKS&since=2026-09-11")).toEqual([]);
    expect(await list("state=gone&rule=SEND_DECISION_VKS&weight=hint")).toEqual([]);
    expect(await list("state=gone&rule=NOTIFY_PARTIES")).toEqual([]);
  });

  test("a procuracy that does not supervise the office may not see its gone detections", async () => {
    const path = `/v1/detections?state=gone&office=${job.world.offices.agency}`;
    expect((await api.get(path, { as: "foreign-procurator" })).code).toBe("not-permitted");
  });
});

test("the file shows a gone breach with the explanation of both readings, and its finding stays", async () => {
  for (const path of ["", "/obligations"]) {
    const page = await job.read("procurator", `/v1/cases/${files[0].case}${path}`);
    expect(page["gone"]).toMatchObject([
      {
        before: { key: keyOf(files[0]), state: "late", explanation: { value: { dueOn: "2026-09-10" } } },
        after: { key: keyOf(files[0]), state: "met" },
        correction: { field: "sentOn", index: corrections[0] },
      },
    ]);
  }
  expect(await job.read("procurator", `/v1/findings/${finding}`)).toMatchObject({ status: "confirmed" });
});

test("a procurator sees a gone breach on the list, in the file and at the finding", async () => {
  const visitor = await Visitor.signedIn(api, "procurator");
  const late =
    /chậm 7 ngày làm việc ?hạn 10\/09\/2026; làm ngày 21\/09\/2026.*đúng hạn ?hạn 10\/09\/2026; làm ngày 09\/09\/2026/;
  await visitor.open("/console/detections");
  const all = await visitor.follow("Xem phát hiện hết do đính chính");
  expect(all.text).toMatch(late);
  expect(all.text).toContain(`mục ${corrections[0]}`);
  const file = await visitor.open(`/console/cases/${files[0].case}`);
  expect(file.text).toMatch(late);
  expect(file.text).toMatch(/Phát hiện hết do đính chính.*đã xác nhận vi phạm/);
  const found = await visitor.open(`/console/findings/${finding}`);
  expect(found.text).toContain(`mục ${corrections[0]}: cách đọc trước và sau`);
});

test("a correction that brings the breach back puts it on the list of breaches again", async () => {
  const [, other] = files;
  await correct(other.case, other.sent, "2026-09-14");
  expect((await list("state=gone&rule=SEND_DECISION_VKS")).map(({ key }) => key)).toEqual([keyOf(files[0])]);
  expect(await list("rule=SEND_DECISION_VKS")).toMatchObject([
    { key: keyOf(other), state: "late", metOn: "2026-09-14" },
  ]);
});

test("the audit recomputes the list, and names a row that was changed or taken away", async () => {
  const faults = async () => (await auditWhole(api.whole)).faults;
  await tamper(api.server, "update view.gone set met_on_after = '2026-09-01'");
  expect(await faults()).toEqual([{ code: "row-differs", at: `gone ${keyOf(files[0])}` }]);
  await tamper(api.server, "create table kept as select * from view.gone", "delete from view.gone");
  expect(await faults()).toEqual([{ code: "row-missing", at: `gone ${keyOf(files[0])}` }]);
  await tamper(
    api.server,
    "insert into view.gone select * from kept",
    "update view.gone set met_on_after = '2026-09-09'",
  );
});
