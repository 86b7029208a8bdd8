/** Lawful histories of notices, verification and sorting, each beside one that is not (26/2008 Arts.39, 44, 44a; 106/2025 Arts.35-38). */

import { describe, expect, test } from "vitest";
import { act, caseFile, creditor, debtorA, debtorB, deadlinesOf, decision, file } from "../given.ts";
import { accused, begun, begun2021, first, ground, type Story, told } from "./story.ts";

const enforced = decision("enforcement", "2021-03-01");
const coerced = decision("coercion", "2021-03-09");
const unverified = told(enforced);
const sortedOut = (on: string, answers = [act("no-condition-ground-established", debtorA, on)]) =>
  decision("not-yet-executable", on, { answers });
const published = (one: ReturnType<typeof sortedOut>, on: string) =>
  act("no-condition-published", one.subject, on, { answers: [one] });

function sortedA(): readonly ReturnType<typeof act>[] {
  const why = act("no-condition-ground-established", debtorA, "2021-03-15");
  const sorted = sortedOut("2021-03-16", [why]);
  return [...begun2021(), why, ...told(sorted), published(sorted, "2021-03-17")];
}

const stories: readonly Story[] = [
  {
    story: "a second notice of the enforcement decision gives no second time to verify",
    lawful: () => [
      ...unverified,
      ...[debtorA, debtorB].map((one) => act("conditions-verified", one, "2021-03-15")),
      act("party-notified", debtorA, "2021-09-01", { answers: [enforced] }),
    ],
    unlawful: () => [...unverified, act("conditions-verified", debtorB, "2021-03-15")],
    found: "VERIFY_FIRST debtor-a",
    today: "2022-01-10",
  },
  {
    story: "another agency verifies for this one (44(3))",
    lawful: () => [
      ...unverified,
      act("verification-delegated", debtorA, { sentOn: "2021-03-15" }, { traits: { verifies: "other-assets" } }),
      act("conditions-verified", debtorB, "2021-03-15"),
    ],
    unlawful: () => [
      ...unverified,
      act("verification-delegated", debtorB, { sentOn: "2021-03-15" }, { traits: { verifies: "other-assets" } }),
    ],
    found: "VERIFY_FIRST debtor-a",
    today: "2021-06-01",
  },
  {
    story: "the enforcement decision was withdrawn before the verification was due (37(1))",
    lawful: () => [...unverified, ...told(decision("withdrawal", "2021-03-10", { answers: [enforced] }))],
    unlawful: () => [
      ...unverified,
      ...told(coerced),
      ...told(decision("withdrawal", "2021-03-10", { answers: [coerced] })),
    ],
    found: "VERIFY_FIRST debtor-b",
    today: "2021-06-01",
  },
  {
    story: "the case was delegated to another agency before the verification was due (57(1)(a))",
    lawful: () => [...unverified, ...told(decision("delegation", "2021-03-10"))],
    unlawful: () => [...unverified, ...told(decision("delegation", "2021-04-12"))],
    found: "VERIFY_FIRST debtor-a",
    today: "2021-06-01",
  },
  {
    story: "the person who protested the judgment suspended it before the verification was due (49(1))",
    lawful: () => [...unverified, act("cassation-suspension-received", caseFile, { receivedOn: "2021-03-10" })],
    unlawful: () => [...unverified, act("cassation-suspension-received", caseFile, { receivedOn: "2021-04-12" })],
    found: "VERIFY_FIRST debtor-b",
    today: "2021-06-01",
  },
  {
    story: "the case had been postponed before the new information came, and was not resumed (48)",
    lawful: () => [
      ...begun2021(),
      ...told(decision("postponement", "2021-04-05", { answers: [ground("postponement", debtorA, "2021-04-05")] })),
      act("new-information-received", debtorA, { receivedOn: "2021-05-10" }),
    ],
    unlawful: () => [
      ...begun2021(),
      ...told(decision("postponement", "2021-04-05")),
      ...told(decision("resumption", "2021-05-04")),
      act("new-information-received", debtorA, { receivedOn: "2021-05-10" }),
    ],
    found: "VERIFY_ON_NEW_INFO debtor-a",
    today: "2021-08-02",
  },
  {
    story: "two verifications found nothing, and the next waits for new information (44(2))",
    lawful: () => [...sortedA(), act("conditions-verified", debtorA, "2021-09-13")],
    unlawful: () => sortedA(),
    found: "VERIFY_REPEAT debtor-a",
    today: "2022-09-01",
  },
  {
    story: "means were found before the case was sorted out",
    lawful: () => [
      ...begun2021(),
      act("no-condition-ground-established", debtorA, "2021-04-05"),
      act("conditions-verified", debtorA, "2021-04-07", { traits: { result: "executable" } }),
    ],
    unlawful: () => [
      ...begun2021(),
      act("no-condition-ground-established", debtorA, "2021-04-05"),
      act("conditions-verified", debtorB, "2021-04-07", { traits: { result: "executable" } }),
    ],
    found: "NO_CONDITION_DECISION debtor-a",
    today: "2021-05-04",
  },
  {
    story: "the ground arose again while the decision on it stood",
    lawful: () => [...sortedA(), act("no-condition-ground-established", debtorA, "2021-05-10")],
    unlawful: () => [...sortedA(), act("no-condition-ground-established", debtorB, "2021-05-10")],
    found: "NO_CONDITION_DECISION debtor-b",
    today: "2021-06-01",
  },
];

