/**
 * Every type of act of the catalogue: what cannot have happened is refused with its reason, its place and its rule, and nothing is
 * recorded; what should not have happened is recorded, for that is what is to be found (src/README.md#supervision).
 */

import { describe, expect, test } from "vitest";
import { recordAct } from "../../../src/domain/files/commands.ts";
import { type ActType, actEntry, actTypes } from "../../../src/law/act.ts";
import type { Plan } from "../../../src/law/act-entry.ts";
import { answerable } from "../../../src/law/answering.ts";
import { Docket } from "../../kit/host/docket.ts";
import { actOf, badInputs, elsewhere, placeOf, recordable } from "../../kit/api/every-act.ts";
import { document, must } from "../../kit/host/province.ts";
import { type Setting, setting } from "../../kit/host/setting.ts";

const today = "2026-11-23";
/** mùng Một Tết Bính Ngọ. */
const tet = "2026-02-17";

function recorderOf({ docket }: Setting, type: ActType) {
  return type === "violation-discovered" ? docket.province.procurator() : docket.officer;
}

/** The streams, as they are stored. */
function versions({ docket, scene }: Setting): string {
  const { stage } = docket.province;
  const { case: opened, intake, register } = scene;
  return JSON.stringify([
    stage.state("case", opened),
    stage.state("intake", intake),
    stage.state("register", register),
  ]);
}

function ask(at: Setting, type: ActType, body: unknown) {
  return at.docket.province.stage.run(recordAct, body, recorderOf(at, type));
}

test("every type is an act of a file, or of an instrument", () => {
  expect(new Set([...recordable, ...elsewhere])).toEqual(new Set(actTypes));
  const kinds = new Set(elsewhere.flatMap((type) => actEntry(type).subjects));
  expect(kinds).toEqual(new Set(["instrument"]));
});

