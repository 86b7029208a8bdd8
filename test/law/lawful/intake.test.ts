/** Lawful histories of an intake, each beside one that is not (26/2008 Arts.28-36; 106/2025 Arts.33, 34). */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, decision, intake } from "../given.ts";
import { accused, type Story } from "./story.ts";

const requested = (on: string, traits: Record<string, string> = {}): Act =>
  act("request-received", intake, { receivedOn: on }, { traits });
const arrived = (on: string, traits: Record<string, string> = {}): Act =>
  act("judgment-received", intake, { receivedOn: on }, { traits });
const decided = (on: string, ...answers: readonly Act[]): Act => decision("enforcement", on, { answers });
const ownMotion = { kind: "own-motion", parties: [], assets: [] } as const;
const onRequest = { parties: [], assets: [] } as const;

/** The decision is elsewhere: what it starts runs in the case that it opens. */
function found(acts: readonly Act[], today: string, changes: Story["changes"]): readonly string[] {
  const elsewhere = acts.filter(({ type }) => type === "decision-issued");
  const own = acts.filter(({ type }) => type !== "decision-issued");
  return accused(own, today, { ...changes, elsewhere });
}

const stories: readonly Story[] = [
  {
    story: "the court sends the judgment again after the decision",
    lawful: () => {
      const came = arrived("2021-03-01");
      return [came, decided("2021-03-04", came), arrived("2021-06-01")];
    },
    unlawful: () => [arrived("2021-06-01")],
    found: "DECISION_OWN_MOTION intake",
    today: "2021-08-02",
    changes: ownMotion,
  },
  {
    story: "a request comes before the obligation is due, and the decision when it is (JC 11/2016 1(6))",
    lawful: () => {
      const asked = requested("2021-03-01");
      return [asked, act("obligation-due", intake, "2021-05-04"), decided("2021-05-06", asked)];
    },
    unlawful: () => {
      const asked = requested("2021-05-05");
      return [asked, act("obligation-due", intake, "2021-03-04"), decided("2021-06-01", asked)];
    },
    found: "DECISION_ON_REQUEST intake",
    today: "2021-08-02",
    changes: onRequest,
  },
  {
    story: "a creditor reminds the agency of a request on which it decided",
    lawful: () => {
      const asked = requested("2021-03-01");
      return [asked, decided("2021-03-04", asked), requested("2021-05-10")];
    },
    unlawful: () => [requested("2021-05-10")],
    found: "DECISION_ON_REQUEST intake",
    today: "2021-08-02",
    changes: onRequest,
  },
  {
    story: "an incomplete request under the 2008 law is repaired first",
    lawful: () => [
      requested("2021-03-01", { request: "incomplete" }),
      act("request-repair-asked", intake, "2021-03-02"),
    ],
    unlawful: () => [requested("2021-03-01", { request: "complete" })],
    found: "DECISION_ON_REQUEST intake",
    today: "2021-04-05",
    changes: onRequest,
  },
  {
    story: "the court transfers the judgment on the last day of the month that the procedure code gives",
    lawful: () => [
      act("judgment-effective", intake, "2025-03-10"),
      act("judgment-transferred", intake, { sentOn: "2025-04-10" }),
    ],
    unlawful: () => [
      act("judgment-effective", intake, "2025-03-10"),
      act("judgment-transferred", intake, { sentOn: "2025-04-11" }),
    ],
    found: "COURT_TRANSFER_FINAL intake",
    today: "2025-08-04",
    changes: onRequest,
  },
  {
    story:
      "the copies of the seizure minutes may not have come with the judgment, for the file does not say that there are none",
    lawful: () => [arrived("2026-08-03")],
    unlawful: () => [arrived("2026-08-03", { "seizure-minutes": "none" })],
    found: "DECISION_OWN_MOTION intake",
    today: "2026-10-05",
    changes: ownMotion,
  },
];

describe("nobody is accused where", () => {
  test.each(stories)("$story", ({ lawful, unlawful, found: rule, today, changes }) => {
    expect(found(lawful(), today, changes)).toEqual([]);
    expect(found(unlawful(), today, changes)).toContain(rule);
  });
});

test("minutes that came complete with the judgment, or that there are none of, let a late decision be found (33(3)(a))", () => {
  const weights = ["complete", "none", "awaited"].map((minutes) =>
    found([arrived("2026-08-03", { "seizure-minutes": minutes })], "2026-10-05", ownMotion),
  );
  expect(weights).toEqual([["DECISION_OWN_MOTION intake"], ["DECISION_OWN_MOTION intake"], []]);
});
