/**
 * How many writes per second this disk makes durable: a database that commits one command after the other cannot be
 * faster.
 */

import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

const page = Buffer.alloc(8192, 1);

export function fsyncRate(folder: string, milliseconds: number): number {
  const file = join(folder, "fsync.probe");
  const opened = openSync(file, "w");
  const began = performance.now();
  let written = 0;
  while (performance.now() - began < milliseconds) {
    writeSync(opened, page, 0, page.length, 0);
    fdatasyncSync(opened);
    written += 1;
  }
  const elapsed = performance.now() - began;
  closeSync(opened);
  rmSync(file);
  return (written / elapsed) * 1000;
}
