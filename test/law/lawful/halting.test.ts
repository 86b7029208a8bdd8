/** Lawful histories of postponed, suspended, ended and delegated cases, each beside one that is not (26/2008 Arts.48-57; 106/2025 Arts.46-50). */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, caseFile, debtorA, debtorB, decision, house, intake } from "../given.ts";
import { accused, begun2021, begun2026, ground, type Story, told } from "./story.ts";

const asked = (on: string): Act =>
  act("postponement-requested", caseFile, on, { traits: { lead: "24-hours-or-more" } });
const gone = (after: string, on: string, about = caseFile): Act =>
  act("resumption-ground-established", about, on, { traits: { after } });
const suspended = (on: string): Act => act("cassation-suspension-received", caseFile, { receivedOn: on });

/** Postponed on 5 April 2021 at the request of a person with the power to protest, for three months. */
function postponed(): readonly Act[] {
  const request = asked("2021-04-05");
  return [...begun2021(), request, ...told(decision("postponement", "2021-04-05", { answers: [request] }))];
}

const stories: readonly Story[] = [
  {
    story: "the ground for a postponement was gone before the five days were",
    lawful: () => [
      ...begun2021(),
      ground("postponement", debtorA, "2021-04-05"),
      gone("postponement", "2021-04-07", debtorA),
    ],
    unlawful: () => [
      ...begun2021(),
      ground("postponement", debtorA, "2021-04-05"),
      gone("postponement", "2021-04-07", debtorB),
    ],
    found: "POSTPONE_DECISION debtor-a",
    today: "2021-05-04",
  },
  {
    story: "a second ground arose while the case stood postponed on the first",
    lawful: () => [...postponed(), ground("postponement", debtorA, "2021-05-10")],
    unlawful: () => [
      ...postponed(),
      gone("postponement", "2021-05-04"),
      ...told(decision("resumption", "2021-05-05")),
      ground("postponement", debtorA, "2021-05-10"),
    ],
    found: "POSTPONE_DECISION debtor-a",
    today: "2021-06-01",
  },
  {
    story: "the postponement ran out after the judgment had been protested and suspended",
    lawful: () => [...postponed(), suspended("2021-06-14")],
    unlawful: () => [...postponed(), suspended("2021-08-02")],
    found: "RESUME_AFTER_POSTPONE case",
    today: "2021-09-01",
  },
  {
    story: "the postponement ran out while the parties' agreement to postpone stood",
    lawful: () => {
      const agreed = ground("postponement", caseFile, "2021-06-01");
      return [...postponed(), agreed, ...told(decision("postponement", "2021-06-02", { answers: [agreed] }))];
    },
    unlawful: postponed,
    found: "RESUME_AFTER_POSTPONE case",
    today: "2021-09-01",
  },
  {
    story: "the case was delegated away before the postponement ran out",
    lawful: () => [...postponed(), ...told(decision("delegation", "2021-06-01"))],
    unlawful: () => [...postponed(), ...told(decision("delegation", "2021-08-02"))],
    found: "RESUME_AFTER_POSTPONE case",
    today: "2021-09-01",
  },
  {
    story: "the petition in bankruptcy was withdrawn before the agency had to suspend",
    lawful: () => [
      ...begun2021(),
      ground("suspension", debtorA, "2021-04-05"),
      gone("suspension", "2021-04-08", debtorA),
    ],
    unlawful: () => [...begun2021(), ground("suspension", debtorA, "2021-04-05")],
    found: "SUSPEND_DECISION debtor-a",
    today: "2021-05-04",
  },
  {
    story: "the suspension ended while a postponement on another ground began",
    lawful: () => {
      const [why, later] = [ground("suspension", debtorA, "2021-04-05"), ground("postponement", debtorA, "2021-06-01")];
      return [
        ...begun2021(),
        why,
        ...told(decision("suspension", "2021-04-06", { answers: [why] })),
        later,
        ...told(decision("postponement", "2021-06-02", { answers: [later] })),
        gone("suspension", "2021-06-01", debtorA),
      ];
    },
    unlawful: () => {
      const why = ground("suspension", debtorA, "2021-04-05");
      return [
        ...begun2021(),
        why,
        ...told(decision("suspension", "2021-04-06", { answers: [why] })),
        gone("suspension", "2021-06-01", debtorA),
      ];
    },
    found: "RESUME_AFTER_SUSPEND debtor-a",
    today: "2021-08-02",
  },
  {
    story: "a termination waits for the delivery of what was sold (D62/2015 5(3))",
    lawful: () => [
      ...begun2021(),
      act("buyer-paid", house, "2021-04-01"),
      ground("termination", caseFile, "2021-04-05"),
    ],
    unlawful: () => [...begun2021(), ground("termination", caseFile, "2021-04-05")],
    found: "TERMINATE_DECISION case",
    today: "2021-05-04",
  },
  {
    story: "a termination by agreement waits for fee and costs (D152/2026 14(5))",
    lawful: () => {
      const why = ground("termination", caseFile, "2026-09-07");
      return [...begun2026(), why, ...told(decision("termination", "2026-10-05", { answers: [why] }))];
    },
    unlawful: () => [...begun2021(), ground("termination", caseFile, "2021-04-05")],
    found: "TERMINATE_DECISION case",
    today: "2026-11-02",
  },
  {
    story: "what was seized at the seat is dealt with before the case is delegated (55(1)(a))",
    lawful: () => {
      const coerced = decision("coercion", "2021-03-29");
      return [
        ...begun2021(),
        ...told(coerced),
        act("asset-seized", car, "2021-04-05", { answers: [coerced] }),
        act("price-fixed", car, "2021-04-06", { traits: { by: "agreement" } }),
        act("auction-contract-signed", car, "2021-04-12"),
        ground("delegation", caseFile, "2021-04-05"),
        act("auction-held", car, "2021-05-10", { traits: { outcome: "sold" } }),
      ];
    },
    unlawful: () => [...begun2021(), ground("delegation", caseFile, "2021-04-05")],
    found: "DELEGATE_DECISION case",
    today: "2021-06-01",
  },
  {
    story: "a delegation that is clearly mistaken is sent back (57(3))",
    lawful: () => [
      act("delegation-received", intake, { receivedOn: "2021-04-05" }, { traits: { delegated: "enforcement" } }),
    ],
    unlawful: () => {
      const came = act(
        "delegation-received",
        intake,
        { receivedOn: "2021-04-05" },
        { traits: { delegated: "enforcement" } },
      );
      return [came, decision("enforcement", "2021-05-10", { answers: [came] })];
    },
    found: "DELEGATE_RECEIVE intake",
    today: "2021-06-01",
  },
];

describe("nobody is accused where", () => {
  test.each(stories)("$story", ({ lawful, unlawful, found, today }) => {
    expect(accused(lawful(), today)).toEqual([]);
    expect(accused(unlawful(), today)).toContain(found);
  });
});

test("on own motion nobody has fee and costs to pay first, so a termination in time is owed (106/2025 Art.48)", () => {
  const acts = [...begun2026(), ground("termination", caseFile, "2026-09-07")];
  expect(accused(acts, "2026-11-02", { kind: "own-motion" })).toEqual(["TERMINATE_DECISION case"]);
});
