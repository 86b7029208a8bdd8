/** A bulk is one command: all or nothing, every bad line named, and a reference is never recorded. */

import { describe, expect, it } from "vitest";
import type { CaseId, IntakeId } from "../../../src/base/ids.ts";
import { mostLines, recordBulk } from "../../../src/domain/files/bulk.ts";
import { openCase } from "../../../src/domain/files/commands.ts";
import type { Context, NewEvent, States } from "../../../src/domain/command.ts";
import { instant } from "../../../src/domain/field.ts";
import { openIntake } from "../../../src/domain/files/intake-commands.ts";
import { Docket } from "../../kit/host/docket.ts";
import { document, must } from "../../kit/host/province.ts";

const today = "2026-11-23";
const happened = (on: string) => ({ happenedOn: document(on) });

/** An intake, its case with two debtors and two assets, and acts on each of them. */
function story(docket: Docket): readonly Readonly<Record<string, unknown>>[] {
  const { agency, court } = docket.province;
  const parties = [
    { ref: "d1", side: "debtor", name: "người thứ nhất" },
    { ref: "d2", side: "debtor" },
  ];
  const assets = [
    { ref: "s1", kind: "movable" },
    { ref: "s2", kind: "immovable" },
  ];
  const received = { ref: "j1", type: "judgment-received", days: { receivedOn: document("2026-11-02") } };
  return [
    { do: "open-intake", ref: "i1", agency, court, motion: "own-motion", openedOn: "2026-11-02", acts: [received] },
    { do: "open-case", ref: "c1", intake: "@i1", answers: ["@j1"], decidedOn: document("2026-11-04"), parties, assets },
    act(
      "decision-sent-to-procuracy",
      { kind: "decision", id: "@c1" },
      { days: { sentOn: document("2026-11-05") }, answers: ["@c1"] },
    ),
    act("party-notified", { kind: "party", id: "@d1" }, { ref: "n1", days: happened("2026-11-05"), answers: ["@c1"] }),
    act("party-notified", { kind: "party", id: "@d2" }, { days: happened("2026-11-06"), answers: ["@c1"] }),
    act("debtor-complied", { kind: "party", id: "@d1" }, { days: happened("2026-11-10"), answers: ["@n1"] }),
    act("asset-seized", { kind: "asset", id: "@s1" }, { days: happened("2026-11-11") }),
    act("asset-seized", { kind: "asset", id: "@s2" }, { days: happened("2026-11-12") }),
    act("decision-issued", undefined, { ref: "q1", traits: { decision: "coercion" }, days: happened("2026-11-12") }),
    act("decision-sent-to-procuracy", { kind: "decision", id: "@q1" }, { days: { sentOn: document("2026-11-13") } }),
    act("money-collected", undefined, { ref: "m1", amount: 500_000, days: happened("2026-11-13") }),
    act("paid-out", { kind: "sum", id: "@m1" }, { days: happened("2026-11-16"), answers: ["@m1"] }),
  ];
}

function act(type: string, subject: object | undefined, more: object) {
  return { do: "record-act", on: { case: "@c1" }, type, ...(subject === undefined ? {} : { subject }), ...more };
}

function ask(docket: Docket, lines: readonly object[], by = docket.officer) {
  return docket.province.stage.run(recordBulk, lines, by);
}

function opened(events: readonly NewEvent[]): { readonly intake: IntakeId; readonly case: CaseId } {
  for (const { event } of events)
    if (event.type === "case-opened") return { intake: event.data.intake, case: event.data.case };
  throw new Error("no case was opened");
}

