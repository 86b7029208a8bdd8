/** An act is refused only if it cannot have happened; each fault has a reason and a place in the act. */

import { describe, expect, test } from "vitest";
import { type Act, type ActFault, actEntry, actTypes, checkAct, isActType } from "../../src/law/act.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { act, caseFile, day, debtorA, decision, house, intake, subject } from "./given.ts";

const recorded = day("2026-11-23");
const faults = (one: Act): readonly ActFault[] => checkAct(one, recorded);

describe("an act", () => {
  test("that can have happened has no fault", () => {
    expect(faults(decision("enforcement", "2026-11-20", { traits: { notice: "withheld" } }))).toEqual([]);
  });

  test("of today can have happened", () => {
    expect(faults(act("asset-seized", house, "2026-11-23"))).toEqual([]);
  });

  test("out of order has no fault, because supervision must find it", () => {
    expect(faults(act("case-ended", caseFile, "2009-01-01"))).toEqual([]);
  });

  test("cannot be about a subject of another kind", () => {
    expect(faults(act("asset-seized", debtorA, "2026-11-20"))).toEqual([
      { code: "subject-not-taken", at: "/subject/kind" },
    ]);
  });

  test("must carry a day", () => {
    expect(faults({ ...act("asset-seized", house, "2026-11-20"), days: {} })).toEqual([
      { code: "day-missing", at: "/days" },
    ]);
  });

  test("cannot carry a day that its type does not have", () => {
    expect(faults(act("asset-seized", house, { receivedOn: "2026-11-20" }))).toEqual([
      { code: "day-not-taken", at: "/days/receivedOn" },
    ]);
  });

  test("cannot have a day in the future", () => {
    expect(faults(act("asset-seized", house, "2026-11-24"))).toEqual([
      { code: "day-in-future", at: "/days/happenedOn" },
    ]);
  });

  test("cannot be received before it was sent", () => {
    expect(faults(act("judgment-received", intake, { sentOn: "2026-11-20", receivedOn: "2026-11-19" }))).toEqual([
      { code: "days-contradict", at: "/days/receivedOn" },
    ]);
  });

  test("that is a receipt must carry its day of receipt, from which a clock runs", () => {
    expect(faults(act("request-received", intake, { sentOn: "2026-11-19" }))).toEqual([
      { code: "day-missing", at: "/days/receivedOn" },
    ]);
  });

  test("that is recorded by its sender may carry the day of sending alone", () => {
    expect(faults(act("judgment-transferred", intake, { sentOn: "2026-11-19" }))).toEqual([]);
  });

  test("may be received on the day it was sent", () => {
    expect(faults(act("judgment-received", intake, { sentOn: "2026-11-20", receivedOn: "2026-11-20" }))).toEqual([]);
  });

  test("must carry the codes of its type", () => {
    expect(faults(act("decision-issued", subject("decision", "d"), "2026-11-20"))).toEqual([
      { code: "trait-not-taken", at: "/traits/decision" },
    ]);
  });

  test.each([
    [{ decision: "unheard-of" }, "/traits/decision"],
    [{ decision: "enforcement", colour: "red" }, "/traits/colour"],
    [{ decision: "enforcement", constructor: "x" }, "/traits/constructor"],
    [{ decision: "enforcement", notice: "" }, "/traits/notice"],
  ])("cannot carry codes outside the lists: %j", (traits, at) => {
    expect(faults(act("decision-issued", subject("decision", "d"), "2026-11-20", { traits }))).toEqual([
      { code: "trait-not-taken", at },
    ]);
  });

  test("with several faults is told all of them at once", () => {
    const wrong = act("asset-seized", debtorA, { happenedOn: "2026-11-24" }, { traits: { colour: "red" } });
    expect(faults(wrong).map(({ code }) => code)).toEqual(["subject-not-taken", "day-in-future", "trait-not-taken"]);
  });
});

describe("the catalogue", () => {
  test("asks every receipt for the day from which the rules count", () => {
    const receipts = actTypes.filter((type) => actEntry(type).days[0] === "receivedOn");
    expect(receipts.filter((type) => actEntry(type).days.length > 1 && actEntry(type).needs !== "receivedOn")).toEqual(
      [],
    );
    expect(receipts.length).toBeGreaterThan(20);
  });

  test.each(actTypes)("%s takes a subject and carries a day", (type) => {
    expect([actEntry(type).subjects.length, actEntry(type).days.length].includes(0)).toBe(false);
  });

  test("has its own types, and no name inherited from Object", () => {
    expect([isActType("asset-seized"), isActType("toString"), isActType("")]).toEqual([true, false, false]);
  });

  test("holds every act that a rule names", () => {
    const named = currentEdition.rules.flatMap(({ metBy, excusedBy = [] }) =>
      [...metBy, ...excusedBy].map((one) => one.act),
    );
    expect(named.filter((type) => !isActType(type))).toEqual([]);
  });
});
