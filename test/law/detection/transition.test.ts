/** Clocks across 1 July 2026 (law 106/2025 Art.116): a named policy, both due days shown, no accusation in doubt. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { assess, deadlines, type Obligation } from "../../../src/law/detection/detection.ts";
import { type CrossingPolicy, currentEdition, type Edition } from "../../../src/law/edition.ts";
import { explain } from "../../../src/law/telling/sentences.ts";
import { explanationOf } from "../../../src/law/telling/explain-deadline.ts";
import type { Series } from "../../../src/law/series.ts";
import { answerTo } from "../../../scripts/law.ts";
import { act, caseFile, day, deadlinesOf, decision, file, house, obligations, states, subject } from "../given.ts";

const asked = (on: string): Act => act("certificate-requested", caseFile, { receivedOn: on });
const issued = (on: string): Act => act("certificate-issued", caseFile, on);
const under = (crossing: CrossingPolicy): Edition => ({ ...currentEdition, crossing });

function found(series: Series, acts: readonly Act[], crossing: CrossingPolicy, today: string): readonly Obligation[] {
  const all = assess(file(acts), { today: day(today), edition: under(crossing) });
  return all.filter(({ rule }) => rule === series);
}

describe("a certificate asked for on Monday 29 June 2026: five working days by the old law, three by the new", () => {
  test.each<[CrossingPolicy, string, string, string]>([
    ["law-of-the-starting-day", "L2008", "2026-07-06", "2026-07-02"],
    ["new-law-from-its-day", "L2025", "2026-07-02", "2026-07-06"],
    ["later-of-both", "L2008", "2026-07-06", "2026-07-02"],
  ])("under %s %s is due on %s, and the other law says %s", (crossing, version, dueOn, other) => {
    expect(found("CERTIFY_RESULT", [asked("2026-06-29")], crossing, "2026-07-01")).toMatchObject([
      { version, dueOn, crossesTransition: true, otherLaw: { dueOn: other }, state: "open", weight: "violation" },
    ]);
  });

  test("is in time on 3 July under the policy that keeps the old law", () => {
    const acts = [asked("2026-06-29"), issued("2026-07-03")];
    expect(found("CERTIFY_RESULT", acts, "law-of-the-starting-day", "2026-07-10")).toMatchObject([{ state: "met" }]);
  });

  test("is late on 3 July by the new law, but only a hint, because it was in time by the old one", () => {
    const acts = [asked("2026-06-29"), issued("2026-07-03")];
    expect(found("CERTIFY_RESULT", acts, "new-law-from-its-day", "2026-07-10")).toMatchObject([
      { state: "late", weight: "hint", doubts: ["other-law"] },
    ]);
  });

  test("is a violation when it is issued on 7 July, after both due days", () => {
    const acts = [asked("2026-06-29"), issued("2026-07-07")];
    expect(found("CERTIFY_RESULT", acts, "new-law-from-its-day", "2026-07-10")).toMatchObject([
      { state: "late", weight: "violation", doubts: [] },
    ]);
  });

  test("is a hint when it is not issued and the other law leaves time, and a violation after both due days", () => {
    const on = (today: string): unknown =>
      found("CERTIFY_RESULT", [asked("2026-06-29")], "new-law-from-its-day", today).map(({ state, weight }) => [
        state,
        weight,
      ]);
    expect(["2026-07-02", "2026-07-03", "2026-07-06", "2026-07-07"].map(on)).toEqual([
      [["open", "violation"]],
      [["missed", "hint"]],
      [["missed", "hint"]],
      [["missed", "violation"]],
    ]);
  });

  test("does not cross when it is issued on 30 June, before the change", () => {
    const acts = [asked("2026-06-29"), issued("2026-06-30")];
    expect(deadlinesOf("CERTIFY_RESULT", file(acts))).toMatchObject([
      { crossesTransition: false, otherLaw: undefined },
    ]);
  });

  test("is explained with the policy and both due days", () => {
    const [one] = deadlinesOf("CERTIFY_RESULT", file([asked("2026-06-29")]));
    expect(one && explain(explanationOf(one), "vi").slice(-2)).toEqual([
      "Thời hạn kéo qua 01/07/2026: áp dụng luật của ngày bắt đầu (chính sách; Điều 116 Luật 106/2025 không quy định).",
      "Theo bản L2025 (Điều 32 Nghị định 152/2026/NĐ-CP): hạn cuối thứ Năm 02/07/2026.",
    ]);
  });

  test("has both due days on the command line too", () => {
    const answer = answerTo(["due", "CERTIFY_RESULT", "2026-06-29"]);
    expect(answer.ok && answer.value.slice(-2)).toEqual([
      "The clock runs across 2026-07-01: the law of the starting day is kept (a policy; law 106/2025 Art.116 does not say).",
      "By version L2025 (Article 32 of Decree 152/2026/NĐ-CP): last day Thu 2026-07-02.",
    ]);
  });
});

describe("a due day under the new law", () => {
  test("is never before that law: three working days from 24 June would have ended on the 29th", () => {
    expect(found("CERTIFY_RESULT", [asked("2026-06-24")], "new-law-from-its-day", "2026-07-01")).toMatchObject([
      { version: "L2025", dueOn: "2026-07-01", otherLaw: { version: "L2008", dueOn: "2026-07-01" } },
    ]);
  });

  test("does not replace that of a clock that was over before it", () => {
    expect(found("CERTIFY_RESULT", [asked("2026-06-22")], "new-law-from-its-day", "2026-07-10")).toMatchObject([
      { version: "L2008", dueOn: "2026-06-29", crossesTransition: false, state: "missed", weight: "violation" },
    ]);
  });
});

describe("a recommendation received before 1 July 2026, to which no law set a number of days", () => {
  const instrument = subject("instrument", "recommendation");
  const received = (on: string): Act => act("recommendation-received", instrument, { receivedOn: on });

  test.each([
    ["2026-07-06", "open"],
    ["2026-07-07", "missed"],
  ])("is asked about on %s by the new law's fifteen days and never accused: %s", (today, state) => {
    expect(obligations("RECOMMENDATION_REPLY", file([received("2026-06-19")]), today)).toMatchObject([
      {
        version: "L2025",
        dueOn: "2026-07-06",
        crossesTransition: true,
        otherLaw: { dueOn: undefined },
        state,
        weight: "hint",
      },
    ]);
  });

  test("stays without a day of its own when it was answered before", () => {
    const of = [
      received("2026-06-19"),
      act("recommendation-replied", instrument, { happenedOn: "2026-06-30", sentOn: "2026-06-30" }),
    ];
    expect(deadlinesOf("RECOMMENDATION_REPLY", file(of))).toMatchObject([{ version: "L2008", dueOn: undefined }]);
  });

  test("is a hint from the first day of the new law where its number had run out before, and no answer had come (116(3))", () => {
    const of = file([received("2026-06-15")]);
    expect([
      states("RECOMMENDATION_REPLY", of, "2026-07-01"),
      states("RECOMMENDATION_REPLY", of, "2026-07-02"),
    ]).toEqual([{ recommendation: "open" }, { recommendation: "missed" }]);
    expect(deadlinesOf("RECOMMENDATION_REPLY", of)).toMatchObject([
      { crossesTransition: true, dueOn: "2026-07-01", weight: "hint" },
    ]);
  });

  test("is left alone where the answer came before the new law, however long it took", () => {
    const replied = act("recommendation-replied", instrument, "2026-06-29", {
      traits: { outcome: "accepted" },
    });
    expect(deadlinesOf("RECOMMENDATION_REPLY", file([received("2025-01-06"), replied]))).toMatchObject([
      { crossesTransition: false, dueOn: undefined, version: "L2008" },
    ]);
  });
});

describe("a duty that only the old law has", () => {
  test("is a hint where it runs across, because what has not ended goes on under the new law (Art.116(3))", () => {
    const failed = (on: string): Act =>
      act("auction-held", house, { receivedOn: on }, { traits: { outcome: "failed", round: "first" } });
    const weights = ["2026-06-22", "2026-06-26"].map((on) =>
      deadlinesOf("FAILED_AUCTION_ASK", file([failed(on)])).map(({ weight, doubts }) => [weight, doubts]),
    );
    expect(weights).toEqual([[["violation", []]], [["hint", ["one-law-only"]]]]);
  });
});

describe("a ban that runs across the change", () => {
  const told = act("collection-notified", house, "2026-05-15");
  const sold = (on: string): Act => act("unclaimed-asset-sold", house, on);

  test("is three months by the old law and thirty days by the new, and a sale between the two is only a hint", () => {
    const verdicts = ["2026-06-10", "2026-07-10", "2026-08-17"].map((on) =>
      deadlines(file([told, sold(on)]))
        .filter(({ rule }) => rule === "UNCLAIMED_ASSET_SALE")
        .map(({ weight, doubts }) => [weight, doubts]),
    );
    expect(verdicts).toEqual([[["violation", []]], [["hint", ["other-law"]]], []]);
  });

  test("is a hint from the day on which the thirty days are full: Sunday 5 July, and so Monday the 6th", () => {
    const later = act("collection-notified", house, "2026-06-05");
    const weights = ["2026-07-03", "2026-07-06"].map((on) =>
      deadlines(file([later, sold(on)]))
        .filter(({ rule }) => rule === "UNCLAIMED_ASSET_SALE")
        .map(({ weight }) => weight),
    );
    expect(weights).toEqual([["violation"], ["hint"]]);
  });

  test("has no other law where the new one made it a duty, and a price cut too early is only a hint", () => {
    const notified = act("auction-failure-notified", house, "2026-06-25");
    const cut = decision("price-cut", "2026-07-02", { answers: [notified] });
    expect(deadlinesOf("PRICE_CUT_DECISION", file([notified, cut]))).toMatchObject([
      { version: "L2008", dueOn: "2026-07-06", crossesTransition: true, otherLaw: undefined, doubts: ["one-law-only"] },
    ]);
  });
});

describe("a judgment in force on 10 June 2026", () => {
  test("has both days although the new law names the duty otherwise, and is only asked about", () => {
    const effective = act("judgment-effective", subject("intake", "one"), "2026-06-10");
    expect(obligations("COURT_TRANSFER_FINAL", file([effective]), "2026-08-03")).toMatchObject([
      { dueOn: "2026-07-10", otherLaw: { version: "L2025" }, doubts: ["condition-not-shown"], weight: "hint" },
    ]);
    expect(deadlinesOf("COURT_TRANSFER_DEFAULT", file([effective]))).toEqual([]);
  });
});

describe("an auction that failed before 1 July 2026", () => {
  const failed = (on: string): Act => act("auction-held", house, { receivedOn: on }, { traits: { outcome: "failed" } });
  const owed = (series: Series, on: string): unknown =>
    deadlinesOf(series, file([failed(on)])).map(({ dueOn, weight, doubts }) => [dueOn, weight, doubts]);

  test("starts the duties of the new law as hints while its days had not run out (Art.116(3), 83(3))", () => {
    expect(owed("FAILED_AUCTION_NOTICE", "2026-06-29")).toEqual([["2026-07-01", "hint", ["one-law-only"]]]);
    expect(owed("PRICE_CUT_DECISION", "2026-06-24")).toEqual([["2026-07-01", "hint", ["one-law-only"]]]);
    expect(owed("FAILED_AUCTION_NOTICE", "2026-06-26")).toEqual([]);
    expect(owed("PRICE_CUT_DECISION", "2026-06-23")).toEqual([]);
    expect(owed("FAILED_AUCTION_NOTICE", "2026-07-01")).toEqual([["2026-07-03", "violation", []]]);
  });
});

describe("an auction contract that each law starts by another act", () => {
  const priced = act("price-fixed", house, "2026-06-24");
  const told = act("valuation-result-notified", house, "2026-06-24");
  const rows = (contract: readonly Act[]): unknown =>
    obligations("AUCTION_CONTRACT", file([priced, told, ...contract]), "2026-08-03").map((one) => [
      one.version,
      one.dueOn,
      one.otherLaw?.dueOn,
      one.state,
    ]);

  test("is one row with both days", () => {
    expect(rows([act("auction-contract-signed", house, "2026-07-08")])).toEqual([
      ["L2025", "2026-07-08", "2026-07-06", "met"],
    ]);
    expect(rows([])).toEqual([["L2025", "2026-07-08", "2026-07-06", "missed"]]);
  });

  test("is one row although the new law's clock starts after the old one's day", () => {
    const late = act("valuation-result-notified", house, "2026-07-01");
    expect(obligations("AUCTION_CONTRACT", file([priced, late]), "2026-08-03")).toMatchObject([
      { version: "L2025", dueOn: "2026-07-15", otherLaw: { dueOn: "2026-07-06" } },
    ]);
  });

  test("is two where a contract of before met the old one alone", () => {
    const again = act("revaluation-result-received", house, { receivedOn: "2026-07-20" });
    const signed = act("auction-contract-signed", house, "2026-07-02");
    expect(obligations("AUCTION_CONTRACT", file([priced, signed, again]), "2026-08-03")).toMatchObject([
      { version: "L2008", state: "met" },
      { version: "L2025", state: "missed" },
    ]);
  });

  test("of another asset is a row of its own", () => {
    const other = act("valuation-result-notified", subject("asset", "car"), "2026-06-24");
    expect(obligations("AUCTION_CONTRACT", file([priced, other]), "2026-08-03")).toHaveLength(2);
  });
});
