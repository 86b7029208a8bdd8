/**
 * `npm run audit` on a database that the environment names: it exits with 0 when the database is clean, else prints a
 * line for each fault and exits with 1.
 */

import { afterAll, beforeAll, expect, it } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { makeTestHost, testEnvironment } from "../kit/host/host.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { type Run, runScript } from "../kit/processes/run-script.ts";
import { beginStory, importFiles } from "../kit/host/story.ts";
import { tamper } from "../kit/postgres/tampering.ts";

let database: Database;
let environment: Awaited<ReturnType<typeof testEnvironment>>;
beforeAll(async () => {
  database = await freshDatabase();
  environment = await testEnvironment();
  const { host, end } = await makeTestHost(database, { env: parseEnv(environment) });
  await importFiles(await beginStory(host), 10, { host, key: "first" });
  await end();
});
afterAll(async () => database.drop());

const audit = async (variables: NodeJS.ProcessEnv): Promise<Run> => runScript("audit", [], variables);

it("finds nothing in a clean database, and then names each thing that was changed", async () => {
  const variables = { ...environment, DATABASE_URL: database.appUrl };
  const clean = await audit(variables);
  expect(clean.said).toMatch(/^ĐÚNG · RIGHT: \d+ mục · entries, [\d.]+ s\n$/);
  expect(clean).toMatchObject({ exitCode: 0, complained: "" });
  await tamper(database, "update head set hash = sha256('')", "insert into view.login values ('x', 'login/x', 'y')");
  const changed = await audit(variables);
  expect(changed.exitCode).toBe(1);
  expect(changed.said).toMatch(
    /^SAI · WRONG head \d+: .*\(head-wrong\)\nSAI · WRONG login x: .*\(row-unknown\)\n2 lỗi · faults/,
  );
});

it("says in one line what to set when the database's address is missing", async () => {
  const { exitCode, complained } = await audit({ ...environment });
  expect(exitCode).toBe(1);
  expect(complained).toMatch(/^minh-chung: [^\n]* · set DATABASE_URL to the database, as the role minh_chung_app\n$/);
});
