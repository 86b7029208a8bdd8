/**
 * Why the log has stopped, as its server says it (`/health`). A log that stopped is still verified, and its entries may all
 * be right; but nothing more can be signed under its origin, which whoever verifies it should know first.
 */

import { fieldOf, parseJson } from "../../src/base/unknown-json.ts";
import { type LogServer, Unreachable } from "./log-server.ts";

/** readStopped returns undefined when the log goes on, or when its server does not say: not every server of tiles has a health. */
export async function readStopped(server: LogServer): Promise<string | undefined> {
  const answer = await server.get("/health", { attempts: 1 }).catch((fault: unknown) => {
    if (fault instanceof Unreachable) return undefined;
    throw fault;
  });
  const stopped = answer && fieldOf(parseJson(answer), "stopped");
  if (typeof stopped !== "string") return undefined;
  // The server is the party that is checked: what it says must not write to the terminal what it likes.
  return /^[a-z0-9-]{1,64}$/.test(stopped) ? stopped : "?";
}

export function stoppedText(reason: string): string {
  return `ĐÃ DỪNG: nhật ký không ký thêm được gì · STOPPED: nothing more can be signed (${reason})`;
}
