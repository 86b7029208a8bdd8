/** Detection of postings taken down too early, of files opened late, of answers about the enforcer. */

import { describe, expect, test } from "vitest";
import { act, caseFile, debtorA, debtorB, file, limits, obligations, states } from "../given.ts";

describe("a posted notice (26/2008 Art.42(3); D152/2026 Art.17(3))", () => {
  const posted = (who = debtorA, day = "2026-07-03") =>
    act("party-notified", who, day, { traits: { means: "posting" } });

  test("taken down before seven days is forbidden, for that debtor alone", () => {
    const removed = act("posting-removed", debtorA, "2026-07-08");
    expect(obligations("POSTING_DURATION", file([posted(), posted(debtorB), removed]), "2026-07-09")).toMatchObject([
      { subject: debtorA, dueOn: "2026-07-10", state: "forbidden", weight: "violation" },
    ]);
  });

  test("taken down later is nothing to speak of", () => {
    expect(limits("POSTING_DURATION", file([posted(), act("posting-removed", debtorA, "2026-07-13")]))).toEqual([]);
  });

  test("stood ten days under the 2008 law", () => {
    const removed = act("posting-removed", debtorA, "2021-03-08");
    expect(states("POSTING_DURATION", file([posted(debtorA, "2021-03-01"), removed]), "2021-04-01")).toEqual({
      [debtorA.id]: "forbidden",
    });
  });

  test("that was handed over in person has no such time", () => {
    const direct = act("party-notified", debtorA, "2026-07-03", { traits: { means: "direct" } });
    expect(limits("POSTING_DURATION", file([direct, act("posting-removed", debtorA, "2026-07-04")]))).toEqual([]);
  });
});

describe("the enforcer of a case (D62/2015 Arts.8, 10; D152/2026 Arts.12, 13)", () => {
  test("opens the file in two working days; a second enforcer finds it opened", () => {
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

  test("is changed, or not, in three working days of the request", () => {
    const asked = act("enforcer-change-requested", caseFile, { receivedOn: "2026-11-20" });
    const answered = act("enforcer-change-answered", caseFile, "2026-11-27", { answers: [asked] });
    expect(obligations("CHANGE_ENFORCER_REPLY", file([asked, answered]), "2026-11-30")).toMatchObject([
      { dueOn: "2026-11-26", state: "late", daysLate: 1, weight: "violation" },
    ]);
  });
});
