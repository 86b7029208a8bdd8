/** `npm run audit`: a log made by the service is clean, and each quiet edit of its database is found and named. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../../src/env.ts";
import type { DatabaseFault } from "../../../src/service/auditing/audit-fault.ts";
import { closeJournal } from "../../../src/service/sweeping/journal.ts";
import { auditWhole, checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, testEnv } from "../../kit/host/host.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { beginStory, importFiles } from "../../kit/host/story.ts";
import { copyDatabase, tamper } from "../../kit/postgres/tampering.ts";

let original: Database;
let env: Env;
beforeAll(async () => {
  original = await freshDatabase();
  env = await testEnv();
  const { host, end } = await makeTestHost(original, { env });
  const story = await beginStory(host);
  await importFiles(story, 50, { host, key: "first" });
  await host.journal.note(
    { person: "p", office: "o", shown: [{ stream: "case/c", sealed: ["0"] }] },
    "GET /v1/cases/c",
  );
  await tamper(original, "update access_journal set at = at - interval '1 hour'");
  await closeJournal(host);
  await end();
});
afterAll(async () => original.drop());

/** Audits a copy after these statements. */
async function faultsAfter(...statements: readonly string[]): Promise<readonly DatabaseFault[]> {
  const copy = await copyDatabase(original);
  await tamper(copy, ...statements);
  const whole = await makeTestHost(copy, { env });
  const { faults } = await auditWhole(whole);
  await whole.end();
  await copy.drop();
  return faults;
}

it("a log that was not tampered with is clean", async () => {
  const whole = await makeTestHost(original, { env });
  expect(await checkLog(whole)).toBeGreaterThan(200);
  await whole.end();
});

const flip = "set_byte(body, 200, get_byte(body, 200) # 1)";
const someCase = "(select name from stream where name like 'case/%' order by name limit 1)";
const someValue = `(select commitment from committed_value where stream = ${someCase} order by commitment limit 1)`;

const someCaseName = /^case\/[0-9a-f]{32}$/;
/** The first two recordings of the log, by the numbers that their events name too. */
const swappedNumbers = `update event e set recording = (select sum(number) from first_two) - e.recording
  where e.recording in (select number from first_two)`;

