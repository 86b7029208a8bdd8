/**
 * This test runs the texts: `npm start` in a copy of the tree, then every shell block of README.md and of walk.md, as printed.
 * Afterwards the README's own commands verify the whole log from outside and recompute the database.
 */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const parts = ["src", "db", "scripts", "wrangler.toml", "package.json", "package-lock.json", "tsconfig.json"];

let folder: string;
let port: number;
let started: ChildProcess;
const said: string[] = [];

beforeAll(async () => {
  // The path has a space, and only its owner can enter the folder: users have such homes.
  folder = join(mkdtempSync(join(tmpdir(), "minh-chung-walk-")), "a copy");
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  port = await freePort();
  started = spawn("npm", ["start"], { cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  await screen();
}, 180_000);

afterAll(async () => {
  const ended = new Promise((resolved) => started.once("exit", resolved));
  started.kill("SIGTERM");
  await ended;
  rmSync(resolve(folder, ".."), { recursive: true, force: true });
}, 60_000);

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PORT: String(port), npm_config_update_notifier: "false" };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolved) => server.once("listening", resolved));
  const address = server.address();
  await new Promise((resolved) => server.close(resolved));
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}

/** screen resolves when `npm start` has printed its screen. */
function screen(): Promise<void> {
  return new Promise((resolved, rejected) => {
    const hear = (chunk: Buffer): void => {
      said.push(chunk.toString());
      if (said.join("").includes("npm run -s verify")) resolved();
    };
    started.stdout?.on("data", hear);
    started.stderr?.on("data", hear);
    started.once("exit", (code) => rejected(new Error(`npm start ended with ${code}: ${said.join("").slice(-2000)}`)));
  });
}

/** The shell blocks of a text in their order, at this test's port, without the two commands that have a test of their own. */
function blocksOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8").replaceAll("127.0.0.1:8787", `127.0.0.1:${port}`);
  const found = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
  return found.filter((block) => !["npm start\n", "npm test\n"].includes(block));
}

function run(script: string): { readonly status: number; readonly out: string } {
  try {
    const out = execFileSync("bash", ["-c", script], {
      cwd: folder,
      env: environment(),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 1e8,
    });
    return { status: 0, out };
  } catch (fault) {
    const { status, stdout, stderr } = fault as { status: number; stdout: string; stderr: string };
    return { status, out: `${stdout}\n${stderr}` };
  }
}

describe("the README's lines", () => {
  it("verify from outside: 3 without the entries, 0 with them and beside an old checkpoint; and audit", () => {
    const [withoutToken = "", withToken = "", since = "", audit = "", ...more] = blocksOf("README.md");
    expect(more).toEqual([]);
    expect(run(withoutToken)).toMatchObject({ status: 3 });
    expect(run(withToken)).toMatchObject({ status: 0 });
    expect(run(`set -e\n${since}`)).toMatchObject({ status: 0 });
    expect(run(audit)).toMatchObject({ status: 0 });
  }, 120_000);
});

describe("the walk", () => {
  it("goes from a late act to a verified correction, and the database recomputes to the same", () => {
    const walk = run(`set -e\n${blocksOf("test/worker/walk.md").join("\n")}`);
    expect(walk.out).toContain("SEND_DECISION_VKS late violation");
    expect(walk.out).toContain(
      "01/KN-VKS\ninstrument-served\ninstrument-received\nreply-given\ncorrection-claimed\nconfirmed\ninstrument-closed\nclosed",
    );
    expect(walk.out).toMatch(/\n2026-11-25\n[\s\S]*\n2021-04-05\n/);
    expect(walk.out).toMatch(/\nCERTIFY_RESULT +thads-dong-thap +2 +1 +2 +1\n/);
    expect(walk.status).toBe(0);
    expect(run("npm run -s audit")).toMatchObject({ status: 0 });
    expect(
      run(`npm run -s verify -- http://127.0.0.1:${port} --token-file .dev/tokens/auditor --since my-checkpoint`),
    ).toMatchObject({ status: 0 });
  }, 120_000);
});

describe("npm start", () => {
  it("prints lines that work as printed", () => {
    const lines = said
      .join("")
      .split("\n")
      .map((line) => /(curl -s .*)$/.exec(line)?.[1])
      .filter((line) => line !== undefined);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(run(line.replace("curl -s", "curl -sf")), line).toMatchObject({ status: 0 });
  }, 60_000);
});
