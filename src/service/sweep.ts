/** What is done without being asked, every minute: seal what was recorded and never sealed; once an hour, close the access journal. */

import { sealIfDue } from "./health.ts";
import type { Host } from "./host.ts";
import { closeJournal } from "./journal.ts";

/** `at`: when the sweep was due, in milliseconds since 1970 (every hour begins at a multiple of one). */
export async function sweep(host: Host, at: number): Promise<void> {
  await sealIfDue(host);
  if (Math.floor(at / 60_000) % 60 === 0) await closeJournal(host);
}
