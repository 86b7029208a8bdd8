/**
 * This test runs the texts: `npm start` in a copy of the tree, then every shell block of README.md and of walk.md, as printed.
 * Afterwards the README's own commands verify the whole log from outside and recompute the database.
 */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { pages } from "../../src/web/routes.ts";
import { ApiClient } from "../kit/api/api-client.ts";
import { idOf } from "../kit/api/office-world.ts";
import { all, attribute } from "../kit/pages/html.ts";
import { printedCommands } from "../kit/pages/page-rules.ts";
import { Visitor } from "../kit/pages/visitor.ts";

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
  return { ...process.env, HOME: resolve(folder, ".."), PORT: String(port), npm_config_update_notifier: "false" };
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

describe("a page of `npm start`", () => {
  it("prints commands that work as printed for whoever of the demonstration reads them", async () => {
    const printed = new Set<string>();
    for (const login of readdirSync(join(folder, ".dev", "tokens"))) {
      for (const command of await commandsFor(login)) printed.add(command);
    }
    // For those who see the entries, for those who do not, and the digests of the editions.
    expect(printed.size).toBe(5);
    for (const command of printed) {
      const status = command.includes("verify") && !command.includes("--token-file") ? 3 : 0;
      expect({ command, ...run(command) }).toMatchObject({ command, status });
    }
  }, 120_000);

  it("prints the chief procurator's command, which signs", async () => {
    const chief = await visitor("chief-procurator");
    const [sign = "", ...others] = printedCommands(
      (await chief.open(`/console/instruments/${await draft()}/sign`)).root,
    );
    expect(others).toEqual([]);
    expect(run(sign)).toMatchObject({ status: 0, out: expect.stringMatching(/^[\w-]+\.\.[\w-]+\n$/) });
  }, 60_000);
});

async function visitor(login: string): Promise<Visitor> {
  return new Visitor({ origin: `http://127.0.0.1:${port}`, fetch: ask, token: tokenOf }).signIn(login);
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, { ...request, redirect: "manual" });
}

async function tokenOf(login: string): Promise<string> {
  return readFileSync(join(folder, ".dev", "tokens", login), "utf8").trim();
}

/** Returns the commands on the pages of their own addresses. A person of several offices acts for the first. */
async function commandsFor(login: string): Promise<readonly string[]> {
  const reader = await visitor(login);
  const [office] = all(reader.page.root, "input").filter((input) => attribute(input, "name") === "office");
  if (office !== undefined) await reader.send("/console/office", [["office", attribute(office, "value") ?? ""]]);
  const found: string[] = [];
  for (const { path } of pages.filter((page) => !page.path.includes(":")))
    found.push(...printedCommands((await reader.open(path)).root));
  return found;
}

/** Drafts a recommendation on a detection that nobody has judged, as the procurator of the demonstration. */
async function draft(): Promise<string> {
  const client = new ApiClient({ issuer: "", token: tokenOf, fetch: ask });
  const listed = await client.get("/v1/detections?rule=VALUATION_CONTRACT&weight=violation", { as: "procurator" });
  const { stream, key, office } = found.parse(listed.body).items.find((item) => item.stream.startsWith("case/")) ?? {
    stream: "",
    key: "",
    office: "",
  };
  const about = { kind: "case", id: stream.slice("case/".length) };
  const confirm = { detections: [{ about, deadline: key }] };
  const confirmed = await client.post("/v1/findings", { as: "procurator", key: "finding", body: confirm });
  const finding = idOf(confirmed, "violation-confirmed", "finding");
  const assessed = { as: "procurator", key: "assessment", body: { seriousness: "less-serious" } };
  await client.post(`/v1/findings/${finding}/assessments`, assessed);
  const items = [{ findings: [finding], of: 4, demand: "Làm ngay việc chưa làm." }];
  const body = { kind: "recommendation", addressee: office, body: "Kiến nghị khắc phục.", items };
  const drafted = await client.post("/v1/instruments", { as: "procurator", key: "draft", body });
  return idOf(drafted, "instrument-drafted", "instrument");
}

const found = z.object({ items: z.array(z.object({ stream: z.string(), key: z.string(), office: z.string() })) });

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
