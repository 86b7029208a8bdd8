/** The browser that tests drive: Debian's, or whatever CHROMIUM names. Playwright's own download is not used. */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

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
