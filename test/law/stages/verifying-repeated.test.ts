/** Detection of repeated verification while a case is not yet executable; two debtors and two assets each. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, caseFile, debtorA, debtorB, decision, file, deadlinesOf, obligations, states } from "../given.ts";

describe("repeated verification (26/2008 Art.44(2); 106/2025 Art.38(3))", () => {
  const verified = (who = debtorA, on = "2021-01-12"): Act => act("conditions-verified", who, on);
  const grounds = act("no-condition-ground-established", debtorA, "2021-01-12");
  const classified = decision("not-yet-executable", "2021-01-14", { answers: [grounds] });

  test("is due six months after the last verification, for the debtor who is not yet executable", () => {
    expect(deadlinesOf("VERIFY_REPEAT", file([verified(), verified(debtorB), grounds, classified]))).toMatchObject([
      { subject: debtorA, startedOn: "2021-01-12", dueOn: "2021-07-12", weight: "violation" },
    ]);
  });

  test("is not owed in an executable case", () => {
    expect(deadlinesOf("VERIFY_REPEAT", file([verified(), verified(debtorB)]))).toEqual([]);
  });

  test("counts from the last verification before the decision, not from earlier ones", () => {
    expect(
      deadlinesOf("VERIFY_REPEAT", file([verified(debtorA, "2020-12-01"), verified(), grounds, classified])),
    ).toMatchObject([{ startedOn: "2021-01-12" }]);
  });

  test("is met by the next verification, which starts the next clock", () => {
    const next = verified(debtorA, "2021-08-02");
    expect(obligations("VERIFY_REPEAT", file([verified(), grounds, classified, next]), "2022-03-01")).toMatchObject([
      { state: "late", metBy: next.id, daysLate: 21 },
      { startedBy: next.id, dueOn: "2022-02-07", state: "missed" },
    ]);
  });

  test("has one clock when it was recorded twice on one day", () => {
    const again = verified();
    expect(
      obligations("VERIFY_REPEAT", file([verified(), again, grounds, classified]), "2021-08-02").map(
        ({ state }) => state,
      ),
    ).toEqual(["met", "missed"]);
  });

  test("is not met by a verification of the other debtor", () => {
    const both = decision("not-yet-executable", "2021-01-14");
    const of = file([verified(), verified(debtorB, "2021-01-13"), both]);
    expect(deadlinesOf("VERIFY_REPEAT", of).map(({ subject: { id } }) => id)).toEqual([debtorA.id, debtorB.id]);
  });

  test("was not owed half a year before the case became not yet executable", () => {
    expect(
      deadlinesOf("VERIFY_REPEAT", file([verified(debtorA, "2020-07-13"), verified(debtorB), grounds, classified])),
    ).toEqual([]);
  });

  test("counts from a verification between the decision and the resumption", () => {
    const between = verified(debtorA, "2021-03-01");
    const of = file([grounds, classified, between, decision("resumption", "2021-05-04")]);
    expect(deadlinesOf("VERIFY_REPEAT", of)).toMatchObject([{ startedBy: between.id }]);
  });

  test("is owed although an earlier not-yet-executable decision was lifted before this one", () => {
    const earlier = decision("resumption", "2020-12-01");
    const later = verified(debtorA, "2021-03-01");
    expect(deadlinesOf("VERIFY_REPEAT", file([earlier, grounds, classified, later]))).toMatchObject([
      { startedBy: later.id },
    ]);
  });

  describe("when enforcement resumes against the other debtor only", () => {
    const groundsB = act("no-condition-ground-established", debtorB, "2021-01-12");
    const classifiedB = decision("not-yet-executable", "2021-01-14", { answers: [groundsB] });
    const resumedB = decision("resumption", "2021-05-04", { answers: [classifiedB] });
    const acts = [verified(), verified(debtorB), grounds, groundsB, classified, classifiedB, resumedB];

    test("is excused for that debtor", () => {
      expect(states("VERIFY_REPEAT", file(acts), "2022-03-01")).toEqual({
        [debtorA.id]: "missed",
        [debtorB.id]: "excused",
      });
    });

    test("is still owed for the debtor who stays not yet executable", () => {
      const again = [verified(debtorA, "2021-06-01"), verified(debtorB, "2021-06-01")];
      const started = deadlinesOf("VERIFY_REPEAT", file([...acts, ...again])).filter(
        ({ startedOn }) => startedOn === "2021-06-01",
      );
      expect(started.map(({ subject: { id } }) => id)).toEqual([debtorA.id]);
    });
  });

  test("is not met by an act that names itself", () => {
    const one = verified();
    const circular = { ...one, answers: [one.id] };
    expect(states("VERIFY_REPEAT", file([circular, grounds, classified]), "2022-03-01")).toEqual({
      [debtorA.id]: "missed",
    });
  });

  test("is not owed once enforcement resumes", () => {
    const resumed = decision("resumption", "2021-05-04");
    const later = verified(debtorA, "2021-06-01");
    expect(
      obligations("VERIFY_REPEAT", file([verified(), grounds, classified, resumed, later]), "2022-03-01"),
    ).toMatchObject([{ state: "met" }]);
    expect(states("VERIFY_REPEAT", file([verified(), grounds, classified, resumed]), "2022-03-01")).toEqual({
      [debtorA.id]: "excused",
    });
  });

  test("is not owed once the case has ended", () => {
    const ended = act("case-ended", caseFile, "2021-05-04");
    expect(states("VERIFY_REPEAT", file([verified(), grounds, classified, ended]), "2022-03-01")).toEqual({
      [debtorA.id]: "excused",
    });
  });

  test("is still owed when another decision was withdrawn, and not when this one was", () => {
    const other = decision("seizure", "2021-02-01");
    const back = (of: Act): Act => decision("withdrawal", "2021-02-02", { answers: [of] });
    const later = verified(debtorA, "2021-06-01");
    expect(
      deadlinesOf("VERIFY_REPEAT", file([verified(), grounds, classified, other, back(other), later])),
    ).toHaveLength(2);
    expect(
      deadlinesOf("VERIFY_REPEAT", file([verified(), grounds, classified, other, back(classified), later])),
    ).toHaveLength(1);
  });

  test("is due after a year for a debtor in prison for two years or more, or of unknown address", () => {
    const parties = [
      { id: debtorA.id, side: "debtor", inPrison: true },
      { id: debtorB.id, side: "debtor", addressUnknown: true },
    ] as const;
    const both = decision("not-yet-executable", "2021-01-14");
    expect(deadlinesOf("VERIFY_REPEAT", file([verified(), verified(debtorB), both], { parties }))).toEqual([]);
    expect(deadlinesOf("VERIFY_REPEAT", file([verified(), verified(debtorB), both]))).toHaveLength(2);
  });
});
