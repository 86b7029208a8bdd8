/**
 * db/catalog.txt: what the migrations make of an empty database, as src/store/catalog.ts reads it. It is written by
 * `npm run catalog`; a test holds it against the migrations, and `npm run audit` holds a database against it.
 */

import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCatalog } from "../../src/store/catalog.ts";
import { openPool } from "../../src/store/postgres.ts";
import { migrate } from "./migration.ts";
import { startPostgres } from "./postgres.ts";

const migrations = join(import.meta.dirname, "../../db");
const file = join(migrations, "catalog.txt");

export function expectedCatalog(): readonly string[] {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(1);
}

/** headOfCatalog is the first line of the file, which names the texts that it was made from, so that a stale one is seen at once. */
export function headOfCatalog(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrations).sort())
    if (name.endsWith(".sql")) hash.update(`${name}\n`).update(readFileSync(join(migrations, name)));
  return `made by npm run catalog from migrations ${hash.digest("hex")}`;
}

/** writeCatalog migrates an empty database in a folder of its own, and returns how many lines its catalog has. */
export async function writeCatalog(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "minh-chung-catalog-"));
  const { ownerUrl, appUrl, stop } = await startPostgres({ folder, durable: false });
  try {
    await migrate(ownerUrl, migrations);
    const lines = await catalogOf(appUrl);
    writeFileSync(file, `${[headOfCatalog(), ...lines].join("\n")}\n`);
    return lines.length;
  } finally {
    await stop("immediate");
    rmSync(folder, { recursive: true });
  }
}

export async function catalogOf(url: string): Promise<readonly string[]> {
  const { database, end } = openPool(url, 1);
  try {
    return await database.transaction().execute(readCatalog);
  } finally {
    await end();
  }
}
