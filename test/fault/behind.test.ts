/** A command that finds sealing behind seals what waits and goes on, whatever left the events there. */

import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TryAgain } from "../../src/service/ports.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { makeTestHost, sealingApart, type TestHost, testEnv } from "../kit/host/host.ts";
import { beginStory, importFiles, type Story } from "../kit/host/story.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { tamper } from "../kit/postgres/tampering.ts";

describe.each([
  ["one sealing for all requests (Node)", true],
  ["each request for itself (workerd)", false],
])("%s: an event has waited for its seal for more than ten seconds", (_, sharing) => {
  let database: Database;
  let whole: TestHost;
  let story: Story;
  beforeEach(async () => {
    database = await freshDatabase();
    whole = await makeTestHost(database, { sharing, env: await testEnv() });
    story = await beginStory(whole.host);
    const unsealed = {
      ...sealingApart(whole.host),
      seal: async () => {
        throw new TryAgain("not-sealed", "yes");
      },
    };
    await importFiles(story, 1, { host: unsealed, key: "left waiting" }).catch(() => undefined);
    await tamper(database, "update pending set since = since - interval '11 seconds'");
    if (!(await whole.host.load([])).behind) throw new Error("nothing waits");
  });
  afterEach(async () => {
    await checkLog(whole);
    await whole.end();
    await database.drop();
  });

  it("one command seals it, and is recorded", async () => {
    expect(await importFiles(story, 1, { host: whole.host, key: "next" })).toMatchObject({
      status: 201,
      repeated: false,
    });
    expect((await whole.host.load([])).behind).toBe(false);
    expect(await importFiles(story, 1, { host: whole.host, key: "left waiting" })).toMatchObject({ repeated: true });
  });

  it("eight commands at once are all recorded", async () => {
    const all = Array.from({ length: 8 }, async (_each, i) =>
      importFiles(story, 1, { host: whole.host, key: `at once ${i}` }),
    );
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(all.map(() => 201));
  });

  it("a command is refused before it records while nobody can seal, and recorded afterwards", async () => {
    const holder = new pg.Client({ connectionString: database.ownerUrl });
    await holder.connect();
    await holder.query("begin");
    await holder.query("select from head for update");
    await expect(importFiles(story, 1, { host: whole.host, key: "refused" })).rejects.toThrow(
      '"code":"sealing-behind"',
    );
    await holder.query("rollback");
    await holder.end();
    expect(await importFiles(story, 1, { host: whole.host, key: "refused" })).toMatchObject({
      status: 201,
      repeated: false,
    });
  });
});
