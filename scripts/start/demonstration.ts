/**
 * The demonstration data of `npm start`, filled into an empty log: either all of it, or the next start begins again.
 */

import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { sql } from "kysely";
import { z } from "zod";
import { emptyCache, makePorts, readKeys, sharedHost } from "../../src/assemble.ts";
import { parseEnv } from "../../src/env.ts";
import { type Database, openPool } from "../../src/store/postgres.ts";
import { fillDemo } from "../demo/fill.ts";
import { signers } from "../demo/people.ts";
import { parseJson, writeWhole } from "./settings.ts";

export interface Demonstration {
  readonly folder: string;
  readonly appUrl: string;
  readonly sealerUrl: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly progress: (line: string) => void;
}

export async function demonstrate({ folder, variables, progress, ...urls }: Demonstration): Promise<void> {
  const env = parseEnv(variables);
  const begun = beginning(folder);
  const [reading, recording] = [openPool(urls.appUrl, 8), openPool(urls.sealerUrl, 8)];
  try {
    if (!(await isEmpty(reading.database))) return;
    writeWhole(begun, "");
    const databases = { reading: reading.database, recording: recording.database };
    const host = sharedHost(makePorts(await readKeys(env), databases), emptyCache());
    await fillDemo(host, { issuer: env.OIDC_ISSUER, keys: await signingKeys(folder), progress });
    rmSync(begun);
  } finally {
    await Promise.all([reading.end(), recording.end()]);
  }
}

/**
 * wasCutShort reports whether an earlier start ended while it filled the log. A log cannot be emptied, so that start's
 * data must go.
 */
export function wasCutShort(folder: string): boolean {
  return existsSync(beginning(folder));
}

function beginning(folder: string): string {
  return join(folder, "demonstration-begun");
}

async function isEmpty(database: Database): Promise<boolean> {
  const { rows } = await sql`select from event limit 1`.execute(database);
  return rows.length === 0;
}

const keyShape = z.object({ x: z.string(), d: z.string() });

/**
 * signingKeys returns the public keys (Ed25519 x) of the signers; the private halves stay in .dev/keys, which only `npm
 * run sign` reads.
 */
async function signingKeys(folder: string): Promise<ReadonlyMap<string, string>> {
  mkdirSync(join(folder, "keys"), { recursive: true, mode: 0o700 });
  const keys = new Map<string, string>();
  for (const subject of signers) {
    const file = join(folder, "keys", `${subject}.jwk`);
    if (!existsSync(file)) {
      const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
      writeWhole(file, `${JSON.stringify(await exportJWK(privateKey))}\n`);
    }
    keys.set(subject, keyShape.parse(parseJson(readFileSync(file, "utf8"))).x);
  }
  return keys;
}
