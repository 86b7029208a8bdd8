/**
 * `npm run -s reopen -- --origin <host>/<new log name> --reason <code>`: the log of a database that has stopped goes on
 * under another origin and key (src/log/FORMAT.md, "Re-opening"). It needs the server's variables and
 * DATABASE_OWNER_URL.
 *
 * The new key is NEW_LOG_KEY and NEW_LOG_PUBLIC_KEY; without them it is made, and printed before anything is recorded:
 * a log whose key is lost could never be signed again. stdout holds the new variables alone. Exit codes: 0 done, 1
 * refused, 2 wrong arguments.
 */

import { parseArgs } from "node:util";
import { makePorts, memoryOf, readKeys } from "../src/assemble.ts";
import { logReopeningReasons } from "../src/domain/events.ts";
import { origin as originField } from "../src/domain/field.ts";
import { type Env, parseEnv } from "../src/env.ts";
import type { Signatory, SignedTree } from "../src/log/reopening.ts";
import { StreamBroken } from "../src/service/sealing/batch.ts";
import { type LogReader, type Ports, type SignerMemory, TryAgain } from "../src/service/ports.ts";
import { nothingChecked } from "../src/service/sealing/checked-head.ts";
import { nothingSigned } from "../src/service/sealing/last-signed.ts";
import {
  openRemembered,
  reopen,
  type Reopened,
  type ReopeningOrder,
  type ReopeningRefusal,
} from "../src/service/recording/reopening.ts";
import { signatoryOf } from "../src/service/sealing/signatories.ts";
import { newestTagged } from "../src/service/sealing/own-checkpoint.ts";
import { remember } from "../src/service/sealing/signer-memory.ts";
import { makeLogReader } from "../src/store/log-reader.ts";
import { databaseCode } from "../src/store/database-fault.ts";
import { makeKeyed } from "../src/store/keys.ts";
import { type Database, openPool } from "../src/store/postgres.ts";
import { makeReopening } from "../src/store/reopening.ts";
import { UserError } from "./shared/user-error.ts";
import { failWith } from "./shared/failing.ts";
import { makeLogKey } from "./start/log-key.ts";

type Asked = Pick<ReopeningOrder, "reason"> & { readonly origin: string };

const usage = `npm run -s reopen -- --origin <host>/<new log name> --reason ${logReopeningReasons.join("|")}`;

const refusals: Readonly<Record<ReopeningRefusal, string>> = {
  "log-not-stopped": "the log has not stopped: there is nothing to re-open",
  "log-damaged": "head, newest checkpoint and key of this log do not fit one another: npm run audit says where",
  "origin-not-new": "the log has, or had, that origin: choose another",
};

async function main(args: readonly string[]): Promise<number> {
  const asked = readAsked(args);
  if (asked === undefined) {
    console.error(usage);
    return 2;
  }
  const url = process.env["DATABASE_OWNER_URL"];
  if (url === undefined) throw new UserError("set DATABASE_OWNER_URL to the database, as the role that owns it");
  const env = parseEnv(process.env);
  const { database, end } = openPool(url, 2);
  try {
    await reopenDatabase(asked, { env, database });
    return 0;
  } catch (fault) {
    if (!(fault instanceof TryAgain)) throw fault;
    // The entry should name what the signer remembers, so the operator must say explicitly that it is to be left out.
    const without = "to go on without what the signer remembers, set SIGNER_MEMORY=database";
    throw new UserError(`no answer (${fault.code}): the log stays stopped; ${without}`, { cause: fault });
  } finally {
    await end();
  }
}

function readAsked(args: readonly string[]): Asked | undefined {
  const options = { origin: { type: "string" }, reason: { type: "string" } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    const reason = logReopeningReasons.find((known) => known === values.reason);
    const origin = originField.safeParse(values.origin);
    return reason === undefined || !origin.success ? undefined : { origin: origin.data, reason };
  } catch {
    // The usage line says everything that the message of parseArgs would.
    return undefined;
  }
}

interface Stopped {
  readonly env: Env;
  readonly database: Database;
}

