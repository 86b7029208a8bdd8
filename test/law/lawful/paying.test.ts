/** Lawful histories of money, exhibits and property, each beside one that is not (26/2008 Arts.47, 124-126; 106/2025 Arts.54, 57-59). */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, caseFile, creditor, debtorA, decision, file, house } from "../given.ts";
import { accused, begun2021, begun2026, first, second, ground, type Story, told } from "./story.ts";

const collected = (sum: typeof first, on: string, origin = "debtor"): Act =>
  act("money-collected", sum, on, { traits: { origin } });
const paid = (sum: typeof first, on: string): Act => act("paid-out", sum, on);
const called = (sum: typeof first, on: string): Act => act("collection-notified", sum, on);
const deposited = (sum: typeof first, on: string): Act => act("money-deposited", sum, on);
const exhibit = (asset: typeof car, on: string, fate = "confiscation"): Act =>
  act("exhibit-listed", asset, on, { traits: { fate } });

const stories: readonly Story[] = [
  {
    story: "the judgment was suspended before the money was paid out (49(1))",
    lawful: () => [
      ...begun2021(),
      collected(first, "2021-04-05"),
      act("cassation-suspension-received", caseFile, { receivedOn: "2021-04-08" }),
    ],
    unlawful: () => [
      ...begun2021(),
      collected(first, "2021-04-05"),
      act("cassation-suspension-received", caseFile, { receivedOn: "2021-05-10" }),
    ],
    found: "PAY_OUT first",
    today: "2021-07-05",
  },
  {
    story: "the parties postponed enforcement after the money came (48)",
    lawful: () => {
      const agreed = ground("postponement", caseFile, "2021-04-08");
      return [
        ...begun2021(),
        collected(first, "2021-04-05"),
        agreed,
        ...told(decision("postponement", "2021-04-09", { answers: [agreed] })),
      ];
    },
    unlawful: () => [
      ...begun2021(),
      collected(first, "2021-04-05"),
      collected(second, "2021-04-05"),
      paid(second, "2021-04-08"),
    ],
    found: "PAY_OUT first",
    today: "2021-07-05",
  },
  {
    story: "a complaint about the money held it back under the 2008 law",
    lawful: () => [...begun2021(), collected(first, "2021-04-05"), act("payout-blocked", first, "2021-04-08")],
    unlawful: () => [...begun2021(), collected(first, "2021-04-05"), act("payout-blocked", second, "2021-04-08")],
    found: "PAY_OUT first",
    today: "2021-07-05",
  },
  {
    story: "a house that the judgment gives to the creditor is handed over, and has no price",
    lawful: () => [...begun2021(), act("asset-delivered", house, "2021-04-05", { source: "import" })],
    unlawful: () => [
      ...begun2021(),
      act("buyer-paid", house, "2021-04-01"),
      act("asset-delivered", house, "2021-04-05", { source: "import" }),
    ],
    found: "PAY_OUT house",
    today: "2021-07-05",
  },
  {
    story: "the agency that handles an asset for another sends the price there and pays nobody (57(2)(c))",
    lawful: () => [
      ...told(decision("asset-handling", "2023-03-06")),
      act("buyer-paid", house, "2023-06-05"),
      act("asset-delivered", house, "2023-06-12"),
      act("proceeds-remitted", house, "2023-06-15"),
    ],
    unlawful: () => [
      ...told(decision("asset-handling", "2023-03-06")),
      act("buyer-paid", house, "2023-06-05"),
      act("asset-delivered", house, "2023-06-12"),
    ],
    found: "DELEGATE_ASSET_REMIT house",
    today: "2023-09-05",
  },
  {
    story: "the creditor took the asset that another agency asked to be handled, so there is no price to remit",
    lawful: () => [
      ...told(decision("asset-handling", "2023-03-06")),
      act("asset-taken", house, "2023-06-05"),
      act("asset-delivered", house, "2023-06-12"),
    ],
    unlawful: () => [
      ...told(decision("asset-handling", "2023-03-06")),
      act("asset-taken", car, "2023-06-05"),
      act("buyer-paid", house, "2023-06-05"),
      act("asset-delivered", house, "2023-06-12"),
    ],
    found: "DELEGATE_ASSET_REMIT house",
    today: "2023-09-05",
  },
  {
    story: "the creditor was called twice, and the money deposited fifteen days after the first call (126(2))",
    lawful: () => [
      ...begun2021(),
      collected(first, "2021-04-05"),
      called(first, "2021-04-06"),
      called(first, "2021-04-20"),
      deposited(first, "2021-04-26"),
    ],
    unlawful: () => [
      ...begun2021(),
      collected(first, "2021-04-05"),
      called(first, "2021-04-13"),
      called(first, "2021-04-20"),
      deposited(first, "2021-04-26"),
    ],
    found: "UNCLAIMED_MONEY_DEPOSIT first",
    today: "2021-07-05",
  },
  {
    story: "perishable goods that nobody fetched were sold before three months had passed",
    lawful: () => [
      ...begun2021(),
      act("collection-notified", car, "2021-04-06", { traits: { perishable: "yes" } }),
      act("unclaimed-asset-sold", car, "2021-04-20"),
    ],
    unlawful: () => [
      ...begun2021(),
      act("collection-notified", car, "2021-04-06", { traits: { perishable: "no" } }),
      act("unclaimed-asset-sold", car, "2021-04-20"),
    ],
    found: "UNCLAIMED_ASSET_SALE car",
    today: "2021-07-05",
  },
  {
    story: "an exhibit reached the agency after the ten days in which the decision was to be carried out",
    lawful: () => [...begun2021(), exhibit(car, "2021-04-05"), act("exhibit-handed-over", car, "2021-04-08")],
    unlawful: () => [...begun2021(), exhibit(car, "2021-03-01"), act("exhibit-handed-over", car, "2021-04-08")],
    found: "CONFISCATED_HANDOVER car",
    today: "2021-07-05",
  },
  {
    story: "what must be destroyed at once was destroyed without a council (106/2025 58(2))",
    lawful: () => [
      ...begun2026(),
      exhibit(car, "2026-08-03", "destruction"),
      act("exhibit-destroyed", car, "2026-08-04"),
    ],
    unlawful: () => [...begun2026(), exhibit(car, "2026-08-03", "destruction")],
    found: "DESTRUCTION_COUNCIL decision",
    today: "2026-11-02",
  },
];

