/**
 * What a development installation keeps for itself in .dev (0600): the log's key, the server's secret, the name of its
 * token issuer. It is made at the first start and stays until reset, since a log is bound to its key and people are
 * bound to their issuer.
 */

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { bytesToBase64, bytesToHex } from "../../src/base/bytes.ts";
import { UserError } from "../shared/user-error.ts";
import { makeLogKey } from "./log-key.ts";

const shape = z.object({
  LOG_KEY: z.string(),
  LOG_PUBLIC_KEY: z.string(),
  SECRET_KEY: z.string(),
  OIDC_ISSUER: z.url(),
});

export type Settings = z.infer<typeof shape>;

export async function readSettings(folder: string): Promise<Settings> {
  const file = join(folder, "settings.json");
  if (!existsSync(file)) return makeSettings(file);
  const read = shape.safeParse(parseJson(readFileSync(file, "utf8")));
  if (!read.success) throw new UserError(lost(file));
  return read.data;
}

async function makeSettings(file: string): Promise<Settings> {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  const settings: Settings = {
    ...(await makeLogKey(`localhost/minh-chung-${bytesToHex(random(4))}`)),
    SECRET_KEY: bytesToBase64(random(32)),
    // OIDC_ISSUER is the name in the tokens, not the address: the issuer's port may differ from one start to the next.
    OIDC_ISSUER: "http://localhost/minh-chung-development",
  };
  writeWhole(file, `${JSON.stringify(settings, undefined, 2)}\n`);
  return settings;
}

/** lost says what to do about a file of .dev that is gone or damaged. */
export function lost(file: string): string {
  return `${file} mất hoặc hỏng: trả lại tệp cũ, hoặc xóa hết dữ liệu bằng npm run reset · ${file} is gone or damaged: put the file back, or remove all data with npm run reset`;
}

/** writeWhole leaves the file with its old content or with all of the new one, whenever the machine stops. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
