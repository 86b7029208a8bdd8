/**
 * Every command that a page of a hosted console prints is run in a shell as it is printed, by each person who reads it: it
 * names only files that the reader has or that the line before it makes. The commands of `npm start` are run in
 * test/worker/walk.test.ts.
 */

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSite } from "../../src/site.ts";
import { pages } from "../../src/web/routes.ts";
import { Api } from "../kit/api/api.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { all, textOf } from "../kit/pages/html.ts";
import { printedCommands } from "../kit/pages/page-rules.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let url: string;
let close: () => void;
let open: (subject: string) => Promise<Visitor>;
let draft: string;
/** The reader's home, which is empty at first. */
let home: string;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  const opened = await job.openCase(await job.openIntake());
  draft = await job.draft([await job.confirmFinding(opened)]);
  ({ url, close, open } = await serveSite());
});
afterAll(async () => {
  close();
  rmSync(home, { recursive: true });
  await api.audit();
  await api.end();
});

/** Serves console and API on a port, as an office that hosts it does. */
async function serveSite() {
  const lent = { host: api.whole.host, end: async () => undefined };
  const report = (fault: unknown): void => void api.faults.push(fault);
  const origins: string[] = [];
  const site = makeSite({ host: () => lent, tokens: api.tokens, report, development: false, origins });
  home = mkdtempSync(join(tmpdir(), "minh-chung-reader-"));
  return new Promise<{ url: string; close: () => void; open: typeof open }>((listening) => {
    const server = serve({ fetch: site.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      const origin = `http://127.0.0.1:${port}`;
      origins.push(origin);
      const address = {
        origin,
        fetch: async (path: string, request: RequestInit) => site.request(`${origin}${path}`, request),
        token: async (subject: string) => api.token(subject),
      };
      listening({
        url: origin,
        close: () => server.close(),
        open: async (subject) => new Visitor(address).signIn(subject),
      });
    });
  });
}

interface Ran {
  readonly status: number;
  readonly out: string;
}

/** Runs a line in a shell in the folder of the program; `pasted` is what the person types into it. */
async function run(line: string, pasted = ""): Promise<Ran> {
  const env = { ...process.env, HOME: home, npm_config_update_notifier: "false" };
  return new Promise((resolve) => {
    const child = execFile("bash", ["-c", line], { env, maxBuffer: 1e8 }, (fault, out, complained) =>
      resolve({ status: fault === null ? 0 : Number(fault.code), out: fault === null ? out : `${out}${complained}` }),
    );
    child.stdin?.end(pasted);
  });
}

const everybody = [
  "administrator",
  "procurator",
  "chief-procurator",
  "supreme-chief",
  "foreign-procurator",
  "agency-officer",
  "agency-head",
  "other-officer",
  "court-officer",
  "management-agency",
  "auditor",
  "council-reader",
  "law-keeper",
  "importer",
];

/** Returns each command that a page of its own address prints for this person. */
async function commandsFor(subject: string): Promise<readonly string[]> {
  const visitor = await open(subject);
  const found: string[] = [];
  for (const { path } of pages.filter((page) => !page.path.includes(":")))
    found.push(...printedCommands((await visitor.open(path)).root));
  return found;
}

describe("a command that the page of the log prints", () => {
  test("shows an auditor that all is right, with the token in the file that the line before makes", async () => {
    const [cat = "", first = "", later = "", ...others] = printedCommands(
      (await (await open("auditor")).open("/console/log")).root,
    );
    expect(others).toEqual([]);
    expect(await run(cat, `${await api.token("auditor")}\n`)).toMatchObject({ status: 0 });
    expect(statSync(join(home, "minh-chung.token")).mode & 0o077).toBe(0);
    expect(await run(first)).toMatchObject({ status: 0, out: expect.stringContaining("ĐÚNG · RIGHT") });
    const kept = readFileSync(join(home, "minh-chung.checkpoint"), "utf8");
    await job.openIntake();
    expect(await run(later)).toMatchObject({ status: 0, out: expect.stringContaining("nối tiếp điểm kiểm tra") });
    expect(readFileSync(join(home, "minh-chung.checkpoint"), "utf8")).not.toBe(kept);
  }, 60_000);

  test("needs no token of anybody else, and says that the entries were not seen", async () => {
    const printed = new Set<string>();
    for (const subject of everybody.filter((each) => each !== "auditor")) {
      for (const line of printedCommands((await (await open(subject)).open("/console/log")).root)) printed.add(line);
    }
    // All others read the same two lines, the first time and every later time.
    expect(printed.size).toBe(2);
    rmSync(join(home, "minh-chung.checkpoint"), { force: true });
    for (const line of printed)
      expect(await run(line)).toMatchObject({ status: 3, out: expect.stringContaining("CHƯA THẤY CÁC MỤC") });
    expect(existsSync(join(home, "minh-chung.checkpoint"))).toBe(true);
  }, 60_000);
});

test("the command of the page of the editions prints every digest that the page shows", async () => {
  const page = await (await open("law-keeper")).open("/console/law");
  const [line = "", ...others] = printedCommands(page.root);
  expect(others).toEqual([]);
  const { status, out } = await run(line);
  expect(status).toBe(0);
  const digests = page.text.match(/\b[0-9a-f]{64}\b/g) ?? [];
  expect(digests.length).toBeGreaterThan(1);
  for (const digest of digests) expect(out).toContain(digest);
}, 60_000);

describe("the page on which the chief procurator signs", () => {
  test("prints no command to a chief without a key", async () => {
    const chief = await open("chief-procurator");
    await chief.open(`/console/instruments/${draft}/sign`);
    expect(printedCommands(chief.page.root)).toEqual([]);
    expect(chief.page.text).toContain("Bạn chưa có khóa ký được đăng ký");
  });

  test("prints a command whose line, pasted into the page, issues the instrument", async () => {
    const { jwk } = await job.registerKey();
    const chief = await open("chief-procurator");
    await chief.open(`/console/instruments/${draft}/sign`);
    const [cat = "", sign = "", ...others] = printedCommands(chief.page.root);
    expect(others).toEqual([]);
    expect(await run(cat, `${await api.token("chief-procurator")}\n`)).toMatchObject({ status: 0 });
    expect(chief.page.text).toContain("~/minh-chung.jwk");
    writeFileSync(join(home, "minh-chung.jwk"), JSON.stringify(jwk));
    const { status, out } = await run(sign);
    expect(status).toBe(0);
    await chief.press("Xem trước điều sẽ ghi", { "Chữ ký": out });
    await chief.press("Ban hành, ghi vào nhật ký");
    expect(chief.page.text).toContain("đã ký số");
  }, 60_000);
});

test("no other page without a name in its address prints a command", async () => {
  for (const subject of everybody) {
    const commands = await commandsFor(subject);
    const known = /^(npm run -s verify -- \S+ |npm run -s law -- editions$|\(umask 077; cat > ~\/minh-chung\.token\)$)/;
    expect(commands.filter((line) => !known.test(line))).toEqual([]);
    expect(commands.filter((line) => line.includes(url)).length).toBeGreaterThan(1);
  }
}, 60_000);

test("nobody is told of a folder that only a developer has", async () => {
  for (const subject of everybody) {
    const visitor = await open(subject);
    for (const { path } of pages.filter((page) => !page.path.includes(":")))
      expect((await visitor.open(path)).html, `${subject} ${path}`).not.toContain(".dev/");
  }
  const signIn = await open("procurator");
  expect(
    all((await signIn.open("/console/sign-in")).root, "main")
      .map(textOf)
      .join(" "),
  ).not.toContain(".dev/");
}, 60_000);
