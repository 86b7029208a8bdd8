/** The clocks of one file that run across 1 July 2026 (law 106/2025 Art.116): who would be late under which law. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { crossingClocks, isLate, policiesOf } from "../../../src/law/detection/crossing-clocks.ts";
import { crossings, currentEdition } from "../../../src/law/edition.ts";
import { act, car, day, debtorA, debtorB, file, house } from "../given.ts";

const asked = (party = debtorA): Act => act("certificate-requested", party, { receivedOn: "2026-06-29" });
const issued = (on: string, party = debtorA): Act => act("certificate-issued", party, on);
const policies = policiesOf(currentEdition);

function found(acts: readonly Act[], today = "2026-07-10") {
  return crossingClocks(file(acts), policies, day(today)).map((clock) => ({
    rule: clock.rule,
    subject: clock.subject.id,
    before: clock.before?.dueOn,
    after: clock.after?.dueOn,
    states: crossings.map((policy) => clock.under[policy]?.state),
    late: crossings.map((policy) => isLate(clock, clock.under[policy])),
  }));
}

test("a clock of which both laws give the same day is left out, whoever was late", () => {
  const able = (on: string) => act("conditions-verified", debtorA, on, { traits: { result: "executable" } });
  expect(found([able("2026-06-22")]).map(({ rule }) => rule)).not.toContain("ORD_INACTIVE");
  expect(found([able("2026-06-22")], "2027-07-10").map(({ rule }) => rule)).not.toContain("ORD_INACTIVE");
});

const certificate = { rule: "CERTIFY_RESULT", before: "2026-07-06", after: "2026-07-02" };

describe("a certificate asked for on 29 June 2026, five working days by the old law, three by the new", () => {
  test("crosses for each of two debtors: one issued on 3 July is late by the new law only, one not issued by all policies", () => {
    expect(found([asked(), asked(debtorB), issued("2026-07-03")])).toEqual([
      { ...certificate, subject: debtorA.id, states: ["met", "late", "met"], late: [false, true, false] },
      { ...certificate, subject: debtorB.id, states: ["missed", "missed", "missed"], late: [true, true, true] },
    ]);
  });

  test("does not cross when it is issued before the change", () => {
    expect(found([asked(), issued("2026-06-30")])).toEqual([]);
  });

  test("has no clock on the day before it was asked for", () => {
    expect(found([asked()], "2026-06-28")).toEqual([]);
  });

  test("has a state under each policy, with the days late and the weight", () => {
    const [clock] = crossingClocks(file([asked(), issued("2026-07-03")]), policies, day("2026-07-10"));
    expect(clock?.under["new-law-from-its-day"]).toEqual({
      version: "L2025",
      dueOn: "2026-07-02",
      state: "late",
      weight: "hint",
      daysLate: 1,
    });
    expect(clock?.under["law-of-the-starting-day"]).toMatchObject({ version: "L2008", dueOn: "2026-07-06" });
  });
});

describe("ten days to destroy by the old law, twenty by the new", () => {
  test("a destruction on 10 July is late by the old law only (decree 152/2026 Art.40), for the one asset that crosses", () => {
    const listed = act("exhibit-listed", car, "2026-06-01", { traits: { fate: "destruction" } });
    const council = act("destruction-council-set-up", { kind: "case", id: "case" }, "2026-06-24");
    const destroyed = act("exhibit-destroyed", car, "2026-07-10");
    const of = found([listed, council, destroyed]).filter(({ rule }) => rule === "DESTRUCTION_DO");
    expect(of).toMatchObject([{ before: "2026-07-06", after: "2026-07-14", late: [true, false, false] }]);
  });
});

describe("a period that was given to someone", () => {
  test("crosses like any other clock, and no one is late when it is over", () => {
    const offered = act("priority-offered", house, "2026-06-26");
    const of = found([offered], "2026-11-24").filter(({ rule }) => rule === "PREEMPT_IMMOVABLE");
    expect(of).toMatchObject([{ before: "2026-09-28", after: "2026-07-13", late: [false, false, false] }]);
  });
});

describe("a ban that ends earlier by the one law than by the other", () => {
  test("comes with what the other law would forbid: a sale after thirty days but before three months", () => {
    const told = act("collection-notified", house, "2026-05-15");
    const sold = act("unclaimed-asset-sold", house, "2026-07-10");
    const of = found([told, sold]).filter(({ rule }) => rule === "UNCLAIMED_ASSET_SALE");
    expect(of).toMatchObject([{ states: ["forbidden", undefined, "forbidden"], late: [true, false, true] }]);
  });
});

describe("a recommendation to which the old law set no number of days, received on 19 June 2026", () => {
  test("has no day by the old law and 6 July by the new one, whatever the policy (106/2025 Art.116(3))", () => {
    const received = act("recommendation-received", { kind: "instrument", id: "one" }, { receivedOn: "2026-06-19" });
    const [clock] = crossingClocks(file([received]), policies, day("2026-07-10")).filter(
      ({ rule }) => rule === "RECOMMENDATION_REPLY",
    );
    expect(clock).toMatchObject({
      before: { version: "L2008", dueOn: undefined },
      after: { version: "L2025", dueOn: "2026-07-06" },
    });
  });
});

describe("a duty that only the old law has", () => {
  test("has a day by the old law alone, and stays in the list though no policy judges it otherwise", () => {
    const failed = act("auction-held", house, { receivedOn: "2026-06-26" }, { traits: { outcome: "failed" } });
    const of = found([failed]).filter(({ rule }) => rule === "FAILED_AUCTION_ASK");
    expect(of).toMatchObject([{ before: "2026-07-03", after: undefined }]);
  });
});

test("a clock that ended before the change of law, or began after it, crosses nothing", () => {
  expect([found([act("certificate-requested", debtorA, { receivedOn: "2026-06-15" })])]).toEqual([[]]);
  expect([found([act("certificate-requested", debtorA, { receivedOn: "2026-07-01" })])]).toEqual([[]]);
});
