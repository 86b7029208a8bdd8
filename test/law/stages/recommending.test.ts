/** Detection on recommendations and on requests of the procuracy. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, deadlinesOf, file, obligations, states, subject } from "../given.ts";

const first = subject("instrument", "first");

describe("a recommendation received", () => {
  const received = act("recommendation-received", first, { receivedOn: "2026-11-09" });
  const replied = (outcome: string): Act => act("recommendation-replied", first, "2026-11-27", { traits: { outcome } });

  test("on 2026-11-09 needs a reply by 2026-11-25, because 24 November is a holiday (Art.113(1))", () => {
    expect(obligations("RECOMMENDATION_REPLY", file([received]), "2026-11-23")).toMatchObject([
      { dueOn: "2026-11-25", state: "open", weight: "violation" },
    ]);
  });

  test("before 1 July 2026 had no number of days, so only a hint asks about it after the new law began (63/2014 Art.5(2))", () => {
    const old = act("recommendation-received", first, { receivedOn: "2018-05-18" });
    const late = act("recommendation-replied", first, "2020-01-06", { traits: { outcome: "accepted" } });
    expect(obligations("RECOMMENDATION_REPLY", file([old]), "2026-11-23")).toMatchObject([
      { dueOn: "2026-07-01", state: "missed", weight: "hint" },
    ]);
    expect(obligations("RECOMMENDATION_REPLY", file([old, late]), "2026-11-23")).toMatchObject([
      { dueOn: undefined, state: "met", weight: "hint" },
    ]);
  });

  test("must be carried out within five working days of the reply that accepts it", () => {
    expect(deadlinesOf("RECOMMENDATION_COMPLY", file([received, replied("accepted")]))).toMatchObject([
      { dueOn: "2026-12-04" },
    ]);
    expect(deadlinesOf("RECOMMENDATION_COMPLY", file([received, replied("disagreed")]))).toEqual([]);
  });

  test("need not be carried out when the acceptance was taken back in time", () => {
    const takenBack = act("recommendation-replied", first, "2026-12-01", { traits: { outcome: "disagreed" } });
    expect(states("RECOMMENDATION_COMPLY", file([received, replied("accepted"), takenBack]), "2026-12-07")).toEqual({
      first: "excused",
    });
  });

  test("that was withdrawn is missed on each day before, and grows no later from its withdrawal on", () => {
    const old = act("recommendation-received", first, { receivedOn: "2026-07-10" });
    const takenBack = act("instrument-withdrawn", first, "2026-09-07");
    const other = act("instrument-withdrawn", subject("instrument", "second"), "2026-08-03");
    const late = (today: string): unknown =>
      obligations("RECOMMENDATION_REPLY", file([old, takenBack, other]), today).map((one) => [one.state, one.daysLate]);
    expect(["2026-07-27", "2026-08-20", "2026-10-01"].map(late)).toEqual([
      [["open", undefined]],
      [["missed", 24]],
      [["missed", 42]],
    ]);
  });

  test("with a late disagreement is one violation and one hint, not two violations (Art.113(4))", () => {
    const of = file([received, replied("disagreed")]);
    expect(obligations("RECOMMENDATION_REPLY", of, "2026-11-30")).toMatchObject([
      { state: "late", weight: "violation" },
    ]);
    expect(obligations("RECOMMENDATION_DISAGREE", of, "2026-11-30")).toMatchObject([{ state: "late", weight: "hint" }]);
    expect(deadlinesOf("RECOMMENDATION_DISAGREE", file([received, replied("accepted")]))).toEqual([]);
  });
});

describe("a procuracy's request received (63/2014 Art.28(6))", () => {
  const received = (demand: string, on: string): Act =>
    act("procuracy-request-received", first, { receivedOn: on }, { traits: { demand } });

  test("to inspect itself must be met in 30 days", () => {
    expect(deadlinesOf("REQUEST_SELF_INSPECT", file([received("self-inspect", "2021-01-14")]))).toMatchObject([
      { dueOn: "2021-02-17", weight: "violation" },
    ]);
    expect(deadlinesOf("REQUEST_COMPLY", file([received("self-inspect", "2021-01-14")]))).toEqual([]);
  });

  test("for anything else is due at once, so a breach is only a hint", () => {
    expect(obligations("REQUEST_COMPLY", file([received("supply-file", "2021-01-14")]), "2021-02-01")).toMatchObject([
      { dueOn: "2021-01-14", state: "missed", weight: "hint" },
    ]);
  });

  test("after law 82/2025, whose text was not read, is only a hint", () => {
    expect(deadlinesOf("REQUEST_SELF_INSPECT", file([received("self-inspect", "2026-01-14")]))).toMatchObject([
      { version: "VKSND2025", weight: "hint" },
    ]);
  });
});