describe("a quiet edit is found and named", () => {
  it.each<[what: string, code: DatabaseFault["code"], at: RegExp, ...statements: string[]]>([
    [
      "one byte of an event",
      "leaf-hash-wrong",
      /^17$/,
      `update event set body = ${flip} where id = (select event from leaf where index = 17)`,
    ],
    ["one leaf hash", "leaf-hash-wrong", /^17$/, "update leaf set hash = sha256('') where index = 17"],
    ["a leaf deleted", "leaf-missing", /^17$/, "delete from leaf where index = 17"],
    [
      "an event deleted",
      "event-missing",
      /^17$/,
      "delete from event where id = (select event from leaf where index = 17)",
    ],
    [
      "two leaves swapped",
      "leaf-hash-wrong",
      /^17$/,
      "create temp table two as select index, event from leaf where index in (17, 18)",
      "delete from leaf where index in (17, 18)",
      "insert into leaf select 35 - two.index, two.event, sha256(two.event::text::bytea) from two",
    ],
    ["the tail cut", "entries-missing", /./, "delete from leaf where index >= (select size - 3 from head)"],
    [
      "an entry behind the head",
      "leaf-hash-wrong",
      /./,
      "insert into leaf select size, 0, sha256('') from head",
      "insert into event overriding system value select 0, 0, 'case/x', 1, body from event order by id limit 1",
    ],
    [
      "a checkpoint deleted",
      "checkpoint-parted",
      /./,
      "delete from checkpoint where size = (select min(size) from checkpoint where size > 5)",
    ],
    [
      "a signature replaced",
      "note-signature-wrong",
      /^checkpoint 1$/,
      "update checkpoint set note = set_byte(note, octet_length(note) - 20, 65 + (get_byte(note, octet_length(note) - 20) + 1) % 20) where size = 1",
    ],
    [
      "a checkpoint of another size",
      "root-wrong",
      /./,
      "update checkpoint c set note = (select note from checkpoint where size > c.size order by size limit 1) where size = 1",
    ],
    [
      "an edge",
      "edge-wrong",
      /./,
      "update checkpoint set edge = set_byte(edge, 0, get_byte(edge, 0) # 1) where size = (select max(size) from checkpoint)",
    ],
    ["a tile", "tile-wrong", /^tile 1\/0$/, "update tile set hash = sha256('') where level = 1 and index = 0"],
    ["a tile deleted", "tile-missing", /^tile 1\/0$/, "delete from tile where level = 1 and index = 0"],
    ["a tile too many", "tile-unknown", /^tile 2\/0$/, "insert into tile values (2, 0, sha256(''))"],
    ["the head", "head-wrong", /./, "update head set hash = sha256('')"],
    [
      "an event that is recorded and nowhere waits",
      "event-forgotten",
      /./,
      "insert into event (recording, stream, version, body) select 0, 'case/x', 1, body from event order by id limit 1",
    ],
    [
      "a sealed event that waits again",
      "event-sealed-and-waiting",
      /./,
      "insert into pending (recording, event) select recording, id from event order by id limit 1",
    ],
    [
      "the stream beside the event",
      "event-misplaced",
      /./,
      "update event set stream = 'case/moved', version = 1 where id = (select event from leaf where index = 17)",
    ],
    [
      "a stream of no kind beside the event",
      "event-not-ours",
      /^evil\/1 v1$/,
      "update event set stream = 'evil/1', version = 1 where id = (select event from leaf where index = 17)",
    ],
    [
      "a state",
      "stream-differs",
      /^case\//,
      `update stream set state = replace(state, '2021-01-08', '2021-01-07') where name = ${someCase}`,
    ],
    ["a version", "stream-differs", /^case\//, `update stream set version = version + 1 where name = ${someCase}`],
    ["a stream deleted", "stream-differs", /^case\//, `delete from stream where name = ${someCase}`],
    [
      "a stream that nothing happened on",
      "stream-unknown",
      /./,
      "insert into stream values ('case/none', 1, '', '{}', 1, sha256(''))",
    ],
    [
      "a row of a read model",
      "row-differs",
      /^deadline /,
      "update view.deadline set due_on = due_on + 1 where key = (select min(key) from view.deadline where due_on is not null)",
    ],
    [
      "a row deleted",
      "row-missing",
      /^case_file /,
      "delete from view.case_file where key = (select min(key) from view.case_file)",
    ],
    ["a row that no state gives", "row-unknown", /^login x$/, "insert into view.login values ('x', 'login/x', 'y')"],
    [
      "a sealed value deleted",
      "value-missing",
      /^case\//,
      `delete from committed_value where commitment = ${someValue}`,
    ],
    [
      "a sealed value broken",
      "value-broken",
      /^case\//,
      `update committed_value set box = set_byte(box, 20, get_byte(box, 20) # 1) where commitment = ${someValue}`,
    ],
    [
      "a name made a mere reference, which is shown without an entry",
      "value-broken",
      /^case\/.*\/name /,
      `update committed_value set class = 'reference' where class = 'personal' and stream = ${someCase}`,
    ],
    [
      "a sealed value moved to another place",
      "value-unknown",
      /^case\//,
      `update committed_value set path = '/other' where commitment = ${someValue}`,
    ],
    [
      "a key put in the place of another",
      "value-broken",
      /./,
      "update subject_key set wrapped = (select wrapped from subject_key order by id desc limit 1) where id = (select min(id) from subject_key)",
    ],
    [
      "a row of the access journal",
      "journal-differs",
      /^log\/log v2 1-1$/,
      "update access_journal set person = 'somebody else'",
    ],
    [
      "two recordings whose keys changed places: each would be answered with the entry of the other",
      "recording-foreign",
      /^\d+$/,
      "alter table recording drop constraint recording_scope_key",
      `update recording r set scope = o.scope
        from recording o, (select array_agg(number) as both from (select number from recording order by number limit 2) as first) as t
        where r.number = any (t.both) and o.number = any (t.both) and o.number <> r.number`,
    ],
    [
      "a recording without events",
      "recording-empty",
      /^recording 999999$/,
      "insert into recording (number, scope, digest, status, tag) values (999999, sha256('a'), sha256('b'), 201, sha256('c'))",
    ],
    [
      "a recording deleted: repeated, it would be recorded twice",
      "event-of-no-recording",
      /^event \d+$/,
      "delete from recording where scope = (select scope from recording order by scope limit 1)",
    ],
    [
      "another answer to a request that is repeated",
      "recording-foreign",
      /^0$/,
      "update recording set status = 204 where number = (select min(number) from recording)",
    ],
    [
      "an event moved out of its recording",
      "recording-foreign",
      /^\d+$/,
      "update event set recording = -1 where id = (select min(id) from event group by recording having count(*) > 1 limit 1)",
    ],
    [
      "a recording doubled under another key: its events are of the first alone",
      "recording-empty",
      /^recording -1$/,
      `insert into recording (number, scope, digest, status, tag)
        select -1, sha256('other'), digest, status, tag from recording order by number limit 1`,
    ],
    [
      "the numbers of two recordings changed places",
      "recording-foreign",
      /^\d+$/,
      "create temp table first_two as select number from recording order by number limit 2",
      swappedNumbers,
    ],
    [
      "the tag of a stream",
      "stream-foreign",
      someCaseName,
      `update stream set tag = sha256('') where name = ${someCase}`,
    ],
    [
      "the tag of a stream put in the place of another's",
      "stream-foreign",
      someCaseName,
      `update stream set tag = (select tag from stream order by name desc limit 1) where name = ${someCase}`,
    ],
    [
      "the instant of a checkpoint before that of the one before it",
      "signed-at-wrong",
      /^checkpoint \d+$/,
      "update checkpoint set signed_at = signed_at - interval '1 day' where size = (select max(size) from checkpoint)",
    ],
    [
      "the instant of a checkpoint in the future",
      "signed-at-wrong",
      /^checkpoint \d+$/,
      "update checkpoint set signed_at = signed_at + interval '1 day' where size = (select max(size) from checkpoint)",
    ],
  ])("%s: %s", async (_, code, at, ...statements) => {
    const faults = await faultsAfter(...statements);
    expect(faults).toContainEqual({ code, at: expect.stringMatching(at) });
  });
});

describe("a checkpoint taken out", () => {
  /** Joins the neighbours, so that the leaves and the edges still fit; the tag of the next then binds other values. */
  const takeOut = (which: string): readonly string[] => [
    `create temp table gone as select * from checkpoint where size = (${which})`,
    "delete from checkpoint where size = (select size from gone)",
    `update checkpoint set start = gone.start, edge = gone.edge from gone where checkpoint.start = gone.size`,
  ];
  const renumber: readonly string[] = [
    "alter table checkpoint drop constraint checkpoint_number_key",
    "update checkpoint set number = number - 1 where number > (select number from gone)",
    "update head set checkpoints = checkpoints - 1",
  ];
  const last = "select max(size) from checkpoint";
  const places: readonly (readonly [string, string])[] = [
    ["the first", "select min(size) from checkpoint"],
    ["one in the middle", "select size from checkpoint order by size offset 3 limit 1"],
  ];

  it.each(places)("%s, and its neighbours joined: the tag and the number of the next say so", async (_, which) => {
    const codes = codesOf(await faultsAfter(...takeOut(which)));
    expect(codes).toEqual(["checkpoint-foreign", "checkpoint-number-wrong"]);
  });

  it.each(places)("%s, and those after it numbered anew: every one of them is foreign", async (_, which) => {
    const faults = await faultsAfter(...takeOut(which), ...renumber);
    expect(codesOf(faults)).toEqual(["checkpoint-foreign"]);
    expect(faults.length).toBeGreaterThan(1);
  });

  it("the last: the head covers more than the newest checkpoint, and counts one more", async () => {
    const codes = codesOf(await faultsAfter(...takeOut(last)));
    expect(codes).toEqual(expect.arrayContaining(["checkpoint-number-wrong"]));
  });

  it("the last, and the head counts one less: the entries of its batch have no checkpoint", async () => {
    const codes = codesOf(await faultsAfter(...takeOut(last), "update head set checkpoints = checkpoints - 1"));
    expect(codes).not.toEqual([]);
    expect(codes).not.toContain("checkpoint-foreign");
  });

  it("a number changed by itself, and a tag changed by itself", async () => {
    const middle = "(select size from checkpoint order by size offset 3 limit 1)";
    expect(codesOf(await faultsAfter(`update checkpoint set number = number + 1000 where size = ${middle}`))).toEqual([
      "checkpoint-foreign",
      "checkpoint-number-wrong",
    ]);
    expect(await faultsAfter(`update checkpoint set tag = sha256('') where size = ${middle}`)).toEqual([
      { code: "checkpoint-foreign", at: expect.stringMatching(/^checkpoint \d+$/) },
    ]);
    expect(codesOf(await faultsAfter("update head set checkpoints = checkpoints + 1"))).toEqual([
      "checkpoint-number-wrong",
    ]);
  });
});

function codesOf(faults: readonly DatabaseFault[]): readonly string[] {
  return [...new Set(faults.map(({ code }) => code))].toSorted();
}

it("of more events than are listed, each that is nowhere is counted", async () => {
  const copy = await copyDatabase(original);
  await tamper(
    copy,
    "insert into event (recording, stream, version, body) select 0, 'case/x', n, body from event e, generate_series(1, 123) n where e.id = (select min(id) from event)",
  );
  const whole = await makeTestHost(copy, { env });
  const { faults, found } = await auditWhole(whole);
  for (const code of ["event-forgotten", "event-of-no-recording"] as const) {
    expect(found.faults.counts.get(code)).toBe(123);
    expect(faults.filter((fault) => fault.code === code)).toHaveLength(100);
  }
  await whole.end();
  await copy.drop();
});

it("a log that stopped is no fault of its entries, and the audit says why it stopped", async () => {
  const copy = await copyDatabase(original);
  await tamper(copy, "update head set stopped = 'clock-went-back'");
  const whole = await makeTestHost(copy, { env });
  expect(await auditWhole(whole)).toMatchObject({ faults: [], stopped: "clock-went-back" });
  await whole.end();
  await copy.drop();
});

it("a key that was destroyed erases its values and is no fault", async () => {
  expect(
    await faultsAfter("update subject_key set wrapped = null where id = (select min(id) from subject_key)"),
  ).toEqual([]);
});
