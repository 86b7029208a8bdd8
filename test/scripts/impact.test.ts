/**
 * `law impact` as test/worker/walk.md prints it, on a real database that holds the demonstration data: who would be
 * late under which law.
 */

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDemo } from "../../scripts/demo/fill.ts";
import { parseEnv } from "../../src/env.ts";
import { makeTestHost, testEnvironment } from "../kit/host/host.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { type Run, runScript } from "../kit/processes/run-script.ts";
import { tamper } from "../kit/postgres/tampering.ts";

let database: Database;
let environment: Awaited<ReturnType<typeof testEnvironment>>;
beforeAll(async () => {
  database = await freshDatabase();
  environment = await testEnvironment();
  const { host, end } = await makeTestHost(database, { env: parseEnv(environment) });
  await fillDemo(host, { issuer: "http://issuer.test", keys: new Map(), progress: () => undefined });
  await end();
}, 240_000);
afterAll(async () => database.drop());

const law = async (...args: readonly string[]): Promise<Run> =>
  runScript("law", args, { ...environment, DATABASE_URL: database.appUrl });

/** The demonstration, as of a day that does not move. */
const impact = async (...args: readonly string[]): Promise<Run> => law("impact", "--today", "2026-11-24", ...args);

async function objects(...args: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const { exitCode, said } = await impact("--json", ...args);
  expect(exitCode).toBe(0);
  return said
    .trimEnd()
    .split("\n")
    .map((line): Record<string, unknown> => JSON.parse(line));
}

const ofKind = (all: readonly Record<string, unknown>[], kind: string) => all.filter((one) => one["kind"] === kind);

describe("the walk's line", () => {
  it("tells of each limit the file, the rule, who owes it, both due days, the three policies; then totals", async () => {
    const [, line = ""] = /^npm run -s law -- (impact .*)$/m.exec(readFileSync("test/worker/walk.md", "utf8")) ?? [];
    const { exitCode, said, complained } = await law(...line.split(" "), "--today", "2026-11-24");
    expect([exitCode, complained]).toEqual([0, ""]);
    expect(said).toMatch(/^Thời hạn kéo qua 01\/07\/2026, tính đến 24\/11\/2026\. .* \d+ mục, đã kiểm tra chữ ký/);
    expect(said).toMatch(/\nroot [0-9a-f]{64}\n/);
    expect(said).toMatch(/\ncase\/[0-9a-f]{32}: CERTIFY_RESULT, thads-dong-thap, party [0-9a-f]{32}\n/);
    expect(said).toContain("Luật cũ: L2008, hạn cuối 06/07/2026. Luật mới: L2025, hạn cuối 02/07/2026.");
    expect(said).toContain("The law of the starting day: 141 days overdue, not done (only a hint); the new law");
    expect(said).toMatch(/\nDESTRUCTION_DO +thads-dong-thap +1 +1 +0 +0\n/);
    expect(said).toMatch(/\nCERTIFY_RESULT +thads-dong-thap +2 +1 +2 +1\n/);
    expect(said).toMatch(/\nRECOMMENDATION_REPLY +thads-dong-phu +1 +1 +1 +1\n/);
    expect(said).toContain("Luật cũ: L2008, không quy định số ngày. Luật mới: L2025, hạn cuối 01/07/2026.");
    expect(said).toMatch(/\ntất cả · all +7 +6 +6 +5\n$/);
  });
});

describe("law impact --json", () => {
  it("prints one object a line: what it is based on, each limit, the totals, the end", async () => {
    const all = await objects();
    expect(all.map((one) => one["kind"])).toEqual([
      "basis",
      ...Array.from({ length: 7 }, () => "limit"),
      ...Array.from({ length: 6 }, () => "total"),
      "end",
    ]);
    expect(all[0]).toMatchObject({
      from: "2026-07-01",
      today: "2026-11-24",
      edition: 2,
      applied: "law-of-the-starting-day",
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(ofKind(all, "limit").filter(({ rule }) => rule === "DESTRUCTION_DO")).toMatchObject([
      {
        office: "thads-dong-thap",
        owner: "destruction-council",
        before: { version: "L2008", dueOn: "2026-07-06" },
        after: { version: "L2025", dueOn: "2026-07-14" },
        under: {
          "law-of-the-starting-day": { state: "late", daysLate: 4, weight: "hint" },
          "new-law-from-its-day": { state: "met" },
          "later-of-both": { state: "met" },
        },
      },
    ]);
    expect(all.at(-1)).toEqual({
      kind: "end",
      limits: 7,
      late: { "law-of-the-starting-day": 6, "new-law-from-its-day": 6, "later-of-both": 5 },
    });
  });

  it("narrows to a rule, an office, or what is late under one policy; as of a day before anything was late", async () => {
    expect(ofKind(await objects("--rule", "CERTIFY_RESULT"), "limit").length).toBe(2);
    expect(ofKind(await objects("--office", "thads-kv1-dong-thap"), "limit")).toEqual([]);
    const late = ofKind(await objects("--policy", "later-of-both", "--rule", "CERTIFY_RESULT"), "limit");
    expect(late).toMatchObject([{ rule: "CERTIFY_RESULT", under: { "later-of-both": { state: "missed" } } }]);
    const early = await objects("--today", "2026-07-01");
    expect(ofKind(early, "end")).toMatchObject([{ limits: 7, late: { "new-law-from-its-day": 0 } }]);
  });
});

describe("bad input", () => {
  it.each([
    [["--from", "2026-07-02"], "write --from 2026-07-01 (law 106/2025 Art.116)"],
    [["--from", "1/7/2026"], "1/7/2026 is not a day of the calendar; write it as 2026-11-23"],
    [["--today", "2026-02-30"], "2026-02-30 is not a day of the calendar"],
    [["--policy", "newest"], "there is no policy newest; choose one of: law-of-the-starting-day, "],
    [["--rule", "PAYOUT"], "no rule is called PAYOUT; the rules are: COURT_TRANSFER_FINAL, "],
    [["--office", "nowhere"], "no office has the code nowhere; the offices are: "],
    [["--colour", "red"], "hãy viết · write: npm run -s law -- impact "],
    [["all"], "hãy viết · write: npm run -s law -- impact "],
  ])("%j ends with 2, one line on stderr and nothing on stdout", async (args, problem) => {
    const { exitCode, said, complained } = await law("impact", ...args);
    expect([exitCode, said, complained.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(complained).toContain(problem);
  });
});

it("an edit of one byte of one act is found before anything is reported: exit 1", async () => {
  await tamper(
    database,
    "update event set body = set_byte(body, 200, get_byte(body, 200) # 1) where id = (select event from leaf where index = 17)",
  );
  const { exitCode, said } = await impact();
  expect([exitCode, said.split("\n")[0]]).toEqual([
    1,
    expect.stringMatching(/^SAI · WRONG 17: .*\(leaf-hash-wrong\)$/),
  ]);
});
