/** Bans: judged by the act that was done; in doubt, only a hint. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { explain } from "../../../src/law/telling/sentences.ts";
import { explanationOf } from "../../../src/law/telling/explain-deadline.ts";
import { act, car, deadlinesOf, debtorA, file, house, obligations } from "../given.ts";

const told = act("collection-notified", house, "2026-07-23");
const sold = (on: string, about = house): Act => act("unclaimed-asset-sold", about, on);
const verdict = (acts: readonly Act[]): readonly unknown[] =>
  deadlinesOf("UNCLAIMED_ASSET_SALE", file(acts)).map(({ weight, doubts }) => [weight, doubts]);

describe("a sale not before thirty days, which end on Saturday 22 August 2026, worked (106/2025 Art.59(1))", () => {
  test("is forbidden a day earlier", () => {
    expect(verdict([told, sold("2026-08-21")])).toEqual([["violation", []]]);
  });

  test("is left alone on the last day itself", () => {
    expect(verdict([told, sold("2026-08-22")])).toEqual([]);
  });

  test("is never missed when it is never done", () => {
    expect(deadlinesOf("UNCLAIMED_ASSET_SALE", file([told]))).toEqual([]);
  });

  test("is not forbidden for another asset", () => {
    expect(verdict([told, sold("2026-08-03", car)])).toEqual([]);
  });
});

describe("a sale between a last day off and the day to which it moves", () => {
  const toldAgain = act("collection-notified", house, "2026-08-01");

  test("is a hint: thirty days end on Monday 31 August, swapped, and move to 3 September", () => {
    const verdicts = ["2026-08-28", "2026-08-31", "2026-09-02", "2026-09-03"].map((on) =>
      verdict([toldAgain, sold(on)]),
    );
    expect(verdicts).toEqual([[["violation", []]], [["hint", ["end-moved"]]], [["hint", ["end-moved"]]], []]);
  });
});

describe("a sale after two notices, of which no text says that the second makes the first void (106/2025 Art.59(1))", () => {
  const first = act("collection-notified", house, "2026-07-06");
  const second = act("collection-notified", house, "2026-07-27");

  test("is forbidden by both while neither thirty days are full: the first end on Wednesday 5 August", () => {
    expect(verdict([first, second, sold("2026-08-04")])).toEqual([
      ["violation", []],
      ["violation", []],
    ]);
  });

  test.each(["2026-08-05", "2026-08-06", "2026-08-25"])(
    "is a hint by the second on %s, when the first are full",
    (on) => {
      expect(verdict([first, second, sold(on)])).toEqual([["hint", ["condition-not-shown"]]]);
      expect(verdict([second, first, sold(on)])).toEqual([["hint", ["condition-not-shown"]]]);
    },
  );

  test("is left alone when the second are full too, on Wednesday 26 August", () => {
    expect(verdict([first, second, sold("2026-08-26")])).toEqual([]);
  });

  test("is a violation where the first notice was about another asset, and its days say nothing about this one", () => {
    expect(verdict([act("collection-notified", car, "2026-07-06"), second, sold("2026-08-06")])).toEqual([
      ["violation", []],
    ]);
  });
});

describe("a sale across 1 July 2026: three months by the old law, thirty days by the new (26/2008 Art.126; 106/2025 Art.59(1))", () => {
  const notified = act("collection-notified", house, "2026-06-10");

  test.each([
    ["2026-06-30", "violation", []],
    ["2026-07-09", "violation", []],
    ["2026-07-10", "hint", ["other-law"]],
    ["2026-09-09", "hint", ["other-law"]],
  ])(
    "on %s is a %s %j: the thirty days are full on 10 July, the three months on 10 September",
    (on, weight, doubts) => {
      expect(verdict([notified, sold(on)])).toEqual([[weight, doubts]]);
    },
  );

  test("is left alone from 10 September on", () => {
    expect(verdict([notified, sold("2026-09-10")])).toEqual([]);
  });
});

describe("a forbidden act", () => {
  const sunday = act("coercion-carried-out", debtorA, "2026-11-22");
  const early = [told, sold("2026-08-03")];

  test("is forbidden from its own day on, and open before that", () => {
    const states = ["2026-08-02", "2026-08-03", "2030-01-01"].map((today) =>
      obligations("UNCLAIMED_ASSET_SALE", file(early), today).map(({ state, daysLate }) => [state, daysLate]),
    );
    expect(states).toEqual([[["open", undefined]], [["forbidden", undefined]], [["forbidden", undefined]]]);
  });

  test("is proved by the act itself and explained by its day", () => {
    const [found] = deadlinesOf("BAN_COERCION_NIGHT", file([sunday]));
    expect(found).toMatchObject({ metBy: sunday.id, startedBy: sunday.id, dueOn: undefined, forbidden: true });
    expect(found && explain(explanationOf(found), "vi")).toContain(
      "Làm vào ngày nghỉ, Chủ nhật 22/11/2026: nghỉ cuối tuần.",
    );
  });

  test("at night needs no day off when the file states the hour", () => {
    const night = act("coercion-carried-out", debtorA, "2026-11-20", { traits: { hours: "night" } });
    expect(deadlinesOf("BAN_COERCION_NIGHT", file([night]))).toMatchObject([{ weight: "violation", forbidden: true }]);
  });

  test("around Tết is explained by the days between which it is forbidden", () => {
    const forces = { traits: { forces: "mobilised" } };
    const [found] = deadlinesOf("BAN_COERCION_TET", file([act("coercion-carried-out", debtorA, "2026-03-05", forces)]));
    expect(found).toMatchObject({ weight: "hint", doubts: ["edge-of-tet"] });
    expect(found && explain(explanationOf(found), "vi")).toContain(
      "Bị cấm từ Chủ nhật 01/02/2026 đến hết thứ Bảy 07/03/2026.",
    );
  });
});
