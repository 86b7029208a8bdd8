/** The values of committed fields, by their commitment. */

import { sql } from "kysely";
import { bytesToHex, parseHex } from "../base/bytes.ts";
import type { Revealed, Vault } from "../service/ports.ts";
import { type Database, methodsOn } from "./postgres.ts";
import type { ValueCipher } from "./value-cipher.ts";

export function makeVault(database: Database, cipher: ValueCipher): Vault {
  const { reading } = methodsOn(database);
  return { reveal: reading(async (readable, commitments: readonly string[]) => reveal(readable, cipher, commitments)) };
}

async function reveal(
  database: Database,
  cipher: ValueCipher,
  commitments: readonly string[],
): Promise<ReadonlyMap<string, Revealed>> {
  const wanted = commitments.flatMap((text) => parseHex(text) ?? []).map((bytes) => Buffer.from(bytes));
  const rows = await database
    .selectFrom("committed_value")
    .innerJoin("subject_key", "subject_key.id", "committed_value.key")
    .select(["commitment", "path", "class", "box", "subject_key.id", "subject_key.subject", "subject_key.wrapped"])
    .where(sql<boolean>`commitment = any (${wanted}::bytea[])`)
    .execute();
  const revealed = new Map<string, Revealed>();
  for (const { commitment, path, class: secretClass, box, id, subject, wrapped } of rows) {
    // The key was destroyed, so the value is erased: it is left out, and the commitment stays in the log.
    if (wrapped === null) continue;
    revealed.set(bytesToHex(commitment), {
      ...cipher.decrypt({ key: { id, subject, wrapped }, commitment, class: secretClass, box }),
      path,
      class: secretClass,
    });
  }
  return revealed;
}
