/** The rows of a stream (db/0002_views.sql) follow from its state alone, and recording writes only the rows that changed. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/domain/projection.ts";
import {
  changes,
  mergeChanges,
  type Row,
  type RowChanges,
  type Rows,
  type ViewTable,
  tables,
} from "../../src/domain/row-changes.ts";
import type { Id, PersonId } from "../../src/base/ids.ts";
import { recordBulk } from "../../src/domain/files/bulk.ts";
import { assess } from "../../src/law/detection/detection.ts";
import { stateOn } from "../../src/law/detection/deadline.ts";
import { caseFile } from "../../src/domain/files/file.ts";
import { Docket } from "../kit/host/docket.ts";
import { document, must } from "../kit/host/province.ts";
import { day } from "../kit/host/stage.ts";

const today = "2026-11-23";
const happened = (on: string) => ({ happenedOn: document(on) });

/** An intake with a late transfer, its case, notices to one of two debtors, a seizure of one of two assets. */
function scene() {
  const docket = new Docket(today);
  const effective = { type: "judgment-effective", days: happened("2026-09-01") };
  const { on, acts } = docket.intake({
    acts: [effective, { type: "judgment-received", days: { receivedOn: document("2026-11-02") } }],
  });
  const opened = docket.case({ answers: [acts[1]] }, on.intake);
  docket.record(opened.on, {
    type: "party-notified",
    subject: { kind: "party", id: opened.debtors[0] },
    answers: [opened.act],
    days: happened("2026-11-05"),
  });
  docket.record(opened.on, {
    type: "asset-seized",
    subject: { kind: "asset", id: opened.assets[1] },
    days: happened("2026-11-16"),
  });
  return { docket, intake: on.intake, opened };
}

function byRule(rows: Rows, rule: string): readonly Row[] {
  return (rows.deadline ?? []).filter((row) => row["rule"] === rule);
}

describe("the rows of an intake", () => {
  const { docket, intake } = scene();
  const rows = docket.province.stage.rows("intake", intake);

  it("say whose it is and where it came from", () => {
    const { agency, court } = docket.province;
    const row = { key: intake, stream: `intake/${intake}`, agency, court, opened_on: "2026-11-02", judgment: null };
    expect(rows.intake).toEqual([row]);
  });

  it("lay the court's duty at the court's door and the agency's at the agency's", () => {
    const { agency, court } = docket.province;
    const offices = (rows.deadline ?? []).map((row) => [row["rule"], row["office"]]);
    expect(offices).toEqual([
      ["COURT_TRANSFER_DEFAULT", court],
      ["DECISION_OWN_MOTION", agency],
    ]);
  });

  it("say that a refusal excuses the decision on the request that it answers, and on no other", () => {
    const other = new Docket(today);
    const [judgment, request] = ["judgment-received", "request-received"].map((type) => ({
      type,
      days: { receivedOn: document("2026-11-02") },
    }));
    const { on, acts } = other.intake({ motion: "on-request", acts: [judgment, request, request] });
    other.record(on, { type: "request-refused", answers: [acts[1]], days: happened("2026-11-04") });
    const states = byRule(other.province.stage.rows("intake", on.intake), "DECISION_ON_REQUEST").map((row) => [
      row["started_by"],
      row["state"],
    ]);
    expect(states).toEqual([
      [acts[1], "excused"],
      [acts[2], "open"],
    ]);
  });

  it("lay a court's duty at nobody's door while the court is not known", () => {
    const docketOf = new Docket(today);
    const { on } = docketOf.intake({
      court: undefined,
      acts: [{ type: "judgment-effective", days: happened("2026-09-01") }],
    });
    expect(docketOf.province.stage.rows("intake", on.intake).deadline).toEqual([]);
  });
});