describe.each(recordable)("%s", (type) => {
  test("that cannot have happened is refused with its reason, its place and its rule, and nothing is recorded", () => {
    const at = setting();
    const before = versions(at);
    for (const { body, code, at: place, wrong } of badInputs(type, at.scene).filter(({ by }) => by === "rule")) {
      const outcome = ask(at, type, body);
      expect(outcome, wrong).toMatchObject({ ok: false, refusal: { code, at: place, detail: { type } } });
    }
    expect(versions(at)).toBe(before);
  });

  test("that does not fit its form is refused before any rule is asked", () => {
    const at = setting();
    for (const { body, at: place, wrong } of badInputs(type, at.scene).filter(({ by }) => by === "form")) {
      const parsed = recordAct.input.safeParse(body);
      const places = parsed.error?.issues.map((issue) =>
        ["", ...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join("/"),
      );
      expect(places, wrong).toContain(place);
    }
  });

  test("that broke the law is recorded: out of order, on a forbidden day, years too late", () => {
    const at = setting();
    const { may = {} } = actEntry(type);
    const worst = { ...(may["hours"] && { hours: "night" }), ...(may["forces"] && { forces: "mobilised" }) };
    for (const day of ["2009-07-01", "2019-01-02", tet, today]) {
      const act = actOf(type, at.scene, day);
      expect(ask(at, type, { ...act, traits: { ...worst, ...(act["traits"] as object) } }), day).toMatchObject({
        ok: true,
      });
    }
    const state = at.docket.province.stage.state(placeOf(type), at.scene[placeOf(type)]);
    expect(state?.acts.filter((act) => act.type === type).length).toBeGreaterThanOrEqual(4);
  });
});

describe("what a type can answer", () => {
  test.each(recordable.filter((type) => answerable[type] !== "any"))(
    "%s is asked with an act of another kind",
    (type) => {
      expect(badInputs(type, setting().scene).map(({ code }) => code)).toContain("answer-not-taken");
    },
  );
});

test.each(elsewhere)("%s is no act of a file: refused, and nothing is recorded", (type) => {
  const at = setting();
  const before = versions(at);
  const { subject, ...rest } = actOf(type, at.scene);
  const unnamed = { ...rest, on: { case: at.scene.case } };
  const named = { ...unnamed, subject };
  const refusals = [named, unnamed].map((body) => ask(at, type, body));
  const refusal = { code: "unknown-subject", at: "/subject/id" };
  expect(refusals).toMatchObject([{ refusal }, { refusal }]);
  expect(versions(at)).toBe(before);
});

/** Every other type says what happened, and no day of it may lie in the future. */
const planning: Partial<Record<ActType, readonly [what: Plan["what"], must: boolean]>> = {
  "decision-issued": ["coercion", false],
  "party-notified": ["appointment", false],
  "coercion-plan-made": ["coercion", true],
  "coercion-plan-approved": ["coercion", true],
  "coercion-plan-sent": ["coercion", true],
  "police-plan-made": ["coercion", false],
  "coercion-cost-notified": ["coercion", true],
  "seizure-notice-sent": ["seizure", true],
  "auction-contract-signed": ["auction", false],
  "auction-paused": ["auction", false],
  "collection-notified": ["collection", false],
  "destruction-council-set-up": ["destruction", false],
  "exemption-accepted": ["session", false],
  "exemption-file-forwarded": ["session", false],
  "ground-established": ["resumption", false],
  "postponement-requested": ["resumption", false],
};

describe("a day that may lie in the future", () => {
  test("is carried by the acts that plan something, and by no other", () => {
    const found = actTypes.flatMap((type) => {
      const { plans } = actEntry(type);
      return plans === undefined ? [] : [[type, [plans.what, plans.must === true]] as const];
    });
    expect(Object.fromEntries(found)).toEqual(planning);
  });

  test.each(recordable.filter((type) => planning[type] !== undefined))(
    "is recorded of %s, and what was planned for the past",
    (type) => {
      const at = setting();
      for (const day of ["2026-12-24", "2026-11-01"]) {
        const act = actOf(type, at.scene);
        const days = { ...(act["days"] as object), plannedFor: document(day) };
        expect(ask(at, type, { ...act, days })).toMatchObject({ ok: true });
        const state = at.docket.province.stage.state(placeOf(type), at.scene[placeOf(type)]);
        expect(state?.acts.at(-1)?.days.plannedFor).toEqual(document(day));
      }
    },
  );

  test("may be missing where another system's plan is imported", () => {
    const at = setting();
    const importer = at.docket.province.acting(at.docket.province.agency, "importer");
    const { days: _days, ...act } = actOf("coercion-plan-made", at.scene);
    const imported = { ...act, days: { happenedOn: { day: "2025-03-03", source: "import" } } };
    expect(at.docket.province.stage.run(recordAct, imported, importer)).toMatchObject({ ok: true });
  });

  test("is not the system's own word: it has not come", () => {
    const at = setting();
    const act = actOf("coercion-plan-made", at.scene);
    const days = { ...(act["days"] as object), plannedFor: { day: "2026-12-24", source: "system" } };
    expect(ask(at, "coercion-plan-made", { ...act, days })).toMatchObject({
      refusal: { code: "day-not-taken", at: "/days/plannedFor/source" },
    });
  });

  test("is moved by a correction, and what was planned first stays readable", () => {
    const docket = new Docket(today);
    const { on, debtors } = docket.case();
    const plan = {
      type: "coercion-plan-made",
      subject: { kind: "party", id: debtors[0] },
      days: { happenedOn: document("2026-11-10"), plannedFor: document("2026-12-24") },
    };
    const { act } = docket.record(on, plan);
    must(docket.askCorrection(on, act, { field: "plannedFor", after: document("2026-12-31") }));
    const state = docket.province.stage.state("case", on.case);
    expect([state?.acts.at(-1)?.days.plannedFor, state?.corrections]).toMatchObject([
      document("2026-12-31"),
      [{ act, field: "plannedFor", before: document("2026-12-24"), after: document("2026-12-31") }],
    ]);
    expect(docket.askCorrection(on, act, { field: "plannedFor" })).toMatchObject({
      refusal: { code: "day-missing", at: "/after" },
    });
  });
});
