/**
 * The console in a real browser: the first half of the main job once by mouse and once by keyboard alone. The pages have no
 * script; what is checked here is that a person can see, reach and press what they need.
 */

import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../scripts/chromium.ts";
import { Api } from "../kit/api.ts";
import { MainJob } from "../kit/main-job.ts";
import { settleOffices } from "../kit/office-world.ts";
import { consoleOf } from "../kit/visitor.ts";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let api: Api;
let browser: Browser;
let server: ReturnType<typeof serve>;
let url: string;

beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  await job.openCase(intake);
  await job.openCase(intake);
  const address = await new Promise<AddressInfo>((listening) => {
    server = serve({ fetch: consoleOf(api).fetch, hostname: "127.0.0.1", port: 0 }, listening);
  });
  url = `http://127.0.0.1:${address.port}`;
  browser = await chromium.launch({ executablePath: findChromium() ?? "chromium", args: quiet });
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
  await api.audit();
  await api.end();
});

async function signIn(page: Page, press: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(`${url}/console`);
  await page.getByLabel("Mã đăng nhập").focus();
  await page.keyboard.insertText(await api.token("procurator"));
  await press(page);
  await page.waitForURL("**/console/today");
}

/** Tab after tab, as a person without a mouse; fails when a whole round of the page did not reach it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate(`(() => {
      const at = document.activeElement;
      return [at?.textContent, at?.getAttribute("aria-label"), ...[...(at?.labels ?? [])].map((each) => each.textContent)].join(" ");
    })()`);
    if (name.test(String(words))) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

/** Presses what has the focus, and waits for the page that follows. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

describe("a procurator at the console", () => {
  test("confirms a violation by mouse, and sees where it stands in the log", async () => {
    const page = await browser.newPage();
    await signIn(page, async () => page.getByRole("button", { name: "Đăng nhập" }).click());
    await page.goto(`${url}/console/detections`);
    await page
      .getByRole("checkbox", { name: /SEND_DECISION_VKS|gửi quyết định/ })
      .first()
      .check();
    await page.getByRole("button", { name: "Xác nhận vi phạm các mục đã chọn" }).click();
    await page.getByRole("button", { name: "Xem trước điều sẽ ghi" }).click();
    expect(await page.textContent("main")).toContain("violation-confirmed");
    await page.getByRole("button", { name: /ghi vào nhật ký/ }).click();
    expect(await page.textContent("main")).toMatch(/Đã ghi và niêm phong trong nhật ký: mục \d+/);
    await page.close();
  }, 60_000);

  test("does the same by keyboard alone, and always sees where the focus is", async () => {
    const page = await browser.newPage();
    await signIn(page, async () => {
      await tabTo(page, /Đăng nhập/);
      await page.keyboard.press("Enter");
    });
    await page.goto(`${url}/console/detections`);
    await tabTo(page, /SEND_DECISION_VKS|gửi quyết định/);
    while ((await page.evaluate(`document.activeElement?.type`)) !== "checkbox") await tabTo(page, /./);
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).not.toBe("none");
    await page.keyboard.press("Space");
    await tabTo(page, /Xác nhận vi phạm các mục đã chọn/);
    await enter(page);
    await tabTo(page, /Xem trước điều sẽ ghi/);
    await enter(page);
    await tabTo(page, /ghi vào nhật ký/);
    await enter(page);
    await page.getByText(/Đã ghi và niêm phong/).waitFor();
    expect(await page.title()).not.toBe("");
    await page.close();
  }, 60_000);
});
