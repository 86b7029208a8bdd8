/** Records an act in a real browser, by mouse and by keyboard alone: its stage, its form, what is wrong, the preview, the entry. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { launchBrowser, serveConsole, signIn } from "../kit/pages/browser.ts";
import { type Hands, KeyboardHands, MouseHands } from "../kit/pages/hands.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let browser: Browser;
let api: Api;
let job: MainJob;
let served: Awaited<ReturnType<typeof serveConsole>>;

beforeAll(async () => {
  browser = await launchBrowser();
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  served = await serveConsole(api);
});
afterAll(async () => {
  served.close();
  await api.audit();
  await api.end();
  await browser.close();
});

async function mainText({ page }: Hands): Promise<string> {
  return (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
}

async function expectTyped({ page }: Hands, label: string, text: string): Promise<void> {
  expect(await page.getByRole("textbox", { name: label, exact: true }).inputValue()).toBe(text);
}

describe.each([
  ["by mouse", MouseHands],
  ["by keyboard alone", KeyboardHands],
] as const)("an act %s", (_, Kind) => {
  test("an act is found by its stage, mended where the page says so, and recorded", async () => {
    const opened = await job.openCase(await job.openIntake());
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
    const hands = new Kind(await context.newPage());
    await signIn(hands, served.url, await api.token("agency-officer"));
    await hands.page.goto(`${served.url}/console/cases/${opened.case}`);
    await hands.follow("Ghi hành vi thi hành án");
    await hands.unfold(/^Cưỡng chế thi hành án/);
    await hands.follow("lập kế hoạch cưỡng chế thi hành án");
    await hands.choose("Đối tượng", "người phải thi hành án (đương sự 1)");
    await hands.type("Ngày thực hiện", "14/09/2026");
    await hands.tick("theo tài liệu");
    await hands.press("Xem trước điều sẽ ghi");
    expect(await mainText(hands)).toContain("Thiếu ngày bắt buộc");
    // The link in the summary leads to the input, so the day is typed without looking for it.
    await hands.page.getByRole("link", { name: "Ngày cưỡng chế dự kiến", exact: true }).focus();
    await hands.page.keyboard.press("Enter");
    await hands.page.keyboard.insertText("24/12/2199");
    await expectTyped(hands, "Ngày cưỡng chế dự kiến", "24/12/2199");
    await hands.page.keyboard.press("Tab");
    await hands.page.keyboard.press("Space");
    await hands.press("Xem trước điều sẽ ghi");
    expect(await mainText(hands)).toContain("Ghi nhận hành vi");
    await hands.press("Ghi vào nhật ký");
    expect(await mainText(hands)).toMatch(/Đã ghi và khóa sổ: mục \d+.*ngày cưỡng chế 24\/12\/2199/);
    await context.close();
  });
});
