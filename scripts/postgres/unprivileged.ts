/**
 * How root runs PostgreSQL, which refuses to run as root. Two ways, tried in this order:
 * - a user namespace, in which root's own files belong to `nobody`: nothing outside notices, a 0700 folder of root's can be entered;
 * - `nobody` with the capability to read any file (containers often forbid namespaces): the data then belong to `nobody`.
 *   PostgreSQL asks access(2), which drops capabilities of a non-root user unless no_setuid_fixup is set.
 */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { UserError } from "../shared/user-error.ts";

/** What stands before a command, and whom its data must belong to. */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

/** The way to run `program` without root's identity; nothing at all for an ordinary user. */
export function runAsFor(program: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [], owner: undefined };
  const nobody = nobodyIds();
  const found = [namespaced(nobody), capable(nobody)].find((runAs) => works(asUser(runAs, program)));
  if (found !== undefined) return found;
  throw new UserError(
    "PostgreSQL không chạy được với root ở đây: hãy chạy với người dùng thường, hoặc đặt DATABASE_URL · PostgreSQL cannot run as root here: run as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours",
  );
}

function namespaced(nobody: { uid: number; gid: number }): RunAs {
  const prefix = ["unshare", "--user", `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`];
  return { prefix, owner: { uid: 0, gid: 0 } };
}

function capable(nobody: { uid: number; gid: number }): RunAs {
  const capabilities = "+dac_override,+dac_read_search";
  const identity = [`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, "--clear-groups"];
  const rights = ["--securebits=+no_setuid_fixup", `--inh-caps=${capabilities}`, `--ambient-caps=${capabilities}`];
  return { prefix: ["setpriv", ...identity, ...rights], owner: nobody };
}

/** The command line of `program` under this way: the first word is what to spawn. */
export function asUser(runAs: RunAs, program: string): readonly [string, ...string[]] {
  const [first, ...rest] = runAs.prefix;
  return first === undefined ? [program] : [first, ...rest, program];
}

function works([program, ...rest]: readonly [string, ...string[]]): boolean {
  return spawnSync(program, [...rest, "--version"], { stdio: "ignore", timeout: 10_000 }).status === 0;
}

/** initdb looks up its user's name, so the user must have a line in /etc/passwd. */
function nobodyIds(): { uid: number; gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid = "65534", gid = "65534"] = line?.split(":") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
