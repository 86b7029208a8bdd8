/** Detection on the published details of debtors whose case is not yet executable, and on requests sent back. */

import { describe, expect, test } from "vitest";
import { act, caseFile, debtorA, debtorB, decision, file, deadlinesOf, obligations, states } from "../given.ts";

const sorted = (who: typeof debtorA, on: string) => {
  const ground = act("no-condition-ground-established", who, on);
  const decided = decision("not-yet-executable", on, { answers: [ground] });
  return { ground, decided, published: act("no-condition-published", decided.subject, on, { answers: [decided] }) };
};

const ofA = sorted(debtorA, "2026-07-10");
const ofB = sorted(debtorB, "2026-07-10");
const both = [ofA.ground, ofA.decided, ofA.published, ofB.ground, ofB.decided, ofB.published];

describe("the publication about a debtor (D62/2015 Art.11; D152/2026 Art.23)", () => {
  test("must be updated within three working days of a change", () => {
    const changed = act("debtor-details-changed", debtorA, "2026-10-23");
    const updated = act("no-condition-updated", debtorB, "2026-10-26");
    expect(states("NO_CONDITION_UPDATE", file([...both, changed, updated]), "2026-11-01")).toEqual({
      [debtorA.id]: "missed",
    });
  });

  test("needs no update where nothing was published", () => {
    const changed = act("debtor-details-changed", debtorA, "2026-10-23");
    expect(deadlinesOf("NO_CONDITION_UPDATE", file([ofB.ground, ofB.decided, ofB.published, changed]))).toEqual([]);
  });

  test("must be removed for both debtors within three working days of the end of the whole case", () => {
    const ended = act("case-ended", caseFile, "2026-10-23", { traits: { by: "completion" } });
    const removed = act("no-condition-unpublished", ofA.decided.subject, "2026-10-26");
    expect(states("NO_CONDITION_UNPUBLISH", file([...both, ended, removed]), "2026-11-01")).toEqual({
      [ofA.decided.subject.id]: "met",
      [ofB.decided.subject.id]: "missed",
    });
  });

  test("must be removed if it was made by the day of the end, and not if it was made later", () => {
    const ended = act("case-ended", caseFile, "2026-07-10", { traits: { by: "completion" } });
    expect(deadlinesOf("NO_CONDITION_UNPUBLISH", file([...both, ended]))).toHaveLength(2);
    const later = act("no-condition-published", ofA.decided.subject, "2026-07-13", { answers: [ofA.decided] });
    expect(deadlinesOf("NO_CONDITION_UNPUBLISH", file([ofA.decided, later, ended]))).toEqual([]);
  });

  test("stays when the termination concerns the other debtor", () => {
    const ground = act("ground-established", debtorA, "2026-10-20", { traits: { for: "termination" } });
    const over = decision("termination", "2026-10-23", { answers: [ground] });
    expect(deadlinesOf("NO_CONDITION_UNPUBLISH", file([...both, ground, over]))).toMatchObject([
      { subject: ofA.decided.subject, dueOn: "2026-10-28" },
    ]);
  });

  test("must be removed when its own decision is withdrawn, and not with another", () => {
    const withdrawn = decision("withdrawal", "2026-10-23", { answers: [ofA.decided] });
    const seizure = decision("seizure", "2026-10-01");
    const another = decision("withdrawal", "2026-10-23", { answers: [seizure] });
    expect(deadlinesOf("NO_CONDITION_UNPUBLISH", file([...both, seizure, withdrawn, another]))).toMatchObject([
      { subject: ofA.decided.subject },
    ]);
  });

  test("had to be removed in two working days under decree 62, only after a termination or completion", () => {
    const old = sorted(debtorA, "2022-03-01");
    const acts = [old.ground, old.decided, old.published];
    const resumed = decision("resumption", "2023-08-30", { answers: [old.decided] });
    const over = decision("termination", "2023-08-30", { answers: [old.decided] });
    expect(deadlinesOf("NO_CONDITION_UNPUBLISH", file([...acts, resumed]))).toEqual([]);
    expect(deadlinesOf("NO_CONDITION_UNPUBLISH", file([...acts, over]))).toMatchObject([{ dueOn: "2023-09-05" }]);
  });
});

describe("a request sent back (106/2025 Art.38(4))", () => {
  const returned = (on: string) => act("request-returned", caseFile, on, { answers: [ofA.decided] });

  test("is forbidden before two years have passed", () => {
    expect(obligations("RETURN_REQUEST", file([...both, returned("2028-07-07")]), "2028-08-01")).toMatchObject([
      { state: "forbidden", startedOn: "2026-07-10" },
    ]);
  });

  test("is allowed after two years", () => {
    expect(deadlinesOf("RETURN_REQUEST", file([...both, returned("2028-07-10")]))).toEqual([]);
  });

  test("must be sent to the procuracy, with no number of days (D152/2026 Art.22(2))", () => {
    expect(deadlinesOf("SEND_RETURN_REQUEST_VKS", file([...both, returned("2028-07-10")]))).toMatchObject([
      { dueOn: undefined, weight: "hint" },
    ]);
  });
});

test("a case must move to the separate book within three working days of its grounds (D62/2015 Art.9(5))", () => {
  const ground = act("ground-established", caseFile, "2021-02-05", { traits: { for: "separate-book" } });
  const moved = act("moved-to-separate-book", caseFile, "2021-02-18");
  expect(obligations("SEPARATE_BOOK", file([ground, moved]), "2021-03-01")).toMatchObject([
    { dueOn: "2021-02-17", state: "late", daysLate: 1 },
  ]);
});
