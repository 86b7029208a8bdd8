/**
 * Somebody who has the password of minh_chung_sealer holds the head row in a session that never ends: nothing is sealed
 * meanwhile, commands are answered all the same and ask to try again, and reads go on.
 */

import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sealWaiting } from "../../src/service/sealing/seal.ts";
import { Api } from "../kit/api/api.ts";
import type { Reply } from "../kit/api/api-client.ts";

let api: Api;
let thief: pg.Client;

beforeAll(async () => {
  api = await Api.start();
  thief = new pg.Client({ connectionString: api.server.sealerUrl });
  await thief.connect();
  // The timeouts of a role are defaults, which its own session may lift.
  await thief.query("set idle_in_transaction_session_timeout = 0");
  await thief.query("begin");
  await thief.query("select lock_head()");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

async function command(key: string): Promise<{ readonly reply: Reply; readonly seconds: number }> {
  const began = performance.now();
  const body = { code: key, kind: "court", name: "Tòa án nhân dân", openedOn: "2025-07-01" };
  const reply = await api.post("/v1/offices", { as: "administrator", key, body });
  return { reply, seconds: (performance.now() - began) / 1000 };
}

it("commands get 503 and the word that they are recorded, each within twenty seconds, and then before they record", async () => {
  const [one, two] = await Promise.all([command("tand-mot"), command("tand-hai")]);
  for (const { reply, seconds } of [one, two]) {
    expect(reply).toMatchObject({ status: 503, code: "try-again", body: { recorded: "yes" } });
    expect(seconds).toBeLessThan(25);
  }
  const { reply, seconds } = await command("tand-ba");
  expect(reply.status).toBe(503);
  expect(seconds).toBeLessThan(25);
}, 90_000);

it("reads go on, and /health says that sealing is behind", async () => {
  expect(await api.get("/health")).toMatchObject({ status: 200, body: { status: "behind" } });
  expect((await api.get("/checkpoint")).status).toBe(200);
  expect((await api.get("/v1/offices", { as: "administrator" })).status).toBe(200);
}, 60_000);

it("once the session is ended, what waited is sealed, and each repeat is answered", async () => {
  await thief.query("rollback");
  await thief.end();
  while ((await sealWaiting(api.whole.host)) !== undefined);
  for (const key of ["tand-mot", "tand-hai", "tand-ba"]) expect((await command(key)).reply.status).toBe(201);
});