describe("the rows of a case", () => {
  const { docket, opened, intake } = scene();
  const rows = docket.province.stage.rows("case", opened.on.case);

  it("say when it was decided, and that it has not ended", () => {
    expect(rows.case_file).toMatchObject([{ key: opened.on.case, intake, decided_on: "2026-11-04", ended_on: null }]);
  });

  it("say when it ended", () => {
    const ended = scene();
    ended.docket.record(ended.opened.on, { type: "case-ended", days: happened("2026-11-20") });
    expect(ended.docket.province.stage.rows("case", ended.opened.on.case).case_file).toMatchObject([
      { ended_on: "2026-11-20" },
    ]);
  });

  it("keep each debtor's notice apart: what was done for one is open for the other", () => {
    const notices = byRule(rows, "NOTIFY_PARTIES").map((row) => [row["subject"], row["state"], row["met_on"]]);
    expect(notices).toEqual([
      [opened.debtors[0], "met", "2026-11-05"],
      [opened.debtors[1], "open", null],
      [opened.creditor, "open", null],
    ]);
  });

  it("have no row for the debtor's own time, and one for what its end starts", () => {
    expect([byRule(rows, "VOLUNTARY_PERIOD"), byRule(rows, "VERIFY_FIRST")]).toMatchObject([
      [],
      [{ subject: opened.debtors[0], owner: "enforcer" }],
    ]);
  });

  it("keep due days and open, met, excused, forbidden only; late and missed follow from today (promise 3)", () => {
    const state = docket.province.stage.state("case", opened.on.case);
    const obligations = state === undefined ? [] : assess(caseFile(state), { today: day(today) });
    const kept = new Map((rows.deadline ?? []).map((row) => [row.key, row]));
    for (const each of obligations.filter(({ owner }) => owner !== "debtor")) {
      const row = kept.get(each.key);
      const dueOn = row?.["due_on"] ?? undefined;
      const metOn = row?.["met_on"] ?? undefined;
      const days = {
        dueOn: dueOn === undefined ? undefined : day(String(dueOn)),
        ...(metOn === undefined ? {} : { metOn: day(String(metOn)) }),
        forbidden: row?.["state"] === "forbidden",
      };
      expect(stateOn(days, day(today))).toBe(each.state);
    }
  });

  it("say which deadlines were satisfied: any other is a breach once its day is past", () => {
    const late = scene();
    for (const [debtor, on] of [
      [0, "2026-11-05"],
      [1, "2026-11-20"],
    ] as const) {
      const subject = { kind: "party", id: late.opened.debtors[debtor] };
      const answers = [late.opened.act];
      late.docket.record(late.opened.on, { type: "party-notified", subject, answers, days: happened(on) });
    }
    const notices = byRule(late.docket.province.stage.rows("case", late.opened.on.case), "NOTIFY_PARTIES");
    expect(notices.map((row) => [row["state"], row["satisfied"], row["day"] === row["due_on"]])).toEqual([
      ["met", true, true],
      ["met", false, true],
      ["open", false, true],
    ]);
  });

  it("say of a forbidden act that it is one, by the day on which it was done (law 106/2025 Art.72(5))", () => {
    const { docket: other, opened: at } = scene();
    const subject = { kind: "party", id: at.debtors[0] };
    other.record(at.on, { type: "coercion-carried-out", subject, days: happened("2026-11-22") });
    expect(byRule(other.province.stage.rows("case", at.on.case), "BAN_COERCION_NIGHT")).toMatchObject([
      {
        subject: subject.id,
        state: "forbidden",
        satisfied: false,
        due_on: null,
        met_on: "2026-11-22",
        day: "2026-11-22",
      },
    ]);
  });

  it("accuse nobody of letting a time pass that was given to themselves", () => {
    const { docket: other, opened: at } = scene();
    other.record(at.on, {
      type: "postponement-requested",
      subject: { kind: "case", id: at.on.case },
      days: { receivedOn: document("2026-11-10") },
    });
    const limits = byRule(other.province.stage.rows("case", at.on.case), "POSTPONE_MAX");
    expect(limits.map(({ weight, state }) => [weight, state])).toEqual([["none", "open"]]);
  });

  it("are stated by none of the words late and missed", () => {
    expect(new Set((rows.deadline ?? []).map((row) => row["state"]))).toEqual(new Set(["open", "met", "forbidden"]));
  });
});

describe("the rows of the directory", () => {
  it("are the office and the login, and no person", () => {
    const { docket } = scene();
    const { agency, stage } = { agency: docket.province.agency, stage: docket.province.stage };
    expect(stage.rows("office", agency)).toMatchObject({
      office: [{ key: agency, kind: "enforcement-agency", opened_on: "2009-01-01", closed_on: null }],
    });
    expect(rowsOf("person/a", undefined)).toEqual({});
  });
});

describe("every row", () => {
  const { docket, intake, opened } = scene();
  const { stage, agency } = docket.province;
  const login = stage.newId<Id<"login">>();
  const person = stage.newId<PersonId>();
  stage.given({ kind: "login", id: login, event: { type: "login-linked", data: { person } } });
  const [finding = ""] = docket.province.findings([docket.province.caseSentLate("2026-10-05", "2026-10-20")]);
  const instrument = docket.province.draft({
    kind: "recommendation",
    items: [{ findings: [finding], of: 40, demand: "khắc phục" }],
  });
  // Its sending was missed; of that day it is not due yet.
  must(docket.askCorrection(opened.on, opened.act, { field: "happenedOn", after: document("2026-11-20") }));
  const made: Rows = {
    ...stage.rows("login", login),
    ...stage.rows("office", agency),
    ...stage.rows("intake", intake),
    ...stage.rows("finding", finding),
    ...stage.rows("instrument", instrument),
    ...stage.rows("register", docket.register().register),
    ...stage.rows("case", opened.on.case),
  };

  it.each(tables)("of %s has exactly the columns of its table", (table) => {
    const sql = readFileSync(new URL("../../db/0002_views.sql", import.meta.url), "utf8");
    const body = new RegExp(`create table view\\.${table} \\(\\n([^;]*?)\\n\\);`).exec(sql)?.[1] ?? "";
    const columns = body.split("\n").map((line) => line.trim().split(" ")[0]);
    expect(new Set(Object.keys(made[table]?.[0] ?? {}))).toEqual(new Set(columns));
  });
});

