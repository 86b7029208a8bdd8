/**
 * The browser that tests and `npm run pictures` drive is Debian's, or the one that CHROMIUM names. Playwright's own
 * download is not used.
 */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Chromium's flags: it may run as root and in a container, and asks nothing of the network by itself. */
export const quietChromium: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const usual = ["chromium", "chromium-browser", "google-chrome"].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const apple = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return [...(named === undefined ? [] : [named]), ...usual, apple].find(mayRun);
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
