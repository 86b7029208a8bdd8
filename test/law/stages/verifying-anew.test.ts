/** Detection of verifications beyond the first: interim measures, prison, new information, disputes, other agencies. */

import { describe, expect, test } from "vitest";
import { act, creditor, debtorA, debtorB, decision, file, intake, deadlinesOf, obligations, states } from "../given.ts";

describe("verification (26/2008 Art.44; 106/2025 Arts.37, 38)", () => {
  test("is due at once for each debtor of an interim measure, so a breach is only a hint", () => {
    const of = file([decision("enforcement", "2026-07-17")], { interim: true });
    expect(deadlinesOf("VERIFY_INTERIM", of)).toMatchObject([
      { subject: debtorA, dueOn: "2026-07-17", weight: "hint" },
      { subject: debtorB },
    ]);
  });

  test("is yearly for a debtor in prison, half-yearly for the other", () => {
    const ground = act("no-condition-ground-established", debtorA, "2026-07-15");
    const acts = [
      act("conditions-verified", debtorA, "2026-07-14"),
      act("conditions-verified", debtorB, "2026-07-14"),
      decision("not-yet-executable", "2026-07-16", { answers: [ground] }),
      decision("not-yet-executable", "2026-07-16", {
        answers: [act("no-condition-ground-established", debtorB, "2026-07-15")],
      }),
    ];
    const of = file(acts, {
      parties: [
        { id: debtorA.id, side: "debtor", inPrison: true },
        { id: debtorB.id, side: "debtor" },
        { id: creditor.id, side: "creditor" },
      ],
    });
    expect(deadlinesOf("VERIFY_REPEAT_LONG", of)).toMatchObject([{ subject: debtorA, dueOn: "2027-07-14" }]);
    expect(deadlinesOf("VERIFY_REPEAT", of)).toMatchObject([{ subject: debtorB, dueOn: "2027-01-14" }]);
  });

  test("is due ten days after new written information on the same debtor", () => {
    const news = act("new-information-received", debtorA, { receivedOn: "2026-11-20" });
    const other = act("conditions-verified", debtorB, "2026-11-23");
    expect(states("VERIFY_ON_NEW_INFO", file([news, other]), "2026-12-01")).toEqual({ [debtorA.id]: "missed" });
  });

  test("is due anew five working days after a differing result or a protest", () => {
    const disputed = act(
      "verification-disputed",
      debtorA,
      { receivedOn: "2026-11-18" },
      {
        traits: { dispute: "procuracy-protest" },
      },
    );
    const done = act("conditions-verified", debtorA, "2026-11-27");
    expect(obligations("REVERIFY_AFTER_PROTEST", file([disputed, done]), "2026-12-01")).toMatchObject([
      { dueOn: "2026-11-26", state: "late", daysLate: 1, weight: "violation" },
    ]);
  });

  test("gives holders of information three working days (Art.37(6)(b))", () => {
    const asked = act("information-requested", debtorA, { sentOn: "2026-07-15", receivedOn: "2026-07-17" });
    const given = act("information-supplied", debtorA, { receivedOn: "2026-07-23" }, { answers: [asked] });
    expect(obligations("INFO_REPLY", file([asked, given]), "2026-08-01")).toMatchObject([
      { startedOn: "2026-07-17", dueOn: "2026-07-22", state: "late", owner: "third-party" },
    ]);
  });
});

describe("a verification delegated (D62/2015 Art.9(2); D152/2026 Art.21(5))", () => {
  const received = (verifies: string, complexity?: string) =>
    act(
      "verification-delegated",
      intake,
      { receivedOn: "2026-09-30" },
      {
        traits: { verifies, ...(complexity === undefined ? {} : { complexity }) },
      },
    );

  test("of registered assets must be answered in thirty days; a complex one is only a hint", () => {
    expect(deadlinesOf("DELEGATED_VERIFY_REAL", file([received("registered-assets")]))).toMatchObject([
      { dueOn: "2026-10-30", weight: "violation" },
    ]);
    expect(deadlinesOf("DELEGATED_VERIFY_REAL", file([received("registered-assets", "complex")]))).toMatchObject([
      { dueOn: "2026-10-30", weight: "hint" },
    ]);
  });

  test("of other assets must be answered in fifteen", () => {
    const asked = received("other-assets");
    const answered = act("verification-delegation-answered", intake, { sentOn: "2026-10-15" }, { answers: [asked] });
    expect(obligations("DELEGATED_VERIFY_OTHER", file([asked, answered]), "2026-11-01")).toMatchObject([
      { dueOn: "2026-10-15", state: "met" },
    ]);
    expect(deadlinesOf("DELEGATED_VERIFY_REAL", file([asked]))).toEqual([]);
  });
});
