/** The rules of every form: an act is recorded once however often it is sent, nothing typed is lost, and typed markup is text. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signDetached } from "../../scripts/sign.ts";
import { Api } from "../kit/api/api.ts";
import { all, attribute, textOf } from "../kit/pages/html.ts";
import { MainJob, type OpenedCase, type SigningKey } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { consoleOf, type Page, Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let intake: string;
let opened: OpenedCase;
let procurator: Visitor;
let signing: SigningKey;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  intake = await job.openIntake();
  procurator = await Visitor.signedIn(api, "procurator");
  signing = await job.registerKey();
});
beforeEach(async () => {
  opened = await job.openCase(intake);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

function detection(): string {
  return `case/${opened.case}/SEND_DECISION_VKS/${opened.act}/${opened.decision}`;
}

/** Serves an instrument with two findings on the agency. */
async function served(): Promise<string> {
  const findings = [await job.confirmFinding(opened), await job.confirmFinding(await job.openCase(intake))];
  const instrument = await job.draft(findings);
  await job.issueAndServe(instrument, signing);
  return instrument;
}

/** Returns the text of a page without its head, which says what time it is. */
function mainText({ root }: Page): string {
  return all(root, "main").map(textOf).join(" ");
}

/** Sends fields as the procurator's browser would, without a page that has them. */
async function send(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const cookie = [...procurator.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const sent = { cookie, origin: "http://127.0.0.1", "content-type": "application/x-www-form-urlencoded", ...headers };
  return consoleOf(api).request(`http://127.0.0.1${path}`, {
    method: "POST",
    headers: sent,
    body: new URLSearchParams(fields).toString(),
  });
}

const key = "00112233445566778899aabbccddeeff";

describe("an act that is sent twice", () => {
  test("an act that is sent twice is recorded once, and answers the same both times", async () => {
    const fields = { detections: detection(), step: "record", "idempotency-key": key };
    const before = await api.events();
    const first = await send("/console/judge/confirm", fields);
    const second = await send("/console/judge/confirm", fields);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(await api.events()).toBe(before + 1);
  });

  test("an act sent again with other contents is refused, and the form keeps what was typed", async () => {
    await send("/console/judge/confirm", {
      detections: detection(),
      step: "record",
      "idempotency-key": key.replace("0", "f"),
    });
    const other = await send("/console/judge/confirm", {
      detections: detection(),
      "detections.note": "khác đi",
      step: "record",
      "idempotency-key": key.replace("0", "f"),
    });
    expect(other.status).toBe(409);
    const html = await other.text();
    expect(html).toContain("Yêu cầu này đã được gửi với nội dung khác");
    expect(html).toContain("khác đi");
  });
});

describe("an act on an instrument", () => {
  test("an act on an instrument is recorded as it was previewed, or refused if the instrument has moved since", async () => {
    const instrument = await served();
    const [first, second] = [await Visitor.signedIn(api, "agency-head"), await Visitor.signedIn(api, "agency-officer")];
    const claim = { "Mô tả việc khắc phục": "Đã gửi", "tất cả 2 vi phạm": true } as const;
    for (const visitor of [first, second]) {
      await visitor.open(`/console/instruments/${instrument}/claim`);
      await visitor.press("Xem trước điều sẽ ghi", claim);
    }
    await first.press("Ghi báo cáo khắc phục vào nhật ký");
    await second.press("Ghi báo cáo khắc phục vào nhật ký");
    expect(second.page.status).toBe(409);
    expect(second.page.text).toContain("Người khác vừa ghi vào cùng hồ sơ");
    expect(second.page.html).toContain("Đã gửi");
  });

  test("an act on all findings names the same findings when it is sent twice", async () => {
    const instrument = await served();
    const officer = await Visitor.signedIn(api, "agency-officer");
    await officer.open(`/console/instruments/${instrument}/claim`);
    await officer.press("Xem trước điều sẽ ghi", { "Mô tả việc khắc phục": "Đã gửi", "tất cả 2 vi phạm": true });
    const preview = officer.page;
    await officer.press("Ghi báo cáo khắc phục vào nhật ký");
    const first = mainText(officer.page);
    const before = await api.events();
    expect(mainText(await officer.again(preview, "Ghi báo cáo khắc phục vào nhật ký"))).toBe(first);
    expect(await api.events()).toBe(before);
  });

  test("a signature that is sent twice gets the same answer both times", async () => {
    const draft = await job.draft([await job.confirmFinding(opened)]);
    const chief = await Visitor.signedIn(api, "chief-procurator");
    await chief.open(`/console/instruments/${draft}/sign`);
    const [payload] = all(chief.page.root, "details").flatMap((details) => all(details, "pre"));
    await chief.press("Xem trước điều sẽ ghi", {
      "Chữ ký": await signDetached(payload === undefined ? "" : textOf(payload), signing.jwk),
    });
    const preview = chief.page;
    const first = mainText(await chief.press("Ban hành, ghi vào nhật ký"));
    expect(mainText(await chief.again(preview, "Ban hành, ghi vào nhật ký"))).toBe(first);
  });
});

describe("what is typed", () => {
  test("typed markup is shown as text", async () => {
    const typed = `<script>alert("1")</script>&amp;'`;
    await procurator.open(`/console/judge/dismiss?detection=${encodeURIComponent(detection())}`);
    await procurator.press("Xem trước điều sẽ ghi", { "Lý do": "lý do khác (ghi rõ)", "Nói rõ thêm": typed });
    expect(procurator.page.text).toContain(typed);
    await procurator.press("Bác, ghi vào nhật ký");
    await procurator.open("/console/findings?status=dismissed");
    await procurator.follow("gửi quyết định về thi hành án cho Viện kiểm sát");
    expect(procurator.page.text).toContain(typed);
  });

  test("typed text is put in Unicode NFC, whatever the keyboard sends", async () => {
    await procurator.open(`/console/judge/dismiss?detection=${encodeURIComponent(detection())}`);
    await procurator.press("Xem trước điều sẽ ghi", {
      "Lý do": "lý do khác (ghi rõ)",
      "Nói rõ thêm": "Đã gửi".normalize("NFD"),
    });
    expect(procurator.page.status).toBe(200);
    expect(procurator.page.text).toContain("Đã gửi".normalize("NFC"));
  });

  test("typed text is still there on the way back from the preview", async () => {
    await procurator.open(`/console/judge/dismiss?detection=${encodeURIComponent(detection())}`);
    await procurator.press("Xem trước điều sẽ ghi", {
      "Lý do": "dữ liệu ghi sai",
      "Nói rõ thêm": "ngày nhận ghi nhầm",
    });
    const page = await procurator.press("Sửa lại");
    expect(page.html).toContain("ngày nhận ghi nhầm");
    const ticked = all(page.root, "input").filter((input) => input.attributes.has("checked"));
    expect(ticked.map((input) => attribute(input, "value"))).toEqual(["data-error"]);
  });

  test("an input that was left empty is linked to, described and marked as wrong", async () => {
    await procurator.open(`/console/judge/dismiss?detection=${encodeURIComponent(detection())}`);
    const page = await procurator.press("Xem trước điều sẽ ghi", { "Lý do": "lý do khác (ghi rõ)" });
    expect(page.status).toBe(422);
    const led = all(page.root, "a").find((link) => attribute(link, "href") === "#o-note");
    expect(led && textOf(led)).toBe("Nói rõ thêm");
    const note = all(page.root, "textarea").find((input) => attribute(input, "name") === "note");
    expect(note && attribute(note, "aria-invalid")).toBe("true");
  });
});

describe("a form that this console did not make", () => {
  test("a form that cannot be parsed is refused in words", async () => {
    const response = await send("/console/judge/dismiss", {}, { "content-type": "multipart/form-data; boundary=x" });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Không đọc được nội dung gửi");
  });

  test("a form of more than 1 MiB is not read", async () => {
    expect((await send("/console/judge/dismiss", { note: "x".repeat(1024 * 1024) })).status).toBe(413);
  });

  test("a form with made-up ids is refused in words, records nothing, and never faults", async () => {
    const before = await api.events();
    for (const value of [
      "",
      "case",
      "case/x/y",
      `case/${"0".repeat(32)}/A/${"0".repeat(32)}/${"0".repeat(32)}`,
      `log/${"0".repeat(32)}/A/b/c`,
    ]) {
      const response = await send("/console/judge/confirm", { detections: value, step: "record" });
      expect(response.status).toBe(422);
    }
    expect(await api.events()).toBe(before);
  });
});

describe("a visitor from an office without a right to a case", () => {
  test("another agency's officer is refused, and shown nothing of the case", async () => {
    const stranger = await Visitor.signedIn(api, "foreign-procurator");
    const page = await stranger.open(`/console/cases/${opened.case}`);
    expect(page.status).toBe(403);
    expect(page.text).not.toContain("QĐ-CCTHADS");
  });

  test("an auditor of the log sees acts and days of a case, and no committed text", async () => {
    const page = await (await Visitor.signedIn(api, "auditor")).open(`/console/cases/${opened.case}`);
    expect(page.text).toContain("07/09/2026 (tài liệu)");
    expect(page.text).toContain("(được che)");
    expect(page.text).not.toContain("QĐ-CCTHADS");
  });
});
