/** Corrects (đính chính) one's own acts from the console, one part at a time, with the reason; what was recorded stays readable. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import type { Typed } from "../kit/pages/form.ts";
import { all, attribute, textOf } from "../kit/pages/html.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { eventsOf, settleOffices } from "../kit/api/office-world.ts";
import { type Page, Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let intake: string;
let opened: OpenedCase;
let sent: string;
let officer: Visitor;

const document = (day: string) => ({ day, source: "document" });

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  intake = await job.openIntake();
  officer = await Visitor.signedIn(api, "agency-officer");
});
beforeEach(async () => {
  opened = await job.openCase(intake);
  sent = await recorded("agency-officer", { sentOn: document("2026-09-21") });
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

async function recorded(who: string, days: object): Promise<string> {
  const subject = { kind: "decision", id: opened.decision };
  const body = { on: { case: opened.case }, type: "decision-sent-to-procuracy", subject, days };
  const [event] = eventsOf(await job.record(who, "/v1/acts", body));
  return String(event?.data["act"]);
}

function path(act: string, field: string): string {
  return `/console/cases/${opened.case}/acts/${act}/${field}`;
}

async function correct(act: string, field: string, typed: Typed): Promise<Page> {
  await officer.open(path(act, field));
  await officer.press("Xem trước điều sẽ ghi", { ...typed, "Lý do": "ghi nhầm" });
  return officer.press("Ghi đính chính vào nhật ký");
}

function corrections({ root }: Page): readonly string[] {
  return all(root, "li")
    .filter((item) => all(item, "del").length > 0)
    .map(textOf);
}

describe("a correction", () => {
  test("a correction begins on the case with what was recorded, and the case then shows both", async () => {
    await officer.open(`/console/cases/${opened.case}`);
    await officer.follow("Đính chính mục đã ghi");
    const link = all(officer.page.root, "a").find((each) => attribute(each, "href") === path(sent, "sentOn"));
    expect(link && attribute(link, "aria-label")).toBe(
      "ngày gửi của hành vi 2. gửi quyết định cho Viện kiểm sát, ngày 21/09/2026",
    );
    expect((await officer.open(path(sent, "sentOn"))).html).toContain('value="21/09/2026"');
    const page = await correct(sent, "sentOn", { "Ngày gửi đúng": "09/09/2026" });
    expect([page.path, corrections(page)]).toEqual([
      `/console/cases/${opened.case}`,
      [expect.stringContaining("ngày gửi: 21/09/2026 (tài liệu) → 09/09/2026 (tài liệu). Lý do: ghi nhầm")],
    ]);
  });

  test("a correction of codes, or of what an act answers, is shown in words", async () => {
    const coded = await correct(opened.act, "traits", { "Thông báo": "chưa thông báo để tránh tẩu tán tài sản" });
    expect(corrections(coded)[0]).toContain(
      "loại quyết định: thi hành án → loại quyết định: thi hành án; thông báo: chưa thông báo để tránh tẩu tán tài sản",
    );
    const answered = await correct(sent, "answers", {
      "Hành vi được trả lời đúng": [
        "1. ra quyết định về thi hành án, loại quyết định: thi hành án, thông báo: chưa thông báo để tránh tẩu tán tài sản, ngày 07/09/2026",
      ],
    });
    expect(corrections(answered)[1]).toContain("không có → ra quyết định về thi hành án");
  });

  test.each<readonly [string, string, Typed, string]>([
    ["without a reason", "sentOn", { "Ngày gửi đúng": "09/09/2026" }, "Lý do"],
    ["to the day that was recorded", "sentOn", { "Lý do": "nhầm" }, "ngày gửi đúng"],
    ["to a day in the future", "sentOn", { "Ngày gửi đúng": "01/01/2199", "Lý do": "nhầm" }, "ngày gửi đúng"],
    ["that leaves no day", "sentOn", { "Ngày gửi đúng": "", "Lý do": "nhầm" }, "ngày gửi đúng"],
  ])("a correction %s is refused by the name of its input", async (_, field, typed, label) => {
    const before = await api.events();
    await officer.open(path(sent, field));
    const page = await officer.press("Xem trước điều sẽ ghi", typed);
    const summary = all(page.root, "section").find((each) => attribute(each, "role") === "alert");
    expect([page.status, summary && all(summary, "a").map(textOf), await api.events()]).toEqual([422, [label], before]);
  });

  test("each side corrects its own acts: the procurator those that the procuracy received, and no others", async () => {
    const received = await recorded("procurator", { receivedOn: document("2026-09-25") });
    const procurator = await Visitor.signedIn(api, "procurator");
    const page = await procurator.open(`/console/cases/${opened.case}/corrections`);
    const acts = new Set(
      all(page.root, "a").flatMap((link) => /acts\/([0-9a-f]{32})/.exec(attribute(link, "href") ?? "")?.[1] ?? []),
    );
    expect(acts).toEqual(new Set([received]));
    expect((await procurator.open(path(sent, "sentOn"))).status).toBe(403);
    expect((await officer.open(path(received, "receivedOn"))).status).toBe(403);
    const auditor = await Visitor.signedIn(api, "auditor");
    expect((await auditor.open(`/console/cases/${opened.case}/corrections`)).status).toBe(403);
  });

  test.each(["happenedOn", "nothing", "traits"])("an act without %s has no form to correct it", async (field) => {
    expect((await officer.open(path(sent, field))).status).toBe(404);
  });
});
