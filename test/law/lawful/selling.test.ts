/** Lawful histories of security, coercion and sale, each beside one that is not (26/2008 Arts.66-105; 106/2025 Arts.66-95). */

import { describe, expect, test } from "vitest";
import type { Act, Subject } from "../../../src/law/act.ts";
import { act, car, caseFile, creditor, debtorA, debtorB, decision, house, subject } from "../given.ts";
import { accused, begun, begun2021, begun2026, ground, type Story, told } from "./story.ts";

/** An asset seized under a decision that was told, after all notices, on Monday 5 April 2021. */
function seized(asset: Subject, on = "2021-04-05", noticeOn = "2021-03-29"): readonly Act[] {
  const coerced = decision("seizure", noticeOn, { answers: [] });
  const notices = ["procuracy", "land-authority", "commune", "parties"].map((to) =>
    act("seizure-notice-sent", asset, { sentOn: noticeOn }, { traits: { to } }),
  );
  return [...told(coerced), ...notices, act("asset-seized", asset, on, { answers: [coerced] })];
}

function valued(asset: Subject): readonly Act[] {
  return [
    ...seized(asset),
    act("valuation-contract-signed", asset, "2021-04-09"),
    act("price-fixed", asset, "2021-05-17"),
  ];
}

const contract = (asset: Subject, on: string): Act => act("auction-contract-signed", asset, on);
const coercedAt = (on: string, who = debtorA): Act => act("coercion-carried-out", who, on);
const cost = (on: string, planned: string, who = debtorA): Act =>
  act("coercion-cost-notified", who, { happenedOn: on, plannedFor: planned }, { recordedOn: on });
const frozen = decision("freeze", "2021-04-05");