describe("nobody is accused where", () => {
  test.each(stories)("$story", ({ lawful, unlawful, found, today, changes }) => {
    expect(accused(lawful(), today, changes)).toEqual([]);
    expect(accused(unlawful(), today, changes)).toContain(found);
  });
});

describe("a decision about one of two debtors", () => {
  const why = act("no-condition-ground-established", debtorA, "2021-03-15");
  const sorted = sortedOut("2021-03-16", [why]);
  const rest = [
    ...begun2021(),
    why,
    act("decision-sent-to-procuracy", sorted.subject, { sentOn: "2021-03-16" }),
    published(sorted, "2021-03-17"),
    sorted,
  ];
  const notice = (who: typeof creditor) => act("party-notified", who, "2021-03-17", { answers: [sorted] });

  test("need not be told to the other, who is not the one whose duties it is about (39(1))", () => {
    expect(accused([...rest, notice(debtorA), notice(creditor)], "2021-04-05")).toEqual([]);
  });

  test("must be told to the one it is about, and to the creditor", () => {
    expect(accused([...rest, notice(debtorB)], "2021-04-05")).toEqual([
      "NOTIFY_PARTIES debtor-a",
      "NOTIFY_PARTIES creditor",
    ]);
  });
});

test("nobody had to tell a decision to a party who came into the file later, and to one who was in it they had", () => {
  const of = (addedOn: string) =>
    accused(begun2021(), "2021-06-01", {
      parties: [...file([]).parties, { id: "heir", side: "creditor", addedOn: addedOn as never }],
    });
  expect([of("2021-05-10"), of("2021-03-01")]).toEqual([[], ["NOTIFY_PARTIES heir"]]);
});

test("a publication stands while enforcement is resumed for the other debtor after a postponement (D152/2026 23(2))", () => {
  const why = act("no-condition-ground-established", debtorB, "2026-08-17");
  const sorted = sortedOut("2026-08-18", [why]);
  const postponed = decision("postponement", "2026-09-07", {
    answers: [ground("postponement", caseFile, "2026-09-07")],
  });
  const gone = act("resumption-ground-established", caseFile, "2026-10-05", { traits: { after: "postponement" } });
  const rest = [...begun("2026-08-03", "2026-08-17"), why, ...told(sorted), published(sorted, "2026-08-19")];
  const resumed = (answers: readonly ReturnType<typeof act>[]) =>
    told(decision("resumption", "2026-10-06", { answers }));
  expect(accused([...rest, ...told(postponed), gone, ...resumed([gone])], "2026-11-02")).toEqual([]);
  expect(accused([...rest, ...resumed([sorted])], "2026-11-02")).toEqual(["NO_CONDITION_UNPUBLISH decision"]);
});

test("money that a debtor paid may have ended the duty to sort the case out, and none that was paid leaves it", () => {
  const why = act("no-condition-ground-established", debtorA, "2021-04-05");
  const paid = [act("money-collected", first, "2021-04-07"), act("paid-out", first, "2021-04-09")];
  expect(accused([...begun2021(), why, ...paid], "2021-05-04")).toEqual([]);
  expect(accused([...begun2021(), why], "2021-05-04")).toEqual(["NO_CONDITION_DECISION debtor-a"]);
});

test("in the separate book nothing is verified of its own accord (D152/2026 22(1)), and a return ends the duty", () => {
  const why = act("no-condition-ground-established", debtorA, "2026-08-17");
  const sorted = sortedOut("2026-08-18", [why]);
  const rest = [...begun("2026-08-03", "2026-08-17"), why, ...told(sorted), published(sorted, "2026-08-19")];
  const verdict = (...more: readonly ReturnType<typeof act>[]) =>
    deadlinesOf("VERIFY_REPEAT", file([...rest, ...more])).map(({ doubts, excusedBy }) => [
      doubts.includes("condition-not-shown"),
      excusedBy !== undefined,
    ]);
  expect(verdict()).toEqual([[false, false]]);
  expect(verdict(act("moved-to-separate-book", debtorA, "2026-12-01"))).toEqual([[true, false]]);
  expect(verdict(act("request-returned", debtorA, "2026-12-01"))).toEqual([[false, true]]);
});
