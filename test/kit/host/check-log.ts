/** The oracle at the end of every test of the log: everything is recomputed from the rows in PostgreSQL. */

import { expect } from "vitest";
import { ed25519Verifier, parseVkey, type Verifier } from "../../../src/log/note.ts";
import { auditDatabase, type DatabaseAudit } from "../../../src/service/auditing/audit-database.ts";
import { type AuditedLog, auditLog } from "../../../src/service/auditing/audit-log.ts";
import type { Stray } from "../../../src/service/evidence.ts";
import { readEvidence } from "../../../src/store/evidence.ts";
import type { TestHost } from "./host.ts";

/** checkLog runs the whole audit, as `npm run audit` does, and returns the size of the log. */
export async function checkLog(whole: TestHost): Promise<number> {
  const { size, faults } = await auditWhole(whole);
  expect(faults).toEqual([]);
  return size;
}

export async function auditWhole({ host, keys, database }: TestHost): Promise<DatabaseAudit> {
  const remembered = await host.memory?.read();
  const verifier = logVerifier(keys.key.vkey);
  return readEvidence(database, keys.cipher, async (evidence) =>
    auditDatabase(evidence, { verifier, keyed: keys.keyed }, { remembered: remembered?.note }),
  );
}

/**
 * Checks the log alone, for recordings without a domain: leaves, chain, tree, tiles, checkpoints, and that no event was
 * left unsealed. Returns the size.
 */
export async function checkPlainLog(whole: TestHost): Promise<number> {
  const { log, strays } = await auditPlainLog(whole);
  expect(log.fault).toBeUndefined();
  expect(strays).toEqual([]);
  return log.size;
}

export async function auditPlainLog({
  keys,
  database,
}: TestHost): Promise<{ log: AuditedLog; strays: readonly Stray[] }> {
  return readEvidence(database, keys.cipher, async (evidence) => {
    const log = await auditLog(evidence, logVerifier(keys.key.vkey));
    const strays: Stray[] = [];
    for await (const page of evidence.strays()) strays.push(...page);
    return { log, strays };
  });
}

export function logVerifier(vkey: string): Verifier {
  const key = parseVkey(vkey);
  if (key === undefined) throw new Error("the key of the test's log does not parse");
  return ed25519Verifier(key);
}