describe("what changed", () => {
  const row = fc.record({ key: fc.constantFrom("a", "b", "c", "d"), value: fc.constantFrom(1, 2) });
  const someRows = fc
    .uniqueArray(row, { selector: ({ key }) => key })
    .map((rows): readonly Row[] => rows.map((each) => ({ stream: "case/1", ...each })));
  const some = fc.record({ deadline: someRows, case_file: someRows });

  function applied(before: Rows, change: RowChanges, table: ViewTable): readonly Row[] {
    const taken = new Set(change[table]?.taken);
    return [...(before[table] ?? []).filter(({ key }) => !taken.has(key)), ...(change[table]?.rows ?? [])];
  }

  const sorted = (rows: readonly Row[]) => rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));

  it("leads from what was to what is", () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const change = changes(before, after);
        for (const table of tables)
          expect(sorted(applied(before, change, table))).toEqual(sorted(Reflect.get(after, table) ?? []));
      }),
    );
  });

  it("holds a changed row twice, as taken and as it is, and an unchanged one not at all", () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { taken = [], rows = [] } = changes(before, after).deadline ?? {};
        const same = before.deadline.filter((old) =>
          after.deadline.some((now) => now.key === old.key && now["value"] === old["value"]),
        );
        const touched = new Set([...taken, ...rows.map(({ key }) => key)]);
        expect(same.filter(({ key }) => touched.has(key))).toEqual([]);
        expect(taken.every((key) => before.deadline.some((old) => old.key === key))).toBe(true);
      }),
    );
  });

  it("is nothing when nothing changed", () => {
    fc.assert(
      fc.property(some, (rows) => {
        expect(changes(rows, rows)).toEqual({});
      }),
    );
  });

  it("by one act is the row of what it fulfilled and of what it started", () => {
    const { docket, opened } = scene();
    const before = docket.province.stage.rows("case", opened.on.case);
    const subject = { kind: "party", id: opened.debtors[1] };
    docket.record(opened.on, { type: "party-notified", subject, answers: [opened.act], days: happened("2026-11-06") });
    const change = changes(before, docket.province.stage.rows("case", opened.on.case));
    expect(Object.keys(change)).toEqual(["deadline"]);
    expect(change.deadline?.rows.map((each) => [each["rule"], each["subject"]])).toEqual([
      ["NOTIFY_PARTIES", opened.debtors[1]],
      ["VERIFY_FIRST", opened.debtors[1]],
    ]);
    expect(change.deadline?.taken).toHaveLength(1);
  });

  it("in several streams is put together", () => {
    const one: RowChanges = { deadline: { taken: ["a"], rows: [] } };
    const other: RowChanges = {
      deadline: { taken: [], rows: [{ key: "b", stream: "case/1" }] },
      intake: { taken: ["c"], rows: [] },
    };
    expect(mergeChanges([one, other])).toEqual({
      intake: { taken: ["c"], rows: [] },
      deadline: { taken: ["a"], rows: [{ key: "b", stream: "case/1" }] },
    });
  });
});

it("the time limits of an intake and of its case have no key in common", () => {
  const docket = new Docket(today);
  const { agency, court } = docket.province;
  const lines = [
    {
      do: "open-intake",
      ref: "i",
      agency,
      court,
      motion: "on-request",
      openedOn: "2026-11-02",
      acts: ["judgment-received", "request-received"].map((type) => ({
        type,
        days: { receivedOn: document("2026-11-02") },
      })),
    },
    {
      do: "open-case",
      intake: "@i",
      decidedOn: document("2026-11-04"),
      parties: [{ side: "debtor" }, { side: "debtor" }],
    },
  ];
  const decided = docket.province.does(recordBulk, lines, docket.officer);
  const ids = new Set(decided.map(({ kind, id }) => `${kind} ${id}`));
  const keys = [...ids].flatMap((each) => {
    const [kind, id = ""] = each.split(" ");
    return (docket.province.stage.rows(kind === "case" ? "case" : "intake", id).deadline ?? []).map((row) => row.key);
  });
  expect(new Set(keys).size).toBe(keys.length);
});
