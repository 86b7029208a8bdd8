/** Which processes run is known on a machine without `ps` too, as slim images are. */

import { spawn } from "node:child_process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandOf, runningProcesses } from "../../scripts/start/processes.ts";

const path = process.env["PATH"];
beforeEach(() => {
  process.env["PATH"] = "/nowhere";
});
afterEach(() => {
  process.env["PATH"] = path;
});

test.runIf(process.platform === "linux")("a process has its number, its group and its command without ps", () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "a word (with) spaces"], {
    detached: true,
    stdio: "ignore",
  });
  const { pid } = child;
  try {
    expect(commandOf(pid ?? 0)).toContain("a word (with) spaces");
    expect(runningProcesses().find((each) => each.pid === pid)).toMatchObject({ pid, group: pid });
  } finally {
    child.kill("SIGKILL");
  }
});

test("a number that no process has gives no command", () => {
  expect(commandOf(2 ** 30)).toBe("");
});
