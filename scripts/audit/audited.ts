/**
 * The database that is audited is the one that the environment names, as for the server. Without LOG_KEY it is the one
 * that `npm start` keeps in .dev, which is started for the audit when it does not run.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv as parseVariables } from "node:util";
import { type Env, parseEnv } from "../../src/env.ts";
import { UserError } from "../shared/user-error.ts";
import { openDatabase } from "../postgres/database.ts";
import { readPasswords } from "../postgres/roles.ts";
import { refuseForeign } from "../start/owner.ts";
import { whoRuns } from "../start/running.ts";
import { lost } from "../start/settings.ts";

export interface Audited {
  readonly env: Env;
  /** The URL for the role minh_chung_app, which may read everything. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

const folder = ".dev";
const none = async (): Promise<void> => undefined;

export async function openAudited(): Promise<Audited> {
  const { LOG_KEY, DATABASE_URL } = process.env;
  if (LOG_KEY !== undefined) {
    if (DATABASE_URL === undefined)
      throw new UserError(
        "hãy đặt DATABASE_URL tới cơ sở dữ liệu, với vai minh_chung_app · set DATABASE_URL to the database, as the role minh_chung_app",
      );
    return { env: parseEnv(process.env), databaseUrl: DATABASE_URL, close: none };
  }
  const variables = join(folder, "worker.env");
  if (!existsSync(variables))
    throw new UserError(
      "ở đây chưa có gì để kiểm tra: npm start tạo một nhật ký, muốn kiểm tra nhật ký khác thì đặt các biến của máy chủ · there is nothing to audit here: npm start makes a log; for another one set the server's variables",
    );
  refuseForeign(folder);
  const env = parseEnv(parseVariables(readFileSync(variables, "utf8")));
  if (DATABASE_URL === undefined && whoRuns(folder) !== undefined)
    return { env, databaseUrl: embeddedUrl(), close: none };
  const { appUrl, stop } = await openDatabase(folder, (line) => console.error(`… ${line}`));
  return { env, databaseUrl: appUrl, close: stop };
}

/** The port of a running PostgreSQL is the fourth line of its lock. */
function embeddedUrl(): string {
  const postgres = join(folder, "postgres");
  const port = readFileSync(join(postgres, "data", "postmaster.pid"), "utf8").split("\n")[3];
  const file = join(postgres, "passwords.json");
  const passwords = readPasswords(file, ["minh_chung_app"]);
  if (passwords === undefined) throw new UserError(lost(file));
  return `postgres://minh_chung_app:${passwords.minh_chung_app}@127.0.0.1:${port}/minh_chung`;
}
