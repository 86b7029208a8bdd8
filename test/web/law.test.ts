/** Two law keepers adopt an edition of the law at the console, by nothing but pages and forms. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyCache } from "../../src/assemble.ts";
import { offerOf } from "../../src/domain/editions/offer.ts";
import { currentEdition, type Edition } from "../../src/law/edition.ts";
import { stages } from "../../src/law/stages/stages.ts";
import { makeConsole } from "../../src/web/console.tsx";
import { Api } from "../kit/api/api.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;

beforeAll(async () => {
  api = await Api.start();
  await settleOffices(api);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

test("one keeper proposes and is not offered to adopt; another adopts; then no step is left", async () => {
  const keeper = await Visitor.signedIn(api, "law-keeper");
  expect(keeper.page.path).toBe("/console/law");
  expect(keeper.page.text).toContain("chưa ai thông qua");
  await keeper.follow("Đề nghị bộ quy tắc số 2");
  expect(keeper.page.text).toContain("Đề nghị bộ quy tắc (law-proposed)");
  await keeper.press("Đề nghị bộ quy tắc, ghi vào nhật ký");
  expect(keeper.page.text).toMatch(/Đã ghi và khóa sổ/);
  expect(keeper.page.text).toContain("chờ người thứ hai");
  await expect(keeper.follow("Thông qua bộ quy tắc số 2")).rejects.toThrow("no link");

  const { digest } = offerOf(currentEdition);
  expect((await keeper.open(`/console/law/${digest}/adopt`)).text).toContain("Người đề nghị không được tự thông qua");

  const second = await Visitor.signedIn(api, "other-law-keeper");
  await second.follow("Thông qua bộ quy tắc số 2");
  await second.press("Thông qua bộ quy tắc, ghi vào nhật ký");
  expect(second.page.text).toContain("đã được hai người thông qua");
  expect(second.page.text).toContain("đang có hiệu lực");
});

test("an unknown digest is refused in words, and only law keepers are offered a step", async () => {
  const keeper = await Visitor.signedIn(api, "law-keeper");
  expect((await keeper.open(`/console/law/${"0".repeat(64)}/propose`)).text).toContain("không có bộ quy tắc");
  const auditor = await Visitor.signedIn(api, "auditor");
  await auditor.follow("Bộ quy tắc");
  expect(auditor.page.text).toContain("Đã thông qua");
  expect(auditor.page.html).not.toContain("/propose");
});

test("the page lists what the edition changed of the one before it, with the article and the first day", async () => {
  const keeper = await Visitor.signedIn(api, "law-keeper");
  const { text } = await keeper.open("/console/law");
  expect(text).toContain("Bộ quy tắc số 2 thay đổi gì so với bộ quy tắc số 1");
  expect(text).toMatch(/sửa chi trả tiền, trả tài sản thi hành án .*khoản 5 Điều 47 .*01\/07\/2015/);
  expect(text).toMatch(/mới giao tài sản cho người mua, người nhận khi có khó khăn .*01\/05\/2020/);
});

test("whoever is signed in reads the rules by stage: article, term, validity, and how the text was read", async () => {
  const officer = await Visitor.signedIn(api, "agency-officer");
  await officer.follow("Quy tắc");
  for (const { name, names } of stages) {
    const page = await officer.open(`/console/law/rules?stage=${name}`);
    expect(Object.keys(names).filter((series) => !page.text.includes(series))).toEqual([]);
  }
  const { text } = await officer.open("/console/law/rules?stage=deciding");
  expect(text).toMatch(
    /Gửi quyết định về thi hành án cho Viện kiểm sát.*khoản 2 Điều 35 Luật Thi hành án dân sự 106\/2025\/QH15 3 ngày làm việc/,
  );
  expect((await officer.open("/console/law/rules?stage=no-such")).status).toBe(422);
  expect((await officer.open("/console/law/rules")).text).toContain("Quy tắc: Nhận bản án");
});

test("the calendar of a year lists each day off with its reason, and says what is not announced", async () => {
  const officer = await Visitor.signedIn(api, "agency-officer");
  const of = async (year: number) => (await officer.open(`/console/law/calendars?year=${year}`)).text;
  expect(await of(2026)).toMatch(/16\/02\/2026 thứ Hai Tết Âm lịch/);
  expect(await of(2026)).toMatch(/24\/11\/2026 thứ Ba Ngày Văn hóa Việt Nam/);
  expect(await of(2026)).toMatch(/Thứ Bảy làm việc bù: 10\/01\/2026, 22\/08\/2026/);
  expect(await of(2027)).toContain("Năm này chưa có thông báo");
  expect(await of(2027)).toMatch(/08\/02\/2027 thứ Hai/);
  expect(await of(2018)).toContain("theo trí nhớ, chưa kiểm tra");
  expect((await officer.open("/console/law/calendars?year=9999")).status).toBe(422);
  expect((await officer.open("/console/law/calendars")).text).toContain("Lịch ngày nghỉ năm");
});

test("an auditor reads by name who proposed and who adopted; law keepers read no name", async () => {
  const auditor = await Visitor.signedIn(api, "auditor");
  await auditor.follow("Bộ quy tắc");
  expect(auditor.page.text).toContain("Người law-keeper Người other-law-keeper");
  const keeper = await Visitor.signedIn(api, "law-keeper");
  const covered = "Người giữ quy tắc pháp luật (họ tên được che)";
  expect(keeper.page.text).toContain(`${covered} ${covered}`);
});

test("a server that applies another edition says so on every page", async () => {
  const next: Edition = { ...currentEdition, number: currentEdition.number + 1, crossing: "later-of-both" };
  const host = { ...api.whole.host, cache: emptyCache(), law: { running: next, known: [currentEdition, next] } };
  const lent = { host, end: async () => undefined };
  const site = makeConsole({ host: () => lent, tokens: api.tokens, development: true, report: () => undefined });
  const fetch = async (path: string, request: RequestInit) => site.request(`http://127.0.0.1${path}`, request);
  const token = async (subject: string) => api.token(subject);
  const visitor = await new Visitor({ origin: "http://127.0.0.1", fetch, token }).signIn("procurator");
  const words = "tính theo bộ quy tắc số 3, nhưng bộ quy tắc đang có hiệu lực là bộ số 2";
  expect((await visitor.open("/console/cases")).text).toContain(words);
  expect((await visitor.open("/console/log")).text).toContain("không phải bộ quy tắc đang có hiệu lực");
  expect((await (await Visitor.signedIn(api, "procurator")).open("/console/cases")).text).not.toContain(words);
});