const stories: readonly Story[] = [
  {
    story: "the co-owner was offered the house, for three months, before it went to auction (74(3))",
    lawful: () => [
      ...begun2021(),
      ...valued(house),
      act("priority-offered", house, "2021-05-18"),
      contract(house, "2021-08-23"),
      act("auction-held", house, "2021-09-20", { traits: { outcome: "sold" } }),
    ],
    unlawful: () => [
      ...begun2021(),
      ...valued(house),
      act("priority-offered", car, "2021-05-18"),
      contract(house, "2021-08-23"),
    ],
    found: "AUCTION_CONTRACT house",
    today: "2021-10-04",
  },
  {
    story: "a new valuation was asked for after the price was fixed (99(1)(b))",
    lawful: () => [
      ...begun2021(),
      ...valued(car),
      act("revaluation-requested", car, { receivedOn: "2021-05-19" }),
      act("price-fixed", car, "2021-06-14"),
      contract(car, "2021-06-21"),
      act("auction-held", car, "2021-07-12", { traits: { outcome: "sold" } }),
    ],
    unlawful: () => [...begun2021(), ...valued(car), contract(car, "2021-06-21")],
    found: "AUCTION_CONTRACT car",
    today: "2021-10-04",
  },
  {
    story: "a thing of little value is auctioned by the enforcer without a contract (101(3)(b))",
    lawful: () => [
      ...begun2021(),
      ...valued(car),
      act("auction-held", car, "2021-06-07", { traits: { outcome: "sold" } }),
    ],
    unlawful: () => [...begun2021(), ...valued(car), contract(car, "2021-06-07")],
    found: "AUCTION_CONTRACT car",
    today: "2021-10-04",
  },
  {
    story: "the parties agreed on the price after the days for the valuation contract (98(1))",
    lawful: () => [
      ...begun2021(),
      ...seized(car),
      act("price-fixed", car, "2021-04-19", { traits: { by: "agreement" } }),
      contract(car, "2021-04-26"),
      act("auction-held", car, "2021-05-17", { traits: { outcome: "sold" } }),
    ],
    unlawful: () => [
      ...begun2021(),
      ...seized(car),
      act("price-fixed", house, "2021-04-19", { traits: { by: "agreement" } }),
    ],
    found: "VALUATION_CONTRACT car",
    today: "2021-07-05",
  },
  {
    story: "the owners of common property were told to agree before it was valued (74(1))",
    lawful: () => [...begun2021(), ...seized(house), act("common-property-notified", house, "2021-04-07")],
    unlawful: () => [...begun2021(), ...seized(house), act("common-property-notified", car, "2021-04-07")],
    found: "VALUATION_CONTRACT house",
    today: "2021-07-05",
  },
  {
    story: "the debtor paid and took the car back before its valuation was due (101(5))",
    lawful: () => [...begun2021(), ...seized(car), act("asset-redeemed", car, "2021-04-08")],
    unlawful: () => [...begun2021(), ...seized(car), act("asset-redeemed", house, "2021-04-08")],
    found: "VALUATION_CONTRACT car",
    today: "2021-07-05",
  },
  {
    story: "the judgment was suspended after the seizure (49(1))",
    lawful: () => [
      ...begun2021(),
      ...seized(house),
      act("cassation-suspension-received", caseFile, { receivedOn: "2021-04-07" }),
    ],
    unlawful: () => [
      ...begun2021(),
      ...seized(house),
      act("cassation-suspension-received", caseFile, { receivedOn: "2021-05-07" }),
    ],
    found: "VALUATION_CONTRACT house",
    today: "2021-07-05",
  },
  {
    story: "a second auction contract took the place of the first",
    lawful: () => [
      ...begun2021(),
      ...valued(car),
      contract(car, "2021-05-24"),
      contract(car, "2021-06-14"),
      act("auction-held", car, "2021-07-05", { traits: { outcome: "sold" } }),
    ],
    unlawful: () => [...begun2021(), ...valued(car), contract(car, "2021-05-24"), contract(house, "2021-06-14")],
    found: "AUCTION_HOLD_MOVABLE car",
    today: "2021-10-04",
  },
  {
    story: "the coercion had to follow at once, so its cost was not notified before (73(4))",
    lawful: () => {
      const urgent = decision("coercion", "2021-04-05", { traits: { notice: "withheld" } });
      return [
        ...begun2021(),
        ...told(urgent),
        act("coercion-carried-out", debtorA, "2021-04-06", { answers: [urgent] }),
      ];
    },
    unlawful: () => {
      const ordered = decision("coercion", "2021-04-05");
      return [
        ...begun2021(),
        ...told(ordered),
        act("coercion-carried-out", debtorA, "2021-04-06", { answers: [ordered] }),
      ];
    },
    found: "COERCION_COST_NOTICE debtor-a",
    today: "2021-07-05",
  },
  {
    story: "one notice of the cost serves a coercion of two days",
    lawful: () => [
      ...begun2021(),
      ...told(decision("coercion", "2021-03-22")),
      cost("2021-03-29", "2021-04-05"),
      coercedAt("2021-04-05"),
      coercedAt("2021-04-06"),
    ],
    unlawful: () => [
      ...begun2021(),
      ...told(decision("coercion", "2021-03-22")),
      cost("2021-03-29", "2021-04-05"),
      coercedAt("2021-04-05"),
      coercedAt("2021-04-06", debtorB),
    ],
    found: "COERCION_COST_NOTICE debtor-b",
    today: "2021-07-05",
  },
  {
    story: "the coercion was postponed before the police had made their plan",
    lawful: () => [
      ...begun2021(),
      act(
        "coercion-plan-sent",
        debtorA,
        { receivedOn: "2021-04-05", plannedFor: "2021-04-26" },
        { traits: { to: "police" }, recordedOn: "2021-04-05" },
      ),
      ...told(decision("postponement", "2021-04-07", { answers: [ground("postponement", debtorA, "2021-04-06")] })),
    ],
    unlawful: () => [
      ...begun2021(),
      act(
        "coercion-plan-sent",
        debtorA,
        { receivedOn: "2021-04-05", plannedFor: "2021-04-26" },
        { traits: { to: "police" }, recordedOn: "2021-04-05" },
      ),
    ],
    found: "POLICE_PROTECTION_PLAN debtor-a",
    today: "2021-07-05",
  },
  {
    story: "the debtor complied while the account was frozen, so nothing was left to coerce (67(3))",
    lawful: () => [...begun2021(), ...told(frozen), act("debtor-complied", debtorA, "2021-04-12")],
    unlawful: () => [...begun2021(), ...told(frozen)],
    found: "FREEZE_FOLLOW_UP decision",
    today: "2021-07-05",
  },
  {
    story: "the deduction that followed the freeze names the debtor and not the freeze",
    lawful: () => [...begun2021(), ...told(frozen), ...told(decision("coercion", "2021-04-12"))],
    unlawful: () => [...begun2021(), ...told(frozen), ...told(decision("coercion", "2021-05-10"))],
    found: "FREEZE_FOLLOW_UP decision",
    today: "2021-07-05",
  },
  {
    story: "after the second cut the creditor is asked to take the asset before a third (106/2025 83(3))",
    lawful: () => {
      const failed = (on: string, round: string) =>
        act("auction-held", car, { receivedOn: on }, { traits: { outcome: "failed", round } });
      const [one, two] = [failed("2026-09-07", "first"), failed("2026-10-05", "later")];
      const cut = decision("price-cut", "2026-09-10", { answers: [one] });
      const cutAgain = decision("price-cut", "2026-10-08", { answers: [two] });
      const notified = (on: string) => act("auction-failure-notified", car, on);
      return [
        ...begun2026(),
        one,
        notified("2026-09-08"),
        ...told(cut),
        two,
        notified("2026-10-06"),
        ...told(cutAgain),
        failed("2026-11-02", "later"),
        notified("2026-11-03"),
      ];
    },
    unlawful: () => [
      ...begun2026(),
      act("auction-held", car, { receivedOn: "2026-09-07" }, { traits: { outcome: "failed", round: "first" } }),
    ],
    found: "PRICE_CUT_DECISION car",
    today: "2026-11-20",
  },
  {
    story: "a price cut that names the notice of the failure, and not the auction",
    lawful: () => {
      const failed = act(
        "auction-held",
        car,
        { receivedOn: "2026-09-07" },
        { traits: { outcome: "failed", round: "first" } },
      );
      const notified = act("auction-failure-notified", car, "2026-09-08");
      return [...begun2026(), failed, notified, ...told(decision("price-cut", "2026-09-11", { answers: [notified] }))];
    },
    unlawful: () => {
      const failed = act(
        "auction-held",
        car,
        { receivedOn: "2026-09-07" },
        { traits: { outcome: "failed", round: "first" } },
      );
      const other = act("auction-failure-notified", house, "2026-09-08");
      return [...begun2026(), failed, other, ...told(decision("price-cut", "2026-09-11", { answers: [other] }))];
    },
    found: "PRICE_CUT_DECISION car",
    today: "2026-11-20",
  },
  {
    story: "what was frozen was seized, and so is not released (106/2025 95(2))",
    lawful: () => [
      ...begun2026(),
      act("lift-ground-established", subject("asset", car.id), "2026-09-07", { traits: { measure: "freeze" } }),
      ...told(decision("seizure", "2026-09-08")),
    ],
    unlawful: () => [
      ...begun2026(),
      act("lift-ground-established", subject("asset", car.id), "2026-09-07", { traits: { measure: "freeze" } }),
    ],
    found: "SECURITY_LIFT car",
    today: "2026-11-20",
  },
];

describe("nobody is accused where", () => {
  test.each(stories)("$story", ({ lawful, unlawful, found, today, changes }) => {
    expect(accused(lawful(), today, changes)).toEqual([]);
    expect(accused(unlawful(), today, changes)).toContain(found);
  });
});

test("an interim measure is carried out on a Saturday, for it cannot wait (130(1)); another coercion must not be", () => {
  const acts = [...begun("2021-03-01", "2021-03-15"), coercedAt("2021-04-10")];
  const bans = (interim: boolean) =>
    accused(acts, "2021-07-05", { interim }).filter((one) => one.startsWith("BAN_COERCION"));
  expect([bans(true), bans(false)]).toEqual([[], ["BAN_COERCION_NIGHT debtor-a"]]);
});

test("a notice to the creditor is no notice to the debtor", () => {
  const ordered = decision("enforcement", "2021-03-01");
  const acts = [
    ordered,
    act("party-notified", creditor, "2021-03-01", { answers: [ordered] }),
    coercedAt("2021-04-12"),
  ];
  expect(accused(acts, "2021-07-05")).toContain("ORD_NOTICE_FIRST debtor-a");
});