describe("a bulk", () => {
  it("opens, decides and records in the order of its lines", () => {
    const docket = new Docket(today);
    const events = must(ask(docket, story(docket)));
    expect(events.map(({ event }) => event.type)).toEqual([
      "intake-opened",
      "act-recorded",
      "case-opened",
      "intake-decided",
      ...Array.from({ length: 10 }, () => "act-recorded"),
    ]);
  });

  it("keeps two debtors and two assets apart by their references", () => {
    const docket = new Docket(today);
    const { case: id } = opened(must(ask(docket, story(docket))));
    const state = docket.province.stage.state("case", id);
    const [d1, d2] = state?.parties.map((party) => party.id) ?? [];
    const [s1, s2] = state?.assets.map((asset) => asset.id) ?? [];
    const subjects = state?.acts.slice(2, 7).map(({ type, subject }) => [type, subject.id]);
    expect(subjects).toEqual([
      ["party-notified", d1],
      ["party-notified", d2],
      ["debtor-complied", d1],
      ["asset-seized", s1],
      ["asset-seized", s2],
    ]);
  });

  it("lets a case stand for its decision and the act that issued it, an act for its new decision or sum", () => {
    const docket = new Docket(today);
    const state = docket.province.stage.state("case", opened(must(ask(docket, story(docket)))).case);
    const acts = state?.acts ?? [];
    const of = (index: number) => acts[index];
    expect([of(1)?.subject.id, of(1)?.answers]).toEqual([state?.decision, [of(0)?.id]]);
    expect(of(8)?.subject.id).toBe(of(7)?.subject.id);
    expect([of(10)?.subject.id, of(10)?.answers]).toEqual([of(9)?.subject.id, [of(9)?.id]]);
  });

  it("records no reference", () => {
    const docket = new Docket(today);
    expect(JSON.stringify(must(ask(docket, story(docket))))).not.toMatch(/@|"ref"/);
  });

  it("writes what the single commands write", () => {
    const [bulk, single] = [new Docket(today), new Docket(today)];
    const [line, decided] = story(bulk);
    const ids = opened(must(ask(bulk, [line ?? {}, decided ?? {}])));
    const { do: _do, ref: _ref, acts, ...body } = line ?? {};
    const [received] = acts as readonly { readonly ref: string }[];
    const { ref: _act, ...judgment } = received ?? { ref: "" };
    const events = single.province.does(openIntake, { ...body, acts: [judgment] }, single.officer);
    const { do: _decide, ref: _case, intake: _intake, answers: _answers, parties, assets, ...decision } = decided ?? {};
    const plain = (parts: unknown) => (parts as readonly object[]).map((part) => ({ ...part, ref: undefined }));
    const rest = { intake: events[0]?.id, ...decision, parties: plain(parties), assets: plain(assets) };
    const made = single.province.does(openCase, JSON.parse(JSON.stringify(rest)), single.officer);
    const shape = (docket: Docket, id: CaseId) =>
      JSON.stringify(docket.province.stage.state("case", id)).replaceAll(/[0-9a-f]{32,64}/g, "id");
    expect(shape(bulk, ids.case)).toBe(shape(single, opened(made).case));
  });

  it("goes on where earlier commands left off, by ids", () => {
    const docket = new Docket(today);
    const { on, act: decision, debtors } = docket.case();
    const subject = { kind: "party", id: debtors[0] };
    const line = {
      do: "record-act",
      on,
      type: "party-notified",
      subject,
      answers: [decision],
      days: happened("2026-11-05"),
    };
    expect(must(ask(docket, [line])).map(({ id }) => id)).toEqual([on.case]);
  });
});

describe("a bulk with bad lines", () => {
  const bad = { days: happened("2026-11-24") };

  function withBad(docket: Docket): readonly object[] {
    const lines = [...story(docket)];
    lines.splice(3, 0, act("party-notified", { kind: "party", id: "@d1" }, bad));
    lines.splice(6, 0, act("case-ended", undefined, { days: {} }));
    return lines;
  }

  it("records nothing", () => {
    const docket = new Docket(today);
    const intake = docket.intake();
    const line = {
      do: "record-act",
      on: intake.on,
      type: "judgment-received",
      days: { receivedOn: document("2026-11-02") },
    };
    const outcome = ask(docket, [line, { ...line, days: {} }]);
    expect([outcome.ok, docket.province.stage.state("intake", intake.on.intake)?.acts]).toEqual([false, []]);
  });

  it("names every one of them, with its place and its reason", () => {
    const docket = new Docket(today);
    expect(ask(docket, withBad(docket))).toEqual({
      ok: false,
      refusal: {
        code: "lines-refused",
        detail: { refused: 2, lines: 14 },
        lines: [
          { line: 4, code: "day-in-future", at: "/days/happenedOn", detail: { type: "party-notified", today } },
          { line: 7, code: "day-missing", at: "/days", detail: { type: "case-ended", takes: "happenedOn" } },
        ],
      },
    });
  });

  it("does not name a line that only hangs on a bad one", () => {
    const docket = new Docket(today);
    const [intake, decided, ...rest] = story(docket);
    const outcome = ask(docket, [intake ?? {}, { ...decided, decidedOn: document("2026-11-24") }, ...rest]);
    expect(outcome).toMatchObject({ refusal: { lines: [{ line: 2, code: "day-in-future", at: "/decidedOn" }] } });
  });

  it.each([
    [
      "a reference that nobody made",
      { subject: { kind: "party", id: "@nobody" } },
      { code: "unknown-reference", at: "/subject/id" },
    ],
    [
      "a reference to something of another kind",
      { subject: { kind: "party", id: "@s1" } },
      { code: "unknown-reference", at: "/subject/id" },
    ],
    ["a reference that comes later", { answers: ["@late"] }, { code: "unknown-reference", at: "/answers/0" }],
    ["a case that is no reference to a case", { on: { case: "@i1" } }, { code: "unknown-reference", at: "/on/case" }],
    ["a case that does not exist", { on: { case: "f".repeat(32) } }, { code: "unknown-case", at: "/on/case" }],
    ["an intake that does not exist", { on: { intake: "f".repeat(32) } }, { code: "unknown-intake", at: "/on/intake" }],
    ["a name that is taken", { ref: "d1" }, { code: "already-exists", at: "/ref" }],
  ])("names %s", (_, more, refusal) => {
    const docket = new Docket(today);
    const line = act("party-notified", { kind: "party", id: "@d1" }, { days: happened("2026-11-05"), ...more });
    const late = act("case-ended", undefined, { ref: "late", days: happened("2026-11-20") });
    const outcome = ask(docket, [...story(docket).slice(0, 2), line, late]);
    expect(outcome).toMatchObject({ refusal: { lines: [{ line: 3, ...refusal }] } });
  });

  it("names a line that makes one name twice", () => {
    const docket = new Docket(today);
    const [intake, decided] = story(docket);
    const twice = { ...decided, parties: [{ ref: "p", side: "debtor" }], assets: [{ ref: "p", kind: "money" }] };
    expect(ask(docket, [intake ?? {}, twice])).toMatchObject({
      refusal: { lines: [{ line: 2, code: "already-exists", at: "/assets/0/ref" }] },
    });
  });
});

