/**
 * PostgreSQL on a bare machine: folders that only their owner can enter, ports that are taken, locks of dead processes.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Postgres, startPostgres } from "../../scripts/postgres/postgres.ts";

let parent: string;
let folder: string;
const ends: (() => Promise<void>)[] = [];
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "minh-chung-life-"));
  folder = join(parent, "a path with spaces");
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(parent, { recursive: true, force: true });
});

async function start(place = folder, port?: number): Promise<Postgres> {
  const postgres = await startPostgres({ folder: place, durable: false, ...(port === undefined ? {} : { port }) });
  ends.push(() => postgres.stop("immediate"));
  return postgres;
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe("the embedded PostgreSQL", () => {
  test("a folder that only its owner can enter, with spaces in its path, will do", async () => {
    chmodSync(parent, 0o700);
    const postgres = await start();
    expect(await ask(postgres.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a folder may be named relatively", async () => {
    const postgres = await start(relative(process.cwd(), folder));
    expect(await ask(postgres.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a second start has the same data and takes the same passwords", async () => {
    const first = await start();
    await ask(first.ownerUrl, "create table kept as select 7 as seven");
    await first.stop();
    const second = await start(folder, first.port);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, "select * from kept")).toEqual([{ seven: 7 }]);
  });

  test("the passwords are readable by their owner only, whatever the umask", async () => {
    const before = process.umask(0);
    try {
      await start();
    } finally {
      process.umask(before);
    }
    expect(statSync(join(folder, "passwords.json")).mode & 0o777).toBe(0o600);
  });

  test("a port that is taken is passed over for the next", async () => {
    const { server, port } = await occupy();
    try {
      expect((await start(folder, port)).port).toBeGreaterThan(port);
    } finally {
      server.close();
    }
  });

  test("an initdb that was interrupted is thrown away", async () => {
    const unfinished = join(folder, "data.unfinished");
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, "PG_VERSION"), "18");
    const postgres = await start();
    expect(await ask(postgres.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a lock whose process number now belongs to another program is removed, and that program lives", async () => {
    await (await start()).stop();
    const stranger: ChildProcess = spawn("sleep", ["600"]);
    try {
      writeFileSync(join(folder, "data", "postmaster.pid"), `${stranger.pid}\n${folder}/data\n`);
      const postgres = await start();
      expect(await ask(postgres.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  test("a server that a killed starter left behind is ended and its data are kept", async () => {
    const orphan = await start();
    await ask(orphan.ownerUrl, "create table kept as select 7 as seven");
    const left = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0];
    const next = await start();
    expect(await ask(next.ownerUrl, "select * from kept")).toEqual([{ seven: 7 }]);
    expect(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]).not.toBe(left);
  });

  test("lost passwords get one line that says what to do", async () => {
    await (await start()).stop();
    rmSync(join(folder, "passwords.json"));
    await expect(start()).rejects.toThrow("put the file back, or remove all data with npm run reset");
  });
});

async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { server, port: address.port };
}
