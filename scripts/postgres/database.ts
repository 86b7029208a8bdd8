/** The database of `npm start`: DATABASE_URL when it is set, else the embedded PostgreSQL. Both are migrated. */

import { join } from "node:path";
import { useGivenDatabase } from "./given-database.ts";
import { migrate } from "./migration.ts";
import { startPostgres } from "./postgres.ts";

export interface OpenDatabase {
  readonly appUrl: string;
  readonly sealerUrl: string;
  readonly stop: () => Promise<void>;
}

export async function openDatabase(folder: string, progress: (line: string) => void): Promise<OpenDatabase> {
  const given = process.env["DATABASE_URL"];
  const { ownerUrl, appUrl, sealerUrl, stop } =
    given === undefined ? await startEmbedded(folder, progress) : await useGivenDatabase(given, folder);
  try {
    const applied = await migrate(ownerUrl, "db");
    if (applied.length > 0)
      progress(`cơ sở dữ liệu: đã áp dụng ${applied.length} bước chuyển đổi · migrations applied: ${applied.length}`);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { appUrl, sealerUrl, stop };
}

async function startEmbedded(
  folder: string,
  progress: (line: string) => void,
): Promise<OpenDatabase & { ownerUrl: string }> {
  progress("khởi động PostgreSQL · starting PostgreSQL");
  const { ownerUrl, appUrl, sealerUrl, stop } = await startPostgres({
    folder: join(folder, "postgres"),
    port: 54_329,
    maxConnections: 300,
  });
  return { ownerUrl, appUrl, sealerUrl, stop: () => stop() };
}
