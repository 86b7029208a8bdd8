/**
 * PostgreSQL refuses to run as root, so root runs it in one of two ways, tried in this order: in a user namespace,
 * where root's own files belong to `nobody`, so a 0700 folder of root's can be entered and nothing changes outside; or
 * as `nobody` with the capability to read any file, since containers often forbid namespaces. In the second way the
 * data belong to `nobody`, and no_setuid_fixup is set because PostgreSQL asks access(2), which drops the capabilities
 * of a non-root user otherwise.
 */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { UserError } from "../shared/user-error.ts";

/**
 * How to run a program as another user: the words before its command line, and the user to whom its data must belong.
 */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

/** runAsFor returns how to run `program` without root's identity; for an ordinary user the prefix is empty. */
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

/** asUser returns the command line of `program` run that way; its first word is the program to spawn. */
export function asUser(runAs: RunAs, program: string): readonly [string, ...string[]] {
  const [first, ...rest] = runAs.prefix;
  return first === undefined ? [program] : [first, ...rest, program];
}

function works([program, ...rest]: readonly [string, ...string[]]): boolean {
  return spawnSync(program, [...rest, "--version"], { stdio: "ignore", timeout: 10_000 }).status === 0;
}

/** nobodyIds reads /etc/passwd, since initdb looks up its user's name there. */
function nobodyIds(): { uid: number; gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid = "65534", gid = "65534"] = line?.split(":") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
