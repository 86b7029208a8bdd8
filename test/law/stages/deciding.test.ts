/** Detection of notices taken down too early, files opened late, and late answers to a request to change the enforcer. */

import { describe, expect, test } from "vitest";
import { act, caseFile, debtorA, debtorB, file, deadlinesOf, obligations, states } from "../given.ts";

describe("a posted notice (26/2008 Art.42(3); D152/2026 Art.17(3))", () => {
  const posted = (who = debtorA, day = "2026-07-03") =>
    act("party-notified", who, day, { traits: { means: "posting" } });

  test("may not be taken down before seven days, which concerns that debtor alone", () => {
    const removed = act("posting-removed", debtorA, "2026-07-08");
    expect(obligations("POSTING_DURATION", file([posted(), posted(debtorB), removed]), "2026-07-09")).toMatchObject([
      { subject: debtorA, dueOn: "2026-07-10", state: "forbidden", weight: "violation" },
    ]);
  });

  test("may be taken down later", () => {
    expect(deadlinesOf("POSTING_DURATION", file([posted(), act("posting-removed", debtorA, "2026-07-13")]))).toEqual(
      [],
    );
  });

  test("had to stand ten days under the 2008 law", () => {
    const removed = act("posting-removed", debtorA, "2021-03-08");
    expect(states("POSTING_DURATION", file([posted(debtorA, "2021-03-01"), removed]), "2021-04-01")).toEqual({
      [debtorA.id]: "forbidden",
    });
  });

  test("starts no clock when it was handed over in person instead", () => {
    const direct = act("party-notified", debtorA, "2026-07-03", { traits: { means: "direct" } });
    expect(deadlinesOf("POSTING_DURATION", file([direct, act("posting-removed", debtorA, "2026-07-04")]))).toEqual([]);
  });
});

describe("the enforcer of a case (D62/2015 Arts.8, 10; D152/2026 Arts.12, 13)", () => {
  test("must open the file in two working days; for a second enforcer it is open", () => {
    const opened = act("file-opened", caseFile, "2026-10-05");
    const acts = [
      act("enforcer-assigned", caseFile, "2026-09-30"),
      opened,
      act("enforcer-assigned", caseFile, "2026-11-02"),
    ];
    expect(obligations("FILE_OPEN", file(acts), "2026-11-23")).toMatchObject([
      { dueOn: "2026-10-02", state: "late", daysLate: 3 },
      { dueOn: "2026-11-04", state: "met" },
    ]);
  });

  test("must be changed or confirmed within three working days of a request", () => {
    const asked = act("enforcer-change-requested", caseFile, { receivedOn: "2026-11-20" });
    const answered = act("enforcer-change-answered", caseFile, "2026-11-27", { answers: [asked] });
    expect(obligations("CHANGE_ENFORCER_REPLY", file([asked, answered]), "2026-11-30")).toMatchObject([
      { dueOn: "2026-11-26", state: "late", daysLate: 1, weight: "violation" },
    ]);
  });
});