async function reopenDatabase({ origin, reason }: Asked, { env, database }: Stopped): Promise<void> {
  const before = await stoppedLog(makeLogReader(database), await makeKeyed(env.SECRET_KEY));
  const remembered = await readMemory(memoryOf(env, before.origin), before);
  if ((await memoryOf(env, origin)?.read()) !== undefined) throw new UserError(refusals["origin-not-new"]);
  const keys = await readKeys({ ...env, ...(await newKey(origin)) });
  const ports = makePorts(keys, { reading: database, recording: database });
  const reopened = await carryOut({ reason, remembered }, ports, database);
  await rememberFirst(reopened.size, ports);
  report(reopened);
}

/** The state is checked before a key is printed, and again when the head is locked. */
async function stoppedLog(log: LogReader, keyed: Ports["keyed"]): Promise<Signatory> {
  const [head, newest] = [await log.head(), await newestTagged(log, keyed)];
  const signatory = newest && (await signatoryOf(log, newest.size));
  if (head.stopped === undefined) throw new UserError(refusals["log-not-stopped"]);
  if (signatory === undefined) throw new UserError(refusals["log-damaged"]);
  return signatory;
}

/**
 * readMemory returns undefined when there is no memory, or when it does not hold a checkpoint that this log signed; it
 * then prints so, and the entry leaves the checkpoint out.
 */
async function readMemory(memory: SignerMemory | undefined, before: Signatory): Promise<SignedTree | undefined> {
  const read = await memory?.read();
  const tree = read && (await openRemembered(read.note, before));
  if (tree === undefined) console.error(`NOTE: what the signer remembers of ${before.origin} cannot be read`);
  return tree;
}

async function newKey(origin: string): Promise<Pick<Env, "LOG_KEY" | "LOG_PUBLIC_KEY">> {
  const { NEW_LOG_KEY, NEW_LOG_PUBLIC_KEY } = process.env;
  if (NEW_LOG_KEY !== undefined && NEW_LOG_PUBLIC_KEY !== undefined) {
    if (!NEW_LOG_KEY.startsWith(`PRIVATE+KEY+${origin}+`)) throw new UserError(`NEW_LOG_KEY is not a key of ${origin}`);
    return { LOG_KEY: NEW_LOG_KEY, LOG_PUBLIC_KEY: NEW_LOG_PUBLIC_KEY };
  }
  const made = await makeLogKey(origin);
  console.log(`LOG_KEY="${made.LOG_KEY}"\nLOG_PUBLIC_KEY="${made.LOG_PUBLIC_KEY}"`);
  return made;
}

async function carryOut(order: ReopeningOrder, { key, keyed, random }: Ports, database: Database): Promise<Reopened> {
  try {
    const reopened = await reopen(order, { transaction: makeReopening(database, keyed), key, keyed, random });
    if (!reopened.ok) throw new UserError(refusals[reopened.refusal]);
    return reopened.value;
  } catch (fault) {
    if (fault instanceof StreamBroken)
      throw new UserError(`${fault.message}: repair what waits first, or the log would stop again`, { cause: fault });
    if (databaseCode(fault) === "42501")
      throw new UserError("DATABASE_OWNER_URL is of a role that does not own the database", { cause: fault });
    throw fault;
  }
}

/**
 * rememberFirst swaps the first checkpoint under the new origin into the memory. A server's first command would do so
 * too.
 */
async function rememberFirst(size: number, ports: Ports): Promise<void> {
  try {
    await remember(size, nothingSigned(), { ...ports, cache: { own: nothingChecked() } });
  } catch (fault) {
    if (!(fault instanceof TryAgain)) throw fault;
    console.error("NOTE: the signer's memory does not answer; the next command will be remembered there");
  }
}

function report({ data: { before, origin, remembered, leftOut }, size }: Reopened): void {
  const lost =
    remembered === undefined || remembered.size <= before.size
      ? []
      : [`LOST: entries ${before.size} to ${remembered.size - 1}, signed under ${before.origin}`];
  const lines = [
    `re-opened: ${before.origin} goes on as ${origin} from entry ${before.size}, ${size} entries now`,
    ...lost,
    ...(leftOut === undefined
      ? []
      : [`TAKEN OUT: ${leftOut} recordings that no server of this log had made; npm run -s audit`]),
    "Start every server with the new LOG_KEY and LOG_PUBLIC_KEY, and tell the auditors the new key.",
  ];
  console.error(lines.join("\n"));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  failWith(fault);
}
