/** A protest at the console: out of time it is refused with the rule and the last day; in time it is disputed to a binding answer. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { all, attribute, textOf } from "../kit/pages/html.ts";
import { MainJob, type SigningKey } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";
import { signDetached } from "../../scripts/sign.ts";

let api: Api;
let job: MainJob;
let key: SigningKey;
let procurator: Visitor;
let chief: Visitor;
let head: Visitor;
let findings: readonly string[];

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  findings = [
    await job.confirmFinding(await job.openCase(intake)),
    await job.confirmFinding(await job.openCase(intake)),
  ];
  for (const finding of findings)
    await job.record("procurator", `/v1/findings/${finding}/assessments`, { seriousness: "serious" });
  key = await job.registerKey();
  [procurator, chief, head] = [
    await Visitor.signedIn(api, "procurator"),
    await Visitor.signedIn(api, "chief-procurator"),
    await Visitor.signedIn(api, "agency-head"),
  ];
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** Drafts a protest from the list of findings, and returns its id. */
async function draft(finding: string, groundOn: string): Promise<string> {
  await procurator.open("/console/findings");
  const box = all(procurator.page.root, "input").find((input) => attribute(input, "value") === finding);
  await procurator.press("Soạn văn bản từ các vi phạm đã chọn", {
    [(box && attribute(box, "aria-label")) ?? ""]: true,
  });
  expect(procurator.page.text).toContain("Đề xuất theo mức độ: kháng nghị");
  await procurator.press("Xem trước điều sẽ ghi", {
    "Ngày căn cứ kháng nghị": groundOn,
    "Nguồn của ngày: ngày căn cứ kháng nghị": "theo tài liệu",
    "Yêu cầu khắc phục": "Gửi quyết định",
    "Nội dung chung của văn bản": "Không gửi quyết định cho Viện kiểm sát",
  });
  await procurator.press("Ghi dự thảo vào nhật ký");
  return procurator.page.path.split("/").at(-1) ?? "";
}

async function sign(instrument: string): Promise<void> {
  await chief.open(`/console/instruments/${instrument}/sign`);
  const [payload] = all(chief.page.root, "details").flatMap((details) => all(details, "pre"));
  await chief.press("Xem trước điều sẽ ghi", {
    "Chữ ký": await signDetached(payload === undefined ? "" : textOf(payload), key.jwk),
  });
}

