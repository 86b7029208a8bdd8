/** A court that transferred a judgment late is recommended to, not protested to, and answers at the console. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { eventsOf, settleOffices } from "../kit/api/office-world.ts";
import { MainJob, type SigningKey } from "../kit/api/main-job.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let key: SigningKey;
let intake: string;
let instrument: string;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  key = await job.registerKey();
  const day = (text: string) => ({ day: text, source: "document" });
  const acts = [
    { type: "judgment-effective", days: { happenedOn: day("2026-05-11") } },
    { type: "judgment-transferred", days: { sentOn: day("2026-10-20"), receivedOn: day("2026-10-22") } },
  ];
  const { agency, court } = job.world.offices;
  const body = { agency, court, motion: "on-request", openedOn: "2026-10-22", judgment: "9/2026/DS-ST", acts };
  const opened = eventsOf(await job.record("agency-officer", "/v1/intakes", body));
  intake = String(opened.find(({ type }) => type === "intake-opened")?.data["intake"]);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

test("the intake shows the late transfer before any decision exists (law 26/2008 Art.28(1))", async () => {
  const procurator = await Visitor.signedIn(api, "procurator");
  await procurator.open(`/console/intakes/${intake}`);
  expect(procurator.page.text).toContain("Tòa án chuyển giao bản án đã có hiệu lực pháp luật");
  expect(procurator.page.text).toMatch(/chậm \d+ ngày làm việc/);
  await procurator.press("Xác nhận vi phạm các mục đã chọn", { [`Chọn: ${await limitWords(procurator)}`]: true });
  await procurator.press("Xem trước điều sẽ ghi");
  await procurator.press("Xác nhận vi phạm, ghi vào nhật ký");
  await procurator.follow("Tòa án chuyển giao bản án đã có hiệu lực pháp luật");
  await procurator.follow("Đánh giá mức độ nghiêm trọng");
  await procurator.press("Xem trước điều sẽ ghi", { "Mức độ": "nghiêm trọng: đề xuất kháng nghị" });
  await procurator.press("Ghi đánh giá vào nhật ký");
});

async function limitWords({ page }: Visitor): Promise<string> {
  const found = /aria-label="Chọn: ([^"]*)"/.exec(page.html)?.[1];
  if (found === undefined) throw new Error("nothing can be chosen");
  return found;
}

test("a protest to a court is refused; a recommendation gives the reason for not being a protest", async () => {
  const procurator = await Visitor.signedIn(api, "procurator");
  await procurator.open("/console/findings");
  const [box] = /aria-label="(Chọn [^"]*)"/.exec(procurator.page.html)?.slice(1) ?? [];
  await procurator.press("Soạn văn bản từ các vi phạm đã chọn", { [box ?? ""]: true });
  const texts = {
    "Số hồ sơ đã xem (N)": "15",
    "Yêu cầu khắc phục": "Chuyển giao đúng hạn",
    "Nội dung chung của văn bản": "Chậm chuyển giao",
  };
  await procurator.press("Xem trước điều sẽ ghi", texts);
  expect(procurator.page.text).toContain("Sai cơ quan nhận");
  await procurator.press("Xem trước điều sẽ ghi", { "Hình thức": "Kiến nghị" });
  expect(procurator.page.text).toContain("Chọn khác hình thức được đề xuất thì phải có lý do");
  await procurator.press("Xem trước điều sẽ ghi", { "Lý do chọn khác đề xuất": "cơ quan nhận là Tòa án" });
  await procurator.press("Ghi dự thảo vào nhật ký");
  instrument = procurator.page.path.split("/").at(-1) ?? "";
});

test("the court finds it in its inbox, and answers", async () => {
  await job.record("chief-procurator", `/v1/instruments/${instrument}/issue`, await job.issueBody(instrument, key));
  await job.record("procurator", `/v1/instruments/${instrument}/serve`, { channel: "system" });
  const court = await Visitor.signedIn(api, "court-officer");
  await court.follow("Kiến nghị 01/KN-VKS");
  expect(court.page.text).toContain("Chậm chuyển giao");
  await court.follow("Trả lời");
  await court.press("Xem trước điều sẽ ghi", { "Trả lời chung cho các vi phạm chưa trả lời ở dưới": "chấp nhận" });
  await court.press("Gửi trả lời, ghi vào nhật ký");
  expect(court.page.text).toContain("1/1 đã trả lời (1 chấp nhận)");
});
