/**
 * How a script reports a failure: a UserError is one line, a fault is printed whole with its stack. The exit code is 1,
 * for wrong arguments 2.
 */

import { EnvironmentWrong } from "../../src/env.ts";
import { troubleOf, troubleText } from "../../src/service/database-troubles.ts";
import { reasonOf, UserError, UsageError } from "./user-error.ts";

export function failWith(fault: unknown): void {
  const line = fault instanceof UserError || fault instanceof EnvironmentWrong ? fault.message : ofMachine(fault);
  console.error(line === undefined ? fault : `minh-chung: ${line}`);
  process.exitCode = fault instanceof UsageError ? 2 : 1;
}

/** ofMachine describes what only the administrator can mend: the database, a folder of another user, a full disk. */
function ofMachine(fault: unknown): string | undefined {
  const trouble = troubleOf(fault);
  if (trouble !== undefined && fault instanceof Error)
    return `${troubleText(trouble).join(" · ")} (${reasonOf(fault.cause)})`;
  if (!(fault instanceof Error) || !("code" in fault) || !("path" in fault)) return undefined;
  const { code, path } = fault;
  if (code === "ENOSPC") return `ổ đĩa đầy · the disk is full: ${String(path)}`;
  const refused = code === "EACCES" || code === "EPERM" || code === "EROFS";
  return refused ? `người dùng này không có quyền với · this user may not use ${String(path)}` : undefined;
}