function daysAgo(days: number): string {
  const [year, month, day] = new Date(Date.now() - days * 86_400_000 + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return `${day}/${month}/${year}`;
}

describe("a protest out of time", () => {
  test("a protest out of time is refused when it is signed, with the rule, the article and the last day (law 106/2025 Art.112(2))", async () => {
    const instrument = await draft(findings[0] ?? "", daysAgo(60));
    const before = await api.events();
    await sign(instrument);
    expect(chief.page.status).toBe(422);
    expect(chief.page.text).toContain("Đã hết thời hạn kháng nghị");
    expect(chief.page.text).toMatch(/Quy tắc \p{L}[^()]* .*106\/2025\/QH15/u);
    expect(chief.page.text).toMatch(/Ngày cuối cùng \d\d\/\d\d\/2026/);
    expect(await api.events()).toBe(before);
  });

  test("a discarded draft frees its findings", async () => {
    await procurator.follow("Hủy dự thảo");
    await procurator.press("Hủy dự thảo, ghi vào nhật ký");
    expect(procurator.page.text).toContain("đã hủy dự thảo");
    await procurator.open("/console/findings");
    expect(procurator.page.html).toContain(`value="${findings[0]}"`);
  });
});

describe("a protest in time", () => {
  let path: string;

  test("a protest refuses another person's signature, and takes the right one", async () => {
    const instrument = await draft(findings[1] ?? "", daysAgo(3));
    path = `/console/instruments/${instrument}`;
    expect(procurator.page.text).toMatch(/kháng nghị: \d\d\/\d\d\/\d{4} còn \d+ ngày làm việc Vì sao\?/);
    // The desk names the procuracy's own time limit by the file that the draft is about and the article, and links to
    // its reasons.
    expect((await procurator.open("/console/today")).text).toMatch(
      /Kháng nghị \(dự thảo\) hồ sơ 121\/QĐ-CCTHADS Viện kiểm sát khu vực, cấp tỉnh kháng nghị khoản 2 Điều 112 .*106\/2025\/QH15; vì sao\?/,
    );
    await procurator.follow("vì sao?");
    expect(procurator.page.path).toBe(path);
    await chief.open(`${path}/sign`);
    await chief.press("Xem trước điều sẽ ghi", { "Chữ ký": await signDetached("something else", key.jwk) });
    expect(chief.page.text).toContain("Chữ ký không đúng");
    await sign(instrument);
    await chief.press("Ban hành, ghi vào nhật ký");
    expect(chief.page.text).toMatch(
      /hạn kháng nghị \d\d\/\d\d\/2026: trong hạn \(quy tắc PROTEST_AREA_PROVINCE, bản L2025\)/,
    );
  });

  test("a protest sent by post is received on the day that the addressee states", async () => {
    await procurator.open(`${path}/serve`);
    await procurator.press("Xem trước điều sẽ ghi", { "Cách tống đạt": "qua bưu điện" });
    await procurator.press("Ghi việc tống đạt vào nhật ký");
    await head.open("/console/inbox");
    await head.follow(/^Kháng nghị 01\/QĐ-VKS$/);
    await head.follow("Ghi ngày nhận");
    await head.press("Xem trước điều sẽ ghi", { "Ngày nhận": "31/02/2026" });
    expect(head.page.text).toContain("viết ngày có thật dạng dd/mm/yyyy");
    expect(head.page.html).toContain('value="31/02/2026"');
    await head.press("Xem trước điều sẽ ghi", { "Ngày nhận": "" });
    await head.press("Ghi ngày nhận vào nhật ký");
    expect(head.page.text).toContain("đã nhận, đang thực hiện");
  });

  test("an addressee contests a day: the clock is flagged and runs on", async () => {
    await head.follow("Phản đối một ngày");
    await head.press("Xem trước điều sẽ ghi", {
      "Ngày bị phản đối": "ngày gửi",
      "Ngày đúng": daysAgo(1),
      "Lý do": "Dấu bưu điện khác",
    });
    await head.press("Ghi phản đối vào nhật ký");
    expect(head.page.text).toContain("Có ngày bị phản đối");
    expect(head.page.text).toContain("“Dấu bưu điện khác”");
  });

  test("a protest is disputed, maintained, reported to the authority above, and bound by its answer", async () => {
    await head.follow("Đề nghị xem xét lại");
    await head.press("Xem trước điều sẽ ghi", { "Lý do": "Đã gửi quyết định" });
    await head.press("Ghi đề nghị vào nhật ký");
    // The desk names the clocks of both sides by the number of the instrument and the article.
    const desk = (await procurator.open("/console/today")).text;
    expect(desk).toMatch(
      /Thời hạn của chính Viện kiểm sát .*Kháng nghị 01\/QĐ-VKS\s*Viện kiểm sát trả lời đề nghị xem xét lại kháng nghị\s*khoản 2 Điều 113 /,
    );
    expect(desk).toMatch(
      /Cơ quan phải trả lời, khắc phục .*Kháng nghị 01\/QĐ-VKS\s*Trả lời kháng nghị\s*khoản 1 Điều 113 /,
    );
    await chief.open(path);
    await chief.follow("Trả lời đề nghị xem xét lại");
    await chief.press("Xem trước điều sẽ ghi", { "Kết quả": "giữ nguyên kháng nghị" });
    await chief.press("Ghi trả lời vào nhật ký");
    await head.open(`${path}/report`);
    await head.press("Xem trước điều sẽ ghi", { "Nơi báo cáo": "Cơ quan management" });
    await head.press("Ghi báo cáo vào nhật ký");
    const management = await Visitor.signedIn(api, "management-agency");
    // The authority was sent nothing else: its inbox shows the dispute that was reported to it, its due day and why.
    expect(management.page.path).toBe("/console/inbox");
    expect(management.page.text).toMatch(/Kháng nghị 01\/QĐ-VKS .*trả lời .* Vì sao\?.*khoản 2 Điều 113 /);
    expect((await management.open("/console/instruments")).text).toContain("Kháng nghị 01/QĐ-VKS");
    await management.follow("Kháng nghị 01/QĐ-VKS");
    await management.follow("Trả lời có hiệu lực bắt buộc");
    await management.press("Xem trước điều sẽ ghi", { "Kết quả": "không chấp nhận kháng nghị" });
    await management.press("Ghi trả lời vào nhật ký");
    expect(management.page.text).toContain("1/1 đã giải quyết xong");
  });

  test("only the chief of the Supreme Procuracy asks the Minister, and records the answer", async () => {
    expect((await chief.open(path)).text).not.toContain("Yêu cầu Bộ trưởng xem xét lại");
    const supreme = await Visitor.signedIn(api, "supreme-chief");
    await supreme.open(path);
    await supreme.follow("Yêu cầu Bộ trưởng xem xét lại");
    await supreme.press("Xem trước điều sẽ ghi", { "Lý do": "Trả lời không có căn cứ" });
    await supreme.press("Ghi yêu cầu vào nhật ký");
    expect(supreme.page.text).toContain("0/1 đã giải quyết xong");
    expect(supreme.page.text).toContain("Bộ trưởng xem xét, trả lời");
    expect((await supreme.open("/console/today")).text).toMatch(
      /Đang chờ Bộ trưởng trả lời .*Kháng nghị 01\/QĐ-VKS Bộ trưởng xem xét, trả lời.* khoản 3 Điều 113 .*Bộ trưởng \d\d\/\d\d\/\d{4}/,
    );
    expect((await chief.open("/console/today")).text).not.toContain("Đang chờ Bộ trưởng");
    await supreme.follow("Kháng nghị 01/QĐ-VKS");
    await supreme.follow("Ghi trả lời của Bộ trưởng");
    await supreme.press("Xem trước điều sẽ ghi", { "Kết quả": "kháng nghị đúng, phải thực hiện" });
    await supreme.press("Ghi trả lời vào nhật ký");
    expect(supreme.page.text).toContain("thực hiện kháng nghị");
    expect((await supreme.open("/console/today")).text).not.toContain("Đang chờ Bộ trưởng");
  });

  test("the page shows the whole course: each step with its day, its outcome and its log entry", async () => {
    const [, course = ""] = (await chief.open(path)).text.split("Diễn biến");
    const day = String.raw`\d\d/\d\d/\d{4}`;
    const steps = [
      `Ban hành văn bản: ${day}; 01/QĐ-VKS`,
      `Tống đạt văn bản: ${day} \\(.*?\\); qua bưu điện`,
      `Nhận văn bản: ${day}`,
      `Đề nghị xem xét lại kháng nghị: ${day}`,
      `Trả lời đề nghị xem xét lại: ${day} \\(.*?\\); giữ nguyên kháng nghị`,
      `Báo cáo cấp trên: ${day} \\(.*?\\); Cơ quan management`,
      `Trả lời của cơ quan quản lý cấp trên: ${day} \\(.*?\\); không chấp nhận kháng nghị`,
      `Yêu cầu Bộ trưởng xem xét lại: ${day}`,
      `Trả lời của Bộ trưởng: ${day} \\(.*?\\); kháng nghị đúng, phải thực hiện`,
    ];
    expect(course).toMatch(new RegExp(steps.map((step) => `${step}.*? · ghi ${day} .*? · mục \\d+ .*?`).join("")));
  });
});