describe("the lines of a bulk", () => {
  const elsewhere = (docket: Docket) => {
    const { subDepartment, court } = docket.province;
    return { do: "open-intake", agency: subDepartment, court, motion: "own-motion", openedOn: "2024-11-04" };
  };

  it("are each permitted by themselves: one of another agency's is refused", () => {
    const docket = new Docket(today);
    expect(ask(docket, [...story(docket), elsewhere(docket)])).toMatchObject({
      refusal: { lines: [{ line: 13, code: "not-permitted" }] },
    });
  });

  it("are permitted by the role that the events will name, not by another that the person holds", () => {
    const docket = new Docket(today);
    const { area } = docket.province;
    const procurator = docket.province.acting(area, "procurator");
    const { register } = docket.register({ office: area }, procurator);
    const ended = { do: "record-act", type: "reporting-period-ended", days: happened("2026-11-05") };
    const found = { do: "record-act", type: "violation-discovered", days: happened("2026-11-05") };
    const own = { ...ended, on: { register } };
    const supervised = { ...found, on: docket.case().on };
    // An importer gives the bulk, for what is the procuracy's own; what it supervises is the procurator's.
    const both = docket.province.acting(area, "importer", "procurator");
    expect(ask(docket, [own], both).ok).toBe(true);
    expect(ask(docket, [own, supervised], both)).toMatchObject({
      refusal: { lines: [{ line: 2, code: "not-permitted" }] },
    });
  });

  it("may be about many agencies where the operator imports", () => {
    const docket = new Docket(today);
    const importer = docket.province.acting(docket.province.operator, "importer");
    expect(ask(docket, [...story(docket), elsewhere(docket)], importer).ok).toBe(true);
  });

  it("may be an import by an importer only", () => {
    const docket = new Docket(today);
    const { on } = docket.intake();
    const days = { receivedOn: { day: "2026-11-02", source: "import" } };
    const line = { do: "record-act", on, type: "judgment-received", days };
    const importer = docket.province.acting(docket.province.agency, "importer");
    expect([ask(docket, [line]).ok, ask(docket, [line], importer).ok]).toEqual([false, true]);
  });

  it("are refused when they would make more than can be sealed at once", () => {
    const docket = new Docket(today);
    const act = { type: "request-received", days: { receivedOn: document("2026-11-02") } };
    const opening = { do: "open-intake", agency: docket.province.agency, motion: "on-request", openedOn: "2026-11-02" };
    const line = { ...opening, acts: Array.from({ length: 50 }, () => act) };
    const lines = Array.from({ length: 589 }, () => line);
    const refusal = { code: "too-large", detail: { most: 30_000, line: 589 } };
    expect(ask(docket, lines)).toMatchObject({ ok: false, refusal });
  });

  it.each([
    ["none", 0],
    ["more than ten thousand", mostLines + 1],
  ])("are refused when there are %s", (_, length) => {
    const line = { do: "record-act", on: { case: "f".repeat(32) }, type: "case-ended", days: {} };
    expect(recordBulk.input.safeParse(Array.from({ length }, () => line)).success).toBe(false);
  });
});

describe("ten thousand lines", () => {
  /** A thousand intakes, each with its case of two debtors, and eight acts on it. */
  function large(docket: Docket): readonly object[] {
    return Array.from({ length: 1000 }, (_, i) =>
      story(docket)
        .slice(0, 10)
        .map((line) => numbered(line, i)),
    ).flat();
  }

  function numbered(line: object, number: number): object {
    return JSON.parse(JSON.stringify(line).replaceAll(/"(@?)([a-z]\d)"/g, `"$1$2-${number}"`));
  }

  it("are decided as one, and each reference finds its own case", () => {
    const docket = new Docket(today);
    const input = recordBulk.input.parse(large(docket));
    const { stage } = docket.province;
    const states: States = { of: (kind, id) => stage.state(kind, id) };
    const now = instant.parse("2026-11-23T05:00:00.000Z");
    const context: Context = {
      now,
      today: stage.today,
      acting: docket.officer,
      states,
      logSize: 0,
      newId: () => stage.newId(),
    };
    const outcome = recordBulk.decide(input, context);
    const cases = outcome.ok
      ? outcome.value.events.filter(
          ({ event }) => event.type === "act-recorded" && event.data.type === "party-notified",
        )
      : [];
    expect(new Set(cases.map(({ id }) => id)).size).toBe(1000);
  });
});
