/**
 * The daily sweep begins after midnight, goes on where it stopped, makes up for days on which nothing ran, and says so
 * in the log.
 */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { parseUtf8 } from "../../../src/base/bytes.ts";
import { addDays, type Day } from "../../../src/base/day.ts";
import { recordBulk } from "../../../src/domain/files/bulk.ts";
import { streamId } from "../../../src/domain/event.ts";
import { id } from "../../../src/domain/field.ts";
import { openOffice } from "../../../src/domain/offices/commands.ts";
import { currentEdition } from "../../../src/law/edition.ts";
import { sweepDay } from "../../../src/service/sweeping/daily-sweep.ts";
import { healthOf } from "../../../src/service/sweeping/health.ts";
import type { Host } from "../../../src/service/host.ts";
import type { DeadlineRow } from "../../../src/service/views.ts";
import { checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { later as laterOf } from "../../kit/host/later.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { administratorAsks, beginStory, importFiles, type Story, todayOf } from "../../kit/host/story.ts";

let database: Database;
let whole: TestHost;
let story: Story;
/** The day on which the log opened. */
let today: Day;

beforeEach(async () => {
  database = await freshDatabase();
  whole = await makeTestHost(database);
  story = await beginStory(whole.host);
  await importFiles(story, 3, { host: whole.host, key: "first", source: "document" });
  today = await todayOf(whole.host);
});
afterEach(async () => {
  await checkLog(whole);
  await whole.end();
  await database.drop();
});

const later = (days: number, host = whole.host): Host => laterOf(days, host);

/** The instant so many days after the log opened, in Vietnam, as the caller of the sweep gives it. */
const at = (days: number, time = "05:00"): number => Date.parse(`${addDays(today, days)}T${time}:00+07:00`);

const sealedEvent = z.object({
  event: z.object({
    actor: z.unknown(),
    type: z.string(),
    stream: z.string(),
    data: z.record(z.string(), z.unknown()),
    law: z.object({ rule: z.string(), due: z.string().optional() }).optional(),
  }),
});

async function events(type: string) {
  const { log } = whole.host;
  const leaves = await log.leaves(0, (await log.head()).size);
  const all = leaves.map((leaf) => sealedEvent.parse(JSON.parse(parseUtf8(leaf) ?? "")).event);
  return all.filter((event) => event.type === type);
}

const swept = async () => (await events("deadlines-swept")).map(({ data }) => data);
const sealed = async () =>
  (await events("deadline-missed")).map(({ law, data }) =>
    [data["office"], law?.due, law?.rule, data["startedBy"], data["subject"]].map(String).join(" "),
  );
const nameOf = ({ office, dueOn, rule, startedBy, subject }: DeadlineRow): string =>
  [office, dueOn, rule, startedBy, subject].map(String).join(" ");

/** In the order of the sweep. */
async function overdue(more: { unsealed?: boolean } = {}): Promise<readonly DeadlineRow[]> {
  const all: DeadlineRow[] = [];
  const query = { state: "overdue", weight: "violation", today, limit: 1000, ...more } as const;
  for (const { key: office } of await whole.host.views.offices())
    all.push(...(await whole.host.views.deadlines({ ...query, office })));
  return all.filter(({ provisional }) => !provisional);
}

const sizeNow = async (): Promise<number> => (await whole.host.log.head()).size;

describe("the daily sweep", () => {
  it("seals each due day that passed, then the day up to which it looked, once", async () => {
    await sweepDay(at(1), later(1));
    await sweepDay(at(1, "23:59"), later(1));
    expect((await sealed()).toSorted()).toEqual((await overdue()).map(nameOf).toSorted());
    expect((await sealed()).length).toBeGreaterThan(0);
    expect(await overdue({ unsealed: true })).toEqual([]);
    const [only, ...others] = await events("deadlines-swept");
    expect([only, others]).toMatchObject([{ actor: { system: "sweep" }, data: { on: addDays(today, 1) } }, []]);
  });

  it("records nothing on the day on which the log opens, however often it runs", async () => {
    const size = await sizeNow();
    for (const time of ["00:00", "00:05", "12:00", "23:59"]) await sweepDay(at(0, time), whole.host);
    expect(await sizeNow()).toBe(size);
  });

  it("records nothing in a log that is not open", async () => {
    const empty = await freshDatabase();
    const other = await makeTestHost(empty);
    await sweepDay(at(1), later(1, other.host));
    expect((await other.host.log.head()).size).toBe(0);
    await other.end();
    await empty.drop();
  });

  it("begins at five past midnight in Vietnam, and not before the database has that day", async () => {
    await sweepDay(at(1, "00:04"), later(1));
    await sweepDay(at(1, "00:05"), whole.host);
    expect(await swept()).toEqual([]);
    await sweepDay(at(1, "00:05"), later(1));
    expect(await swept()).toEqual([{ on: addDays(today, 1) }]);
  });

  it("records once a day that it looked, even if nothing was missed", async () => {
    await sweepDay(at(1), later(1));
    const size = await sizeNow();
    await sweepDay(at(2), later(2));
    await sweepDay(at(2), later(2));
    expect(await sizeNow()).toBe(size + 1);
    expect(await swept()).toEqual([1, 2].map((days) => ({ on: addDays(today, days) })));
  });

  it("makes up in any minute for days on which nothing ran; /health calls them missed until then", async () => {
    expect((await healthOf(whole.host)).sweep).toMatchObject({ complete: undefined, missed: false });
    expect((await healthOf(later(4))).sweep).toMatchObject({ lastAt: undefined, complete: undefined, missed: true });
    await sweepDay(at(4, "13:37"), later(4));
    expect(await swept()).toEqual([{ on: addDays(today, 4) }]);
    expect(await sealed()).toHaveLength((await overdue()).length);
    const { sweep } = await healthOf(later(4));
    expect(sweep).toMatchObject({ complete: addDays(today, 4), missed: false });
    expect(sweep?.lastAt?.slice(0, 10)).toBe((await later(4).load([])).now.slice(0, 10));
  });
});

describe("a run of the sweep that reaches its bounds", () => {
  /** The minute ends after each page. */
  const pageAMinute = { milliseconds: Number.POSITIVE_INFINITY, sealed: 1 };
  const most = 200;

  beforeEach(async () => {
    const body = { code: "thads-an-giang", kind: "enforcement-agency", name: "THADS An Giang", openedOn: "2009-07-01" };
    const opened = await administratorAsks(whole.host, openOffice, { body, key: "other" });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const key = (await whole.host.views.offices()).find(({ code }) => code === body.code)?.key;
    const agency = id<"office">().parse(key);
    await importFiles({ ...story, agency }, 3, { host: whole.host, key: "second", source: "document" });
    await importFiles(story, 130, { host: whole.host, key: "third", source: "document" });
  });

  it("records where it stopped, and the next one goes on there, office after office, to the end", async () => {
    const all = await overdue();
    const pages = [...Map.groupBy(all, ({ office }) => office).values()].flatMap((rows) =>
      Array.from({ length: Math.ceil(rows.length / most) }, (_, i) => rows.slice(i * most, (i + 1) * most)),
    );
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      const before = await sealed();
      await sweepDay(at(1), later(1), pageAMinute);
      expect((await sealed()).slice(before.length).toSorted()).toEqual(page.map(nameOf).toSorted());
      const { office, dueOn, rule, startedBy, subject } = page.at(-1) ?? {};
      expect((await swept())[i]).toEqual({
        on: addDays(today, 1),
        through: { office, dueOn, rule, startedBy, subject },
      });
    }
    await sweepDay(at(1), later(1), pageAMinute);
    await sweepDay(at(1), later(1), pageAMinute);
    expect((await swept()).slice(pages.length)).toEqual([{ on: addDays(today, 1) }]);
    expect((await sealed()).toSorted()).toEqual(all.map(nameOf).toSorted());
  });

  it("is continued days later: first the day that it began, then today; /health says so", async () => {
    await sweepDay(at(1), later(1), pageAMinute);
    expect((await healthOf(later(3))).sweep).toMatchObject({ complete: undefined, missed: true });
    await sweepDay(at(3), later(3));
    await sweepDay(at(3), later(3));
    const [begun, ...others] = await swept();
    expect([begun?.["on"], others]).toEqual([addDays(today, 1), [1, 3].map((days) => ({ on: addDays(today, days) }))]);
    expect(new Set(await sealed()).size).toBe((await overdue()).length);
  });

  it("records nothing when it comes no further", async () => {
    await sweepDay(at(1), later(1), pageAMinute);
    const size = await sizeNow();
    await sweepDay(at(1), { ...later(1), record: async () => ({ status: "moved" }) });
    expect(await sizeNow()).toBe(size);
  });

  it("stops when its time is over", async () => {
    let clock = 0;
    await sweepDay(at(1), { ...later(1), clock: () => (clock += 1000) }, { milliseconds: 1000, sealed: 1_000_000 });
    expect(await swept()).toMatchObject([{ through: {} }]);
  });
});

