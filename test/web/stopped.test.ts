/**
 * A log that has stopped can still be read; an act is refused in words, and the form keeps what was typed
 * (src/README.md#record-then-seal).
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { consoleOf, Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let opened: OpenedCase;

beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  await api.whole.host.sealing.stop("database-older-than-signed");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

test("an act is refused before it records, and what was typed is kept", async () => {
  const procurator = await Visitor.signedIn(api, "procurator");
  const detection = `case/${opened.case}/SEND_DECISION_VKS/${opened.act}/${opened.decision}`;
  await procurator.open(`/console/judge/dismiss?detection=${encodeURIComponent(detection)}`);
  await procurator.press("Xem trước điều sẽ ghi", { "Lý do": "dữ liệu ghi sai", "Nói rõ thêm": "ngày nhận ghi nhầm" });
  const before = await api.events();
  const page = await procurator.press("Bác, ghi vào nhật ký");
  expect(page.status).toBe(503);
  expect(page.text).toContain("Nhật ký đã dừng nhận");
  expect(page.text).toContain("Chưa ghi gì");
  expect(page.html).toContain("ngày nhận ghi nhầm");
  expect(await api.events()).toBe(before);
});

test("the state of the log says that it has stopped, and why", async () => {
  const { text } = (await Visitor.signedIn(api, "auditor")).page;
  expect(text).toContain("đã dừng: cơ sở dữ liệu cũ hơn điều đã ký, có thể do khôi phục bản sao lưu");
  expect(text).toContain("Mã cho người vận hành: database-older-than-signed");
});

test("a token that expires in between leads back to signing in, with a sentence", async () => {
  const expired = await api.token("procurator", { exp: Math.floor(Date.now() / 1000) - 3600 });
  const response = await consoleOf(api).request("http://127.0.0.1/console/today", {
    headers: { cookie: `minh-chung-token=${expired}` },
  });
  expect(response.headers.get("location")).toBe("/console/sign-in?why=token-expired&to=%2Fconsole%2Ftoday");
  const page = await Visitor.at(api).open("/console/sign-in?why=token-expired&to=%2Fconsole%2Ftoday");
  expect(page.text).toContain("Mã đăng nhập đã hết hạn");
});
