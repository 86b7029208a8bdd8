/**
 * When another edition of the law is adopted, each due day that changed is sealed: of which deadline, from which day to
 * which.
 */

import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { parseUtf8 } from "../../../src/base/bytes.ts";
import { emptyCache } from "../../../src/assemble.ts";
import { type Id, parseId } from "../../../src/base/ids.ts";
import type { NewEvent } from "../../../src/domain/command.ts";
import { editionName } from "../../../src/domain/editions/offer.ts";
import { parseStreamName, streamId, streamName } from "../../../src/domain/event.ts";
import { id } from "../../../src/domain/field.ts";
import { fileNamed, ownedFile } from "../../../src/domain/file-kinds.ts";
import { goneDetections } from "../../../src/domain/gone-detections.ts";
import { goneRow } from "../../../src/domain/projection.ts";
import { reference } from "../../../src/domain/secret.ts";
import { currentEdition, type Edition } from "../../../src/law/edition.ts";
import { loadStates } from "../../../src/service/streams/load-states.ts";
import type { Host } from "../../../src/service/host.ts";
import { lawPage } from "../../../src/service/reading/law-page.ts";
import { dueDayChangesIn } from "../../../src/service/reading/due-day-changes.ts";
import { systemScope, recordBySystem } from "../../../src/service/recording/system-recording.ts";
import { statesOf } from "../../../src/service/streams/states.ts";
import { sealMoved } from "../../../src/service/sweeping/superseding.ts";
import { sweep } from "../../../src/service/sweeping/sweep.ts";
import { auditWhole, checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { adoptByTwo, registerKeepers } from "../../kit/host/law-keepers.ts";
import { registerOfficer } from "../../kit/host/officer.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { day } from "../../kit/host/stage.ts";
import { beginStory, importFiles, type Story } from "../../kit/host/story.ts";
import { tamper } from "../../kit/postgres/tampering.ts";

/**
 * An edition in which Tuesday 12/01/2021 is a day off: a decision of 08/01/2021 is to be sent by 14/01, not by 13/01.
 */
const before: Edition = {
  ...currentEdition,
  calendars: currentEdition.calendars.map((year) =>
    year.year === 2021 ? { ...year, daysOff: { ...year.daysOff, "01-12": "swapped" } } : year,
  ),
};
const after: Edition = { ...currentEdition, number: currentEdition.number + 1 };
/** Two pages of files. */
const files = 110;

let database: Database;
let whole: TestHost;
let story: Story;
let old: Host;
let next: Host;

beforeEach(async () => {
  database = await freshDatabase();
  whole = await makeTestHost(database);
  old = { ...whole.host, cache: emptyCache(), law: { running: before, known: [before] } };
  next = { ...whole.host, cache: emptyCache(), law: { running: after, known: [before, after] } };
  story = await beginStory(old);
  await registerKeepers(story, old);
  await importFiles(story, files, { host: old, key: "first" });
  // The rows that a program with that edition would have kept.
  await tamper(database, "update view.deadline set due_on = '2021-01-14' where due_on = '2021-01-13'");
});
afterEach(async () => {
  await whole.end();
  await database.drop();
});

const entry = z.object({
  event: z.object({
    actor: z.unknown(),
    type: z.string(),
    data: z.object({
      from: z.unknown(),
      to: z.unknown(),
      files: z.int(),
      complete: z.boolean(),
      moved: z.array(
        z.looseObject({
          about: z.object({ kind: z.string(), id: z.string() }),
          rule: z.string(),
          before: z.object({ dueOn: z.string() }).optional(),
          after: z.object({ dueOn: z.string() }).optional(),
        }),
      ),
    }),
  }),
});

const shown = (on: string) => ({ day: day(on), source: "document" }) as const;

async function caseNames(): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select name from stream where name like 'case/%' order by name limit 1`.execute(whole.database);
  return rows.map(({ name }) => name);
}

async function told() {
  const { log } = whole.host;
  const leaves = await log.leaves(0, (await log.head()).size);
  const texts = leaves.map((leaf) => parseUtf8(leaf) ?? "").filter((text) => text.includes('"type":"due-days-moved"'));
  return texts.map((text) => entry.parse(JSON.parse(text)).event);
}

/** Checks that the page of a file shows what was sealed, the old date beside the new one. */
async function shownAsSealed(sealed: Awaited<ReturnType<typeof told>>[number]["data"]["moved"]): Promise<void> {
  const file = parseId<Id<"subject">>(sealed[0]?.about.id);
  if (file === undefined) throw new Error("nothing moved in a case");
  const { states } = await loadStates(() => [streamName("case", file)], next);
  const found = fileNamed({ kind: "case", id: file }, states);
  const shown = found && (await dueDayChangesIn(found.file, next));
  expect(sealed.length).toBeGreaterThan(0);
  expect(shown?.map((move) => [move.rule, move.before?.dueOn, move.after?.dueOn])).toEqual(
    sealed.map((move) => [move.rule, move.before?.dueOn, move.after?.dueOn]),
  );
  expect(shown?.[0]).toMatchObject({ supersedes: before.number, edition: after.number });
}

describe("an edition that takes the place of another", () => {
  it("seals each deadline that it moves once, and makes the lists anew", async () => {
    await adoptByTwo(after, next);
    expect((await lawPage(next)).superseding).toMatchObject([{ files: 0, complete: false }]);
    expect((await auditWhole(whole)).faults.map(({ code }) => code)).toContain("row-differs");
    expect(await sealMoved(next)).toBeGreaterThan(1);
    const events = await told();
    const moved = events.flatMap(({ data }) => data.moved);
    const late = moved.filter(({ rule }) => rule === "SEND_DECISION_VKS");
    expect(new Set(late.map(({ about }) => about.id)).size).toBe(files);
    expect(late.map((one) => [one.about.kind, one.before?.dueOn, one.after?.dueOn])).toEqual(
      late.map(() => ["case", "2021-01-14", "2021-01-13"]),
    );
    expect(new Set(moved.map((one) => JSON.stringify(one))).size).toBe(moved.length);
    expect(events.map(({ actor, data: { from, to } }) => ({ actor, from, to }))).toEqual(
      events.map(() => ({ actor: { system: "sweep" }, from: editionName(before), to: editionName(after) })),
    );
    expect(events.map(({ data }) => data.complete)).toEqual(events.map((_, i) => i === events.length - 1));
    expect(events.reduce((sum, { data }) => sum + data.files, 0)).toBe(2 * files);
    const [progress] = (await lawPage(next)).superseding;
    expect(progress).toMatchObject({ files: 2 * files, moved: moved.length, complete: true, to: editionName(after) });
    await checkLog(whole);
    await shownAsSealed(moved.filter(({ about }) => about.id === late[0]?.about.id));
    expect(await sealMoved(next)).toBe(0);
    expect(await told()).toHaveLength(events.length);
  });

  it("is recorded once when two processes sweep at once", async () => {
    await adoptByTwo(after, next);
    const other = await makeTestHost(database, { env: whole.keys.env });
    const second = { ...other.host, law: next.law };
    const at = Date.parse("2026-11-23T03:07:00Z");
    await Promise.all([sweep(next, at), sweep(second, at)]);
    await sweep(next, at);
    await other.end();
    const moved = (await told()).flatMap(({ data }) => data.moved).map((one) => JSON.stringify(one));
    expect(moved.length).toBeGreaterThan(0);
    expect(new Set(moved).size).toBe(moved.length);
    expect((await told()).filter(({ data }) => data.complete)).toHaveLength(1);
    await checkLog(whole);
  });

  it("goes on where the sweep was overtaken, repeats nothing and leaves nothing out", async () => {
    await adoptByTwo(after, next);
    let overtaken = 0;
    const halting: Host = {
      ...next,
      record: async (recording) => {
        overtaken += 1;
        return overtaken === 2 ? { status: "moved" } : next.record(recording);
      },
    };
    await sealMoved(halting);
    const [first] = (await lawPage(next)).superseding;
    expect(first).toMatchObject({ complete: false, files: 200 });
    expect(first?.moved).toBeGreaterThan(0);
    await sealMoved(next);
    const moved = (await told()).flatMap(({ data }) => data.moved).map((one) => JSON.stringify(one));
    expect([new Set(moved).size, (await lawPage(next)).superseding[0]?.files]).toEqual([moved.length, 2 * files]);
    await checkLog(whole);
  });

  it("takes off the list a detection that a correction took away only under the one before", async () => {
    const [name] = await caseNames();
    const stream = parseStreamName(name ?? "");
    const file = id<"case">().parse(streamId(stream));
    const actor = await registerOfficer(story, old);
    const loaded = await old.load([stream]);
    const decided = statesOf(loaded.streams).of("case", file);
    const sent = id<"act">().parse("5".repeat(32));
    const subject = { kind: "decision", id: id<string>().parse(decided?.decision) } as const;
    const [late, right] = [shown("2021-01-20"), shown("2021-01-14")];
    const act = { act: sent, type: "decision-sent-to-procuracy", subject, answers: [], traits: {} } as const;
    const change = { act: sent, field: "sentOn", before: late, after: right, reason: reference("ghi nhầm") } as const;
    const events: NewEvent[] = [
      { kind: "case", id: file, event: { type: "act-recorded", data: { ...act, days: { sentOn: late } } } },
      { kind: "case", id: file, event: { type: "act-corrected", data: change } },
    ];
    await recordBySystem({ events, loaded, actor, scope: systemScope("correction") }, old);
    const corrected = statesOf((await old.load([stream])).streams).of("case", file);
    const [gone, ...others] = corrected === undefined ? [] : goneDetections(ownedFile("case", corrected), before);
    if (gone === undefined || others.length > 0) throw new Error(`${others.length} are gone`);
    // The rows that a program with that edition would have kept.
    const row = JSON.stringify(goneRow(stream, gone));
    await tamper(database, `insert into view.gone select * from jsonb_populate_record(null::view.gone, '${row}')`);
    await adoptByTwo(after, next);
    await sealMoved(next);
    await checkLog(whole);
  });

  it("is recorded by no program that applies another one, or lacks the one before", async () => {
    expect(await sealMoved(next)).toBe(0);
    await adoptByTwo(after, next);
    expect(await sealMoved(old)).toBe(0);
    expect(await sealMoved({ ...next, law: { running: after, known: [after] } })).toBe(0);
    expect(await told()).toEqual([]);
  });
});

it("the edition that opened the log changes no due day when two persons adopt it", async () => {
  await adoptByTwo(before, old);
  expect(await sealMoved(old)).toBe(0);
  expect(await told()).toEqual([]);
});
