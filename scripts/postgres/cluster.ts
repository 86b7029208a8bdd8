/**
 * A PostgreSQL data folder, made by initdb once and then kept. It needs none of the machine's locales, and it appears
 * whole or not at all.
 */

import { spawnSync } from "node:child_process";
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../shared/user-error.ts";
import { refuseForeign } from "../start/owner.ts";
import { lost } from "../start/settings.ts";
import { versionOf } from "./binaries.ts";
import { drawPasswords, readPasswords } from "./roles.ts";
import { type RunAs, runAsFor, asUser } from "./unprivileged.ts";

/** The superuser `postgres` only makes databases and roles. */
const roles = ["postgres", "minh_chung_owner", "minh_chung_app", "minh_chung_sealer", "minh_chung_reader"] as const;

export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly program: string;
  readonly major: number;
  readonly runAs: RunAs;
  readonly passwords: Readonly<Record<(typeof roles)[number], string>>;
}

/**
 * openCluster opens the cluster in the folder `place` with the programs in the folder `bin`, and makes it when there is
 * none. `durable: false` is for tests that never cut the power.
 */
export function openCluster(place: string, bin: string, durable: boolean): Cluster {
  const folder = resolve(place);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const program = join(bin, "postgres");
  const major = Number.parseInt(versionOf(bin), 10);
  const runAs = runAsFor(program);
  const data = join(folder, "data");
  const passwords = passwordsIn(join(folder, "passwords.json"), existsSync(data));
  if (!existsSync(data)) initialise({ bin, major, data, runAs, password: passwords.postgres, durable });
  giveTo(data, runAs);
  return { folder, data, program, major, runAs, passwords };
}

/** passwordsIn refuses a folder whose data exist without their passwords: new ones would not open them. */
function passwordsIn(file: string, hasData: boolean): Cluster["passwords"] {
  const kept = readPasswords(file, roles);
  if (kept === undefined && (hasData || existsSync(file))) throw new UserError(lost(file));
  return kept ?? drawPasswords(file, roles);
}

interface InitOptions {
  readonly bin: string;
  readonly major: number;
  readonly data: string;
  readonly runAs: RunAs;
  readonly password: string;
  readonly durable: boolean;
}

/**
 * initialise runs initdb beside the final name and renames the folder at the end: a folder that an interrupted run left
 * is thrown away by the next.
 */
function initialise(options: InitOptions): void {
  const unfinished = `${options.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(unfinished, options.runAs);
  const passwordFile = `${options.data}.password`;
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  giveTo(passwordFile, options.runAs);
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const rest = ["--no-instructions", ...(options.durable ? [] : ["--no-sync"])];
  const [program, ...prefix] = asUser(options.runAs, join(options.bin, "initdb"));
  if (/["$`\\]/.test(options.bin)) throw new UserError(unspeakable(options.bin));
  const run = spawnSync(program, [...prefix, "-D", unfinished, ...localeOf(options.major), ...access, ...rest], {
    env: postgresEnvironment(),
    encoding: "utf8",
  });
  rmSync(passwordFile);
  if (run.status !== 0)
    throw new UserError(
      `PostgreSQL không tạo được thư mục dữ liệu · could not make its data folder: ${lastLine(run.stderr) || String(run.error ?? run.signal)}`,
    );
  renameSync(unfinished, options.data);
}

/**
 * localeOf returns the options by which text sorts by code point on every machine. The builtin C.UTF-8, which also knows
 * letters beyond ASCII, came with PostgreSQL 17; no statement of ours asks the database for the case of a letter.
 */
function localeOf(major: number): readonly string[] {
  const builtin = major < 17 ? [] : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  return ["--locale=C", ...builtin, "--encoding=UTF8"];
}

/** initdb calls its own server through a shell, with the path between double quotes. */
function unspeakable(path: string): string {
  return `PostgreSQL không chạy được từ đường dẫn có dấu " $ \` \\, hãy đổi tên thư mục · PostgreSQL cannot run from a path with " $ \` or \\ in it, rename the folder: ${path}`;
}

/**
 * postgresEnvironment keeps the caller's PG* variables and locale from PostgreSQL: a locale that is missing would stop
 * it.
 */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" };
}

export function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

/** giveTo changes the owner of the files, since root may have made the folder as another user before. */
function giveTo(path: string, runAs: RunAs): void {
  const owner = runAs.owner;
  if (owner === undefined) return refuseForeign(path);
  if (lstatSync(path).uid === owner.uid) return;
  const inside = lstatSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [];
  for (const entry of inside) chownSync(join(path, entry), owner.uid, owner.gid);
  chownSync(path, owner.uid, owner.gid);
}
