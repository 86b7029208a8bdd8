/**
 * The processes of this machine, from /proc where there is one, since a slim Linux image has no `ps`, and from `ps`
 * elsewhere.
 */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

interface RunningProcess {
  readonly pid: number;
  /** The process group, which a signal can reach as a whole. */
  readonly group: number;
  /** The command line, never cut to the width of a terminal. It is empty for a zombie, which counts as gone. */
  readonly command: string;
}

export function runningProcesses(): readonly RunningProcess[] {
  if (!hasProc()) return askPs(["-e"]);
  return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readProc(Number(name)) : []));
}

/** commandOf returns the empty text when there is no such process. */
export function commandOf(pid: number): string {
  const [found] = hasProc() ? readProc(pid) : askPs(["-p", String(pid)]);
  return found?.command ?? "";
}

function hasProc(): boolean {
  return existsSync("/proc/self/cmdline");
}

/** readProc returns one process or none, since the process may end while it is read. */
function readProc(pid: number): readonly RunningProcess[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trimEnd();
    // The line is `pid (name) state parent group …`; the name may hold anything, a parenthesis too.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [, , group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [{ pid, group: Number(group), command }];
  } catch {
    return [];
  }
}

function askPs(which: readonly string[]): readonly RunningProcess[] {
  const { stdout } = spawnSync("ps", ["-ww", "-o", "pid=,pgid=,args=", ...which], { encoding: "utf8" });
  return [...(stdout ?? "").matchAll(/^ *(\d+) +(\d+) (.*)$/gm)].map(([, pid, group, command = ""]) => ({
    pid: Number(pid),
    group: Number(group),
    command,
  }));
}
