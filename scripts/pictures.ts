/**
 * npm run pictures: the two pictures of README.md, taken from the real console by a real browser, which a procurator of the
 * demonstration uses. It uses the `npm start` that runs in this folder, or starts one and ends it. The pictures change with
 * the day, as the console does.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Locator, type Page } from "playwright-core";
import { UserError } from "./shared/user-error.ts";
import { findChromium, quietChromium } from "./shared/chromium.ts";
import { failWith } from "./shared/failing.ts";
import { whoRuns } from "./start/running.ts";

const dev = ".dev";
const folder = join("src", "web", "pictures");

/** Pixels. The console's text is 70rem wide at most, so a wider window would only add margins. */
const width = 1280;

/** The time limit whose due day is explained: five working days, so a weekend is always skipped. */
const explained = "VALUATION_CONTRACT";

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new UserError(
      "không có Chromium: apt-get install chromium, hoặc đặt CHROMIUM · there is no Chromium: apt-get install chromium, or set CHROMIUM",
    );
  const demonstration = await findDemonstration();
  try {
    const browser = await chromium.launch({ executablePath, args: [...quietChromium] });
    try {
      await takePictures(await browser.newPage({ viewport: { width, height: 900 } }), demonstration.url);
    } finally {
      await browser.close();
    }
  } finally {
    await demonstration.end();
  }
}

interface Demonstration {
  readonly url: string;
  readonly end: () => Promise<void>;
}

async function findDemonstration(): Promise<Demonstration> {
  const running = whoRuns(dev)?.url ?? "";
  if (running !== "") return { url: running, end: () => Promise.resolve() };
  // The channel ends the demonstration if this process is killed.
  const child = spawn(process.execPath, [join("scripts", "start.ts")], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url: await addressOf(child),
    end: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Filling an empty log takes half a minute on two cores; `npm start` gives up by itself when the API does not answer. */
async function addressOf(child: ChildProcess): Promise<string> {
  while (child.exitCode === null) {
    const url = whoRuns(dev)?.url ?? "";
    if (url !== "") return url;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new UserError("npm start đã dừng trước khi chạy xong · npm start ended before it was ready");
}

async function takePictures(page: Page, url: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.goto(`${url}/console`);
  await page.getByLabel("Mã đăng nhập").fill(readFileSync(join(dev, "tokens", "procurator"), "utf8").trim());
  await page.getByRole("button", { name: "Đăng nhập" }).click();

  const found = page.getByRole("table", { name: "Vi phạm do máy phát hiện" }).locator("tbody tr");
  const breach = found.filter({ hasText: explained });
  if ((await breach.count()) === 0)
    throw new UserError(
      `không còn phát hiện ${explained} nào: npm run reset rồi chạy lại · no detection of ${explained} is left: npm run reset, then run this again`,
    );
  // Two rows: with more, the picture is larger than 150 kB.
  await takePicture(page, "viec-hom-nay.png", { from: page.locator("body"), to: found.nth(1) });

  await breach.last().getByRole("link").first().click();
  const limit = page.locator("tr").filter({ hasText: explained }).first();
  await limit.getByText("Vì sao?").click();
  await takePicture(page, "vi-sao.png", { from: page.locator("main"), to: limit });
}

interface Crop {
  readonly from: Locator;
  readonly to: Locator;
}

/** Takes the whole width of the page, from the top of one element, with a margin where there is room, to the bottom of another. */
async function takePicture(page: Page, name: string, { from, to }: Crop): Promise<void> {
  const [first, last] = [await from.boundingBox(), await to.boundingBox()];
  if (first === null || last === null) throw new Error(`${name}: an element is not on the page`);
  const top = Math.max(0, first.y - 16);
  const clip = { x: 0, y: top, width, height: last.y + last.height + 1 - top };
  await page.screenshot({ path: join(folder, name), clip, fullPage: true });
  console.log(join(folder, name));
}

try {
  await main();
} catch (fault) {
  failWith(fault);
}