describe("nobody is accused where", () => {
  test.each(stories)("$story", ({ lawful, unlawful, found, today, changes }) => {
    expect(accused(lawful(), today, changes)).toEqual([]);
    expect(accused(unlawful(), today, changes)).toContain(found);
  });
});

test("a fine that was collected on own motion is owed to the State, and a debt on request to the creditor", () => {
  const acts = [...begun2021(), collected(first, "2021-04-05"), collected(second, "2021-04-05")];
  const remitted = act("state-money-remitted", first, "2021-04-12");
  expect(accused([...acts, remitted], "2021-07-05", { kind: "own-motion" })).toEqual([]);
  expect(accused([...acts, remitted], "2021-07-05", { kind: "on-request" })).toEqual(["PAY_OUT second"]);
});

test("money is deposited at once for a creditor whose address nobody knows (D62/2015 49(5)(a)), and for another after 15 days", () => {
  const acts = [
    ...begun2021(),
    collected(first, "2021-04-05"),
    called(first, "2021-04-06"),
    deposited(first, "2021-04-12"),
  ];
  const lost = file([]).parties.map((party) => (party.id === creditor.id ? { ...party, addressUnknown: true } : party));
  expect(accused(acts, "2021-07-05", { parties: lost })).toEqual([]);
  expect(accused(acts, "2021-07-05")).toEqual(["UNCLAIMED_MONEY_DEPOSIT first"]);
});

test("an inmate's money may be forfeited before five years (D62/2015 49), another's may not", () => {
  const effective = act("judgment-took-effect", caseFile, "2019-02-11");
  const acts = [...begun2021(), effective, act("unclaimed-forfeited", first, "2023-04-03")];
  const held = file([]).parties.map((party) => (party.id === debtorA.id ? { ...party, inPrison: true } : party));
  expect(accused(acts, "2023-07-03", { parties: held })).toEqual([]);
  expect(accused(acts, "2023-07-03")).toEqual(["UNCLAIMED_FORFEIT first"]);
});
