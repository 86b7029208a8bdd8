/**
 * Faults of PostgreSQL and of the way to it. A fault of the machine, which passes by itself or which an operator mends,
 * becomes TryAgain; any other fault stays what it is.
 */

import type { DatabaseTrouble } from "../service/database-troubles.ts";
import { TryAgain } from "../service/ports.ts";

/** What an operator must mend, by SQLSTATE (PostgreSQL, appendix A). */
const troubles: Readonly<Record<string, DatabaseTrouble>> = {
  "28P01": "database-password-wrong",
  "28000": "database-login-refused",
  "3D000": "database-missing",
  "57P04": "database-missing",
  "25006": "database-read-only",
  "53000": "database-out-of-resources",
  "53100": "database-full",
  "53200": "database-out-of-memory",
  "53300": "database-connections-full",
  "53400": "database-out-of-resources",
  "58030": "database-disk-broken",
  "57P03": "database-starting",
};

/** Codes that mean more while a connection is made: a database closed to clients, a role without the right to connect. */
const troublesOfConnecting: Readonly<Record<string, DatabaseTrouble>> = {
  ...troubles,
  "42501": "database-login-refused",
  "55000": "database-missing",
};

/** SQLSTATEs that pass by themselves: shutdown, lost connection, serialization, deadlock, timeouts. */
const passing = /^(57...|08...|40...|55P03|25P0[34])$/;

/** Codes with which a session ends: its last statement may have been committed before. */
const sessionEnded = /^(57P0[1245]|57000|08...|40003|25P04)$/;

/** Codes of the network that say nothing of what had been sent. */
const broken = /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;

/** Messages of a connection that ended without a code, when the statement may or may not have been carried out. */
const cutOff = /terminated|timeout|closed|Network connection lost|not queryable/i;

/** databaseCode returns the SQLSTATE of PostgreSQL or the error code of the network, or undefined when the fault has neither. */
export function databaseCode(fault: unknown): string | undefined {
  return typeof fault === "object" && fault !== null && "code" in fault && typeof fault.code === "string"
    ? fault.code
    : undefined;
}

/** connectingFault is the fault of a connection that was not made: whatever it is, no statement was sent. */
export function connectingFault(fault: unknown): TryAgain {
  if (fault instanceof TryAgain) return fault;
  // The words of pg-pool when all connections of this process are in use.
  if (fault instanceof Error && fault.message.startsWith("timeout exceeded"))
    return new TryAgain("no-connection-free", "no", fault);
  return new TryAgain(troublesOfConnecting[databaseCode(fault) ?? ""] ?? "database-unreachable", "no", fault);
}

/**
 * passingFault turns a fault that may pass into TryAgain. Its `recorded` says what is known of a write: a server that answered
 * with an error has rolled back, and a connection that broke may have committed.
 */
export function passingFault(fault: unknown, write: boolean): unknown {
  if (fault instanceof TryAgain) return fault;
  const code = databaseCode(fault);
  const unsure = write ? "unknown" : "no";
  if (code !== undefined) {
    const ended = sessionEnded.test(code) ? unsure : "no";
    const trouble = troubles[code];
    if (trouble !== undefined) return new TryAgain(trouble, ended, fault);
    if (passing.test(code)) return new TryAgain(code, ended, fault);
  }
  // refuse_other_origin (db/0005): this process signs for another origin than the log.
  if (code === "MC002") return new TryAgain("log-key-other", "no", fault);
  const lost =
    (code !== undefined && broken.test(code)) ||
    (code === undefined && fault instanceof Error && cutOff.test(fault.message));
  if (!lost) return fault;
  return new TryAgain("connection-lost", code === "ECONNREFUSED" ? "no" : unsure, fault);
}

export async function tryDatabase<T>(work: () => Promise<T>, write = false): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw passingFault(fault, write);
  }
}
