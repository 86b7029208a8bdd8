/** Any number of quiet edits, in different tables at random places: `npm run audit` names every one of them. */

import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Env } from "../../../src/env.ts";
import type { DatabaseFault } from "../../../src/service/auditing/audit-fault.ts";
import { auditWhole } from "../../kit/host/check-log.ts";
import { makeTestHost, testEnv } from "../../kit/host/host.ts";
import { beginStory, importFiles } from "../../kit/host/story.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { copyDatabase, tamper } from "../../kit/postgres/tampering.ts";

let original: Database;
let env: Env;

/** An edit of the row with this key, and the fault that names it. */
interface Edit {
  readonly keys: string;
  readonly code: DatabaseFault["code"];
  readonly edit: (key: string) => string;
}

const nonce = `position('"nonce":"' in convert_from(body, 'UTF8')) + 8`;
const edits: readonly Edit[] = [
  {
    keys: "select index::text as key from leaf",
    code: "leaf-hash-wrong",
    edit: (index) =>
      `update event set body = set_byte(body, ${nonce}, case get_byte(body, ${nonce}) when 48 then 49 else 48 end)
        where id = (select event from leaf where index = ${index})`,
  },
  {
    keys: "select index::text as key from leaf",
    code: "leaf-hash-wrong",
    edit: (index) => `update leaf set hash = set_byte(hash, 7, get_byte(hash, 7) # 1) where index = ${index}`,
  },
  {
    keys: "select 'checkpoint ' || size as key from checkpoint where start > 0",
    code: "checkpoint-foreign",
    edit: (at) => `update checkpoint set tag = sha256(tag) where size = ${at.slice("checkpoint ".length)}`,
  },
  {
    keys: "select min(index)::text as key from event join leaf on leaf.event = event.id group by recording",
    code: "recording-foreign",
    edit: (index) => `update recording set status = 299
      where number = (select recording from event join leaf on leaf.event = event.id where index = ${index})`,
  },
  {
    keys: "select name as key from stream",
    code: "stream-differs",
    edit: (name) => `update stream set at = '2020-01-01T00:00:00.000Z' where name = '${name}'`,
  },
  {
    keys: "select 'deadline ' || key as key from view.deadline",
    code: "row-differs",
    edit: (at) => `update view.deadline set rule = 'OTHER' where key = '${at.slice("deadline ".length)}'`,
  },
  {
    keys: "select 'case_file ' || key as key from view.case_file",
    code: "row-missing",
    edit: (at) => `delete from view.case_file where key = '${at.slice("case_file ".length)}'`,
  },
  {
    keys: "select stream || path || ' ' || encode(commitment, 'hex') as key from committed_value",
    code: "value-broken",
    edit: (at) => `update committed_value set box = set_byte(box, 20, get_byte(box, 20) # 1)
      where encode(commitment, 'hex') = '${at.split(" ")[1]}'`,
  },
];
const keysOf = new Map<Edit, readonly string[]>();

beforeAll(async () => {
  original = await freshDatabase();
  env = await testEnv();
  const whole = await makeTestHost(original, { env });
  const story = await beginStory(whole.host);
  for (const key of ["first", "second"]) await importFiles(story, 20, { host: whole.host, key });
  for (const edit of edits) {
    const { rows } = await sql.raw<{ key: string }>(`${edit.keys} order by 1`).execute(whole.database);
    keysOf.set(
      edit,
      rows.map(({ key }) => key),
    );
  }
  await whole.end();
});
afterAll(async () => original.drop());

async function faultsAfter(statements: readonly string[]): Promise<readonly string[]> {
  const copy = await copyDatabase(original);
  await tamper(copy, ...statements);
  const whole = await makeTestHost(copy, { env });
  const { faults } = await auditWhole(whole);
  await whole.end();
  await copy.drop();
  return faults.map(({ code, at }) => `${code} ${at}`);
}

it("each of any number of planted edits is named", async () => {
  const planted = fc.tuple(fc.constantFrom(...edits), fc.nat());
  await fc.assert(
    fc.asyncProperty(fc.array(planted, { minLength: 2, maxLength: 12 }), async (some) => {
      const places = some.map(([edit, n]) => {
        const keys = keysOf.get(edit) ?? [];
        return { edit, key: keys[n % keys.length] ?? "" };
      });
      // The same edit twice at one place may undo itself.
      const once = new Map(places.map((place) => [place.edit.edit(place.key), place]));
      const faults = await faultsAfter([...once.keys()]);
      for (const { edit, key } of once.values()) expect(faults).toContain(`${edit.code} ${key}`);
    }),
    { numRuns: 8 },
  );
}, 120_000);
