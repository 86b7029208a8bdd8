/**
 * Exit codes, signals and stdout pass through the launcher of the npm scripts, and the suite's last line is its count.
 */

import { spawn, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";

function launch(...words: readonly string[]): ReturnType<typeof launchWith> {
  return launchWith({}, ...words);
}

function launchWith(
  variables: NodeJS.ProcessEnv,
  ...words: readonly string[]
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync("node", ["scripts/launch.mjs", ...words], {
    encoding: "utf8",
    env: { ...process.env, ...variables },
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

describe("npm run …", () => {
  test("an unknown command is refused in one line", () => {
    const { status, stdout, stderr } = launch("advice");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^minh-chung: không có lệnh advice · advice is not one of: start, test.*\n$/);
  });

  test("only the command writes to stdout", () => {
    const { status, stdout } = launch("law", "due", "RECOMMENDATION_REPLY", "2026-11-09");
    expect([status, stdout.split("\n")[0]]).toEqual([0, "2026-11-25"]);
  });

  test("the launcher exits with the command's exit code", () => {
    expect(launch("law", "due", "NO_SUCH_SERIES", "2026-11-09").status).not.toBe(0);
  });

  test("a command that lacks a variable says which one", () => {
    const { status, stdout, stderr } = launch("reopen");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^npm run -s reopen -- --origin <host>\/<new log name> --reason backup-restored\|/);
  });

  test.each(["sign", "audit", "law"])("%s refuses words that it does not know in one line of usage", (command) => {
    const { status, stdout, stderr } = launch(command, "no-such-word");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`^.*usage: npm run -s ${command}.*\\n$`));
  });

  test("the suite runs on no other PostgreSQL than TEST_POSTGRES names", () => {
    const { status, stderr } = launchWith({ TEST_POSTGRES: "9" }, "test", "test/scripts/postgres.test.ts");
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^minh-chung: TEST_POSTGRES: .* there is no PostgreSQL in \/usr\/lib\/postgresql\/9\/bin: .*\n$/,
    );
  });

  test("a file in scripts that is not a command is not run", () => {
    expect(launch("migration").status).toBe(1);
  });

  test("SIGTERM reaches the command, which ends what it started", async () => {
    // An attack would take twenty seconds; it is ended as soon as it prints.
    const words = ["scripts/launch.mjs", "test", "test/fault/seal.test.ts"];
    const launched = spawn("node", words, { stdio: ["ignore", "pipe", "ignore"] });
    const began = performance.now();
    await new Promise<void>((resolve) => launched.stdout.once("data", () => resolve()));
    launched.kill("SIGTERM");
    const code = await new Promise((resolve) => launched.once("exit", resolve));
    expect(code).toBe(1);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe("npm test", () => {
  test("a run in which no test ran is a failure, and its last line says so", () => {
    const { status, stdout } = launch("test", "test/scripts/no-such-file");
    expect(status).toBe(1);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^0 passed, \d+ failed, 0 skipped$/);
  });

  test("only the projects that the words name run", () => {
    // The file is one of the project system, so nothing runs, and no database is started.
    const { status, stdout } = launch("test", "--project=ground", "test/http/headers.test.ts");
    expect(status).toBe(1);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^0 passed/);
  });

  test("the last line counts what passed", () => {
    const { status, stdout } = launch("test", "test/base/bytes.test.ts");
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^[1-9]\d* passed, 0 failed, 0 skipped$/);
  });
});
