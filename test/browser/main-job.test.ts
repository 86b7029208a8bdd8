/**
 * The main job in a real browser, once by mouse and once by keyboard alone: from a detection to a closed instrument, and to
 * the entry that an auditor checks. Screenshots go to the folder that SCREENSHOTS names.
 */

import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, quietChromium } from "../../scripts/shared/chromium.ts";
import { signDetached } from "../../scripts/sign.ts";
import { Api } from "../kit/api/api.ts";
import { type Hands, KeyboardHands, MouseHands } from "../kit/pages/hands.ts";
import { MainJob, type SigningKey } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { consoleOf } from "../kit/pages/visitor.ts";

const screenshots = process.env["SCREENSHOTS"];

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium() ?? "chromium", args: [...quietChromium] });
});
afterAll(async () => browser.close());

describe.each([
  ["by mouse", MouseHands],
  ["by keyboard alone", KeyboardHands],
] as const)("the main job %s", (how, Kind) => {
  let api: Api;
  let job: MainJob;
  let key: SigningKey;
  let url: string;
  let close: () => void;
  let path: string;

  beforeAll(async () => {
    api = await Api.start();
    job = new MainJob(api, await settleOffices(api));
    const intake = await job.openIntake();
    await job.openCase(intake);
    await job.openCase(intake);
    key = await job.registerKey();
    const server = await new Promise<ReturnType<typeof serve>>((listening) => {
      const made = serve({ fetch: consoleOf(api).fetch, hostname: "127.0.0.1", port: 0 }, ({ port }: AddressInfo) => {
        url = `http://127.0.0.1:${port}`;
        listening(made);
      });
    });
    close = () => server.close();
  });
  afterAll(async () => {
    close();
    await api.audit();
    await api.end();
  });

  /** Opens a browser for one person, signed in by the form. */
  async function as(subject: string, work: (hands: Hands) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
    const hands = new Kind(await context.newPage());
    await hands.page.goto(`${url}/console`);
    await hands.type("Mã đăng nhập", await api.token(subject));
    await hands.press("Đăng nhập");
    await work(hands);
    await context.close();
  }

  async function main({ page }: Hands, shot: string): Promise<string> {
    if (screenshots !== undefined)
      await page.screenshot({ path: join(screenshots, `${how.replaceAll(" ", "-")}-${shot}.png`), fullPage: true });
    await fitsNarrow(page);
    return (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
  }

  /** At 400 % zoom of 1,280 pixels no part of the page, and no table in it, is wider than the screen (WCAG 2.2, 1.4.10). */
  async function fitsNarrow(page: Hands["page"]): Promise<void> {
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 900 });
    const beside: readonly string[] = await page.evaluate(
      `[...document.querySelectorAll("html, .wide, dl, pre")].filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.tagName + " " + part.scrollWidth)`,
    );
    expect(beside, page.url()).toEqual([]);
    if (wide !== null) await page.setViewportSize(wide);
  }

  async function preview(hands: Hands): Promise<void> {
    await hands.press("Xem trước điều sẽ ghi");
  }

  test("a procurator confirms what the machine found, weighs it, and drafts a recommendation", async () => {
    await as("procurator", async (hands) => {
      expect(await main(hands, "01-today")).toContain("Thời hạn của Viện kiểm sát");
      await hands.follow("Phát hiện");
      await hands.tick(/Chọn gửi quyết định/);
      await hands.press("Xác nhận vi phạm các mục đã chọn");
      await hands.type("Ghi chú", "Không gửi quyết định");
      await preview(hands);
      expect(await main(hands, "02-preview")).toContain("quá hạn chưa làm: gửi quyết định");
      await hands.press("Xác nhận vi phạm, ghi vào nhật ký");
      expect(await main(hands, "03-findings")).toMatch(/Đã ghi và khóa sổ: mục \d+/);
      await hands.follow("gửi quyết định về thi hành án cho Viện kiểm sát");
      await hands.follow("Đánh giá mức độ nghiêm trọng");
      await hands.tick(/^ít nghiêm trọng/);
      await preview(hands);
      await hands.press("Ghi đánh giá vào nhật ký");
      await hands.follow("Vi phạm");
      await hands.tick(/^Chọn gửi quyết định/);
      await hands.press("Soạn văn bản từ các vi phạm đã chọn");
      await hands.type("Số hồ sơ đã xem (N)", "7");
      await hands.type("Yêu cầu khắc phục", "Gửi quyết định đúng hạn");
      await hands.type("Nội dung chung của văn bản", "Chậm gửi quyết định về thi hành án");
      await main(hands, "04-draft");
      await preview(hands);
      await hands.press("Ghi dự thảo vào nhật ký");
      expect(await main(hands, "05-drafted")).toContain("1/7 hồ sơ");
      path = new URL(hands.page.url()).pathname;
    });
  });

  test("the chief procurator reads what is signed, and issues it; it is served through the system", async () => {
    await as("chief-procurator", async (hands) => {
      await hands.page.goto(url + path);
      await hands.follow("Ký, ban hành");
      await main(hands, "06-sign");
      const payload = String(await hands.page.locator("details pre").textContent());
      await hands.type("Chữ ký", await signDetached(payload, key.jwk));
      await preview(hands);
      await hands.press("Ban hành, ghi vào nhật ký");
      expect(await main(hands, "07-issued")).toContain("Kiến nghị 01/KN-VKS");
      await hands.follow("Tống đạt");
      await hands.tick("qua hệ thống này (nhận ngay khi giao)");
      await preview(hands);
      await hands.press("Ghi việc tống đạt vào nhật ký");
    });
  });

  test("the agency receives it, replies, and claims the remedy", async () => {
    await as("agency-head", async (hands) => {
      expect(await main(hands, "08-inbox")).toContain("Kiến nghị 01/KN-VKS");
      await hands.follow("Kiến nghị 01/KN-VKS");
      expect(await main(hands, "09-received")).toContain("đã nhận, đang thực hiện");
      await hands.follow("Trả lời");
      await main(hands, "10-reply");
      await hands.choose("Trả lời chung cho các vi phạm chưa trả lời ở dưới", "chấp nhận");
      await preview(hands);
      await hands.press("Gửi trả lời, ghi vào nhật ký");
      await hands.follow("Báo đã khắc phục");
      await hands.tick(/^Mục 1\./);
      await hands.type("Mô tả việc khắc phục", "Đã gửi bổ sung");
      await preview(hands);
      await hands.press("Ghi báo cáo khắc phục vào nhật ký");
      expect(await main(hands, "11-claimed")).toContain("1/1 báo đã khắc phục");
    });
  });

  test("the procurator verifies it and closes the instrument", async () => {
    await as("procurator", async (hands) => {
      await hands.follow("Kiến nghị 01/KN-VKS");
      await hands.follow("Kiểm chứng khắc phục");
      await hands.tick(/^Mục 1\./);
      await hands.tick("đã khắc phục");
      await hands.type("Lý do", "đã xem sổ gửi tại cơ quan");
      await preview(hands);
      await hands.press("Ghi kết quả kiểm chứng vào nhật ký");
      expect(await main(hands, "12-verified")).toContain("1/1 đã kiểm chứng");
      await hands.follow("Kết thúc theo dõi");
      await hands.press("Kết thúc, ghi vào nhật ký");
      expect(await main(hands, "13-closed")).toContain("đã kết thúc theo dõi");
    });
  });

  test("an auditor goes from the state of the log to the entry of the closing", async () => {
    await as("auditor", async (hands) => {
      expect(await main(hands, "14-log")).toContain("Tự kiểm tra, không cần tin máy chủ này");
      await hands.type("Chỉ số của mục", String((await api.whole.host.log.head()).size - 1));
      await hands.press("Xem");
      expect(await main(hands, "15-entry")).toContain("instrument-closed");
      await hands.follow("Cơ quan");
      await hands.follow("Ai được làm gì");
      expect(await main(hands, "16-rights")).toContain("vai trò trọng yếu");
    });
  });
});