describe("the daily sweep among faults and other processes", () => {
  it("seals each due day once and records the day once in two processes at once", async () => {
    const other = await makeTestHost(database, { env: whole.keys.env });
    await Promise.all([sweepDay(at(1), later(1)), sweepDay(at(1), later(1, other.host))]);
    await sweepDay(at(1), later(1, other.host));
    await other.end();
    expect((await sealed()).toSorted()).toEqual((await overdue()).map(nameOf).toSorted());
    expect(await swept()).toEqual([{ on: addDays(today, 1) }]);
  });

  it("goes on in the next minute, and seals nothing twice, when a process dies before it records the day", async () => {
    const host = later(1);
    const dying: Host = {
      ...host,
      record: async (recording) => {
        if (recording.advances.some(({ stream }) => stream.startsWith("sweep/"))) throw new Error("the power is gone");
        return host.record(recording);
      },
    };
    await expect(sweepDay(at(1), dying)).rejects.toThrow("the power is gone");
    const before = await sealed();
    expect([before.length > 0, await swept()]).toEqual([true, []]);
    await sweepDay(at(1), host);
    expect([await sealed(), await swept()]).toEqual([before, [{ on: addDays(today, 1) }]]);
  });

  it("sees an act that is recorded while it decides: a deadline that the act meets, late, is not sealed as missed", async () => {
    const late = (await overdue()).find(({ rule }) => rule === "SEND_DECISION_VKS");
    if (late === undefined) throw new Error("no decision is late");
    const sentOn = { day: "2021-02-01", source: "import" };
    const line = {
      do: "record-act",
      on: { case: streamId(late.stream) },
      type: "decision-sent-to-procuracy",
      subject: { kind: "decision", id: late.subject },
      days: { sentOn, receivedOn: sentOn },
    };
    const host = later(1);
    let isSent = false;
    const overtaken: Host = {
      ...host,
      record: async (recording) => {
        if (!isSent) {
          isSent = true;
          expect((await administratorAsks(whole.host, recordBulk, { body: [line], key: "sent" })).ok).toBe(true);
        }
        return host.record(recording);
      },
    };
    await sweepDay(at(1), overtaken);
    expect((await sealed()).toSorted()).toEqual((await overdue()).map(nameOf).toSorted());
    expect(await sealed()).not.toContain(nameOf(late));
    expect(await swept()).toEqual([{ on: addDays(today, 1) }]);
  });

  it("leaves files that keep advancing to the next minute, and records nothing", async () => {
    const size = await sizeNow();
    await sweepDay(at(1), { ...later(1), record: async () => ({ status: "moved" }) });
    expect(await sizeNow()).toBe(size);
    await sweepDay(at(1), later(1));
    expect(await swept()).toEqual([{ on: addDays(today, 1) }]);
  });

  it("records nothing in a program of another edition of the law, whether a deadline was missed or not", async () => {
    const another = { ...currentEdition, number: currentEdition.number + 1 };
    const law = { running: another, known: [currentEdition, another] };
    const size = await sizeNow();
    await sweepDay(at(1), { ...later(1), law });
    expect(await sizeNow()).toBe(size);
    await sweepDay(at(1), later(1));
    await sweepDay(at(2), { ...later(2), law });
    expect(await swept()).toEqual([{ on: addDays(today, 1) }]);
  });
});
