/** A preview is decided as the command is, on the same streams and by the same rules, and records nothing. */

import { afterAll, beforeAll, expect, it } from "vitest";
import { canonicalJson, type Json } from "../../../src/base/canonical-json.ts";
import type { Outcome } from "../../../src/base/outcome.ts";
import type { Command } from "../../../src/domain/command.ts";
import { addParty, disclosePersonal } from "../../../src/domain/files/commands.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { preview } from "../../../src/service/reading/preview.ts";
import { handle } from "../../../src/service/recording/handle.ts";
import { readerOf } from "../../../src/service/streams/reader.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { beginStory, identity } from "../../kit/host/story.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";

let database: Database;
let whole: TestHost;
beforeAll(async () => {
  database = await freshDatabase();
  whole = await makeTestHost(database);
  await beginStory(whole.host);
});
afterAll(async () => {
  await whole.end();
  await database.drop();
});

/** Returns what preview and command tell the administrator, who also imports for every office and audits. */
async function refusals<Input>(command: Command<Input, CommandName>, body: Json): Promise<readonly unknown[]> {
  const { host } = whole;
  const input = command.input.parse(body);
  const reader = await readerOf(identity, undefined, host);
  if (!reader.ok) throw new Error("the administrator is not registered");
  const previewed: Outcome<unknown, Refusal> = await preview({ command, input }, reader.value, host);
  const handled = await handle({ identity, command, input, key: "k", body: canonicalJson(body) }, host);
  if (previewed.ok || handled.ok) throw new Error("nothing was refused");
  return [{ kind: "refused", refusal: previewed.refusal }, handled.refusal];
}

const nothing = "0".repeat(32);

it("a preview tells whoever may run a command for some office that its subject is missing, as the command does", async () => {
  const [previewed, handled] = await refusals(addParty, { case: nothing, side: "debtor", name: "Nguyễn Văn A" });
  expect(previewed).toMatchObject({ refusal: { code: "unknown-case" } });
  expect(previewed).toEqual(handled);
});

it("a preview tells nothing of its subject to whoever may run a command for no office, as the command does", async () => {
  const [previewed, handled] = await refusals(disclosePersonal, { case: nothing, purpose: "audit" });
  expect(previewed).toEqual({ kind: "refused", refusal: { code: "not-permitted" } });
  expect(previewed).toEqual(handled);
});
