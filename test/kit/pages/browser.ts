/** A real browser, and a console for it to visit, for the tests of the pages. */

import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Browser, chromium } from "playwright-core";
import { findChromium, quietChromium } from "../../../scripts/shared/chromium.ts";
import type { Api } from "../api/api.ts";
import type { Hands } from "./hands.ts";
import { consoleOf } from "./visitor.ts";

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? "chromium", args: [...quietChromium] });
}

interface Served {
  readonly url: string;
  readonly close: () => void;
}

export async function serveConsole(api: Api): Promise<Served> {
  return new Promise((listening) => {
    const server = serve({ fetch: consoleOf(api).fetch, hostname: "127.0.0.1", port: 0 }, ({ port }: AddressInfo) =>
      listening({ url: `http://127.0.0.1:${port}`, close: () => server.close() }),
    );
  });
}

/** Opens a page that is signed in by the form. */
export async function signIn(hands: Hands, url: string, token: string): Promise<void> {
  await hands.page.goto(`${url}/console`);
  await hands.type("Mã đăng nhập", token);
  await hands.press("Đăng nhập");
}
