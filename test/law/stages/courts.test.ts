/** Detection of what a court owes the agency (explanation, an answer on cassation, exemption) and of the procuracy's part. */

import { describe, expect, test } from "vitest";
import { type Act, actEntry } from "../../../src/law/act.ts";
import { act, caseFile, debtorA, debtorB, file, intake, deadlinesOf, obligations, states } from "../given.ts";

describe("explaining a judgment (26/2008 Art.179(2); 106/2025 Art.13(3))", () => {
  const asked = (complexity?: string): Act =>
    act(
      "explanation-requested",
      intake,
      { receivedOn: "2026-08-03" },
      complexity === undefined ? {} : { traits: { complexity } },
    );

  test.each([
    ["ordinary", "COURT_EXPLAIN", "2026-09-03", "violation"],
    [undefined, "COURT_EXPLAIN", "2026-09-03", "hint"],
    ["complex", "COURT_EXPLAIN_COMPLEX", "2026-09-17", "violation"],
  ] as const)("of %s complexity is due under %s by %s, a %s", (complexity, series, dueOn, weight) => {
    const found = (["COURT_EXPLAIN", "COURT_EXPLAIN_COMPLEX"] as const).flatMap((one) =>
      deadlinesOf(one, file([asked(complexity)])),
    );
    expect(found).toMatchObject([{ rule: series, dueOn, weight, owner: "court" }]);
  });

  test("answers only the request that it names", () => {
    const [first, second] = [asked("ordinary"), asked("ordinary")];
    const explained = act("judgment-explained", intake, "2026-08-20", { answers: [second] });
    expect(obligations("COURT_EXPLAIN", file([first, second, explained]), "2026-09-10")).toMatchObject([
      { startedBy: first.id, state: "missed" },
      { startedBy: second.id, state: "met" },
    ]);
  });
});

test("the answer on cassation is due in 90 days under the 2008 law, and the 2025 law states no number (Art.170(2)(b))", () => {
  const proposed = (receivedOn: string): Act => act("cassation-proposed", caseFile, { receivedOn });
  expect(deadlinesOf("COURT_GDT_REPLY", file([proposed("2022-04-01"), proposed("2026-07-01")]))).toMatchObject([
    { dueOn: "2022-06-30" },
  ]);
});

describe("exemption (26/2008 Arts.62-64; 106/2025 Arts.43-45)", () => {
  const both = (type: Act["type"], days: Readonly<Record<string, string>>, traits = {}): readonly Act[] => [
    act(type, debtorA, days, { traits }),
    act(type, debtorB, days, { traits }),
  ];

  test.each([
    [
      "EXEMPT_VKS_REVIEW",
      "exemption-file-sent-to-procuracy",
      { receivedOn: "2026-08-03" },
      {},
      "exemption-opinion-given",
      "2026-08-18",
    ],
    ["EXEMPT_ACCEPT", "exemption-proposed", { receivedOn: "2026-08-03" }, {}, "exemption-accepted", "2026-08-05"],
    ["EXEMPT_SESSION", "exemption-accepted", { happenedOn: "2026-08-03" }, {}, "exemption-session-held", "2026-08-24"],
    [
      "EXEMPT_FORWARD",
      "exemption-protested",
      { receivedOn: "2026-08-03" },
      { level: "superior" },
      "exemption-file-forwarded",
      "2026-08-10",
    ],
    [
      "EXEMPT_HEAR",
      "exemption-file-forwarded",
      { receivedOn: "2026-08-03" },
      {},
      "exemption-protest-heard",
      "2026-08-18",
    ],
  ] as const)("%s runs for each debtor and is met for that debtor only", (...row) => {
    const [series, start, days, traits, met, dueOn] = row;
    const day = actEntry(met).days.includes("happenedOn") ? { happenedOn: dueOn } : { sentOn: dueOn };
    const done = act(met, debtorB, day);
    expect(obligations(series, file([...both(start, days, traits), done]), "2026-09-10")).toMatchObject([
      { subject: debtorA, dueOn, state: "missed" },
      { subject: debtorB, dueOn, state: "met" },
    ]);
  });

  test("must be sent within five working days of its decision", () => {
    const decided = both("exemption-decided", { happenedOn: "2026-08-03" });
    const sent = act("exemption-decision-sent", debtorA, { sentOn: "2026-08-11", receivedOn: "2026-08-12" });
    expect(states("EXEMPT_SEND", file([...decided, sent]), "2026-08-20")).toEqual({
      "debtor-a": "late",
      "debtor-b": "missed",
    });
  });

  test.each([
    ["same-level", "2026-08-10", "EXEMPT_PROTEST_SAME", "met"],
    ["same-level", "2026-08-11", "EXEMPT_PROTEST_SAME", "late"],
    ["superior", "2026-08-18", "EXEMPT_PROTEST_SUPERIOR", "met"],
    ["superior", "2026-08-19", "EXEMPT_PROTEST_SUPERIOR", "late"],
  ] as const)("protested by the %s procuracy on %s is judged by %s: %s", (level, on, series, state) => {
    const received = act("exemption-decision-sent", debtorA, { receivedOn: "2026-08-03" });
    const protested = act("exemption-protested", debtorA, on, { traits: { level } });
    expect(obligations(series, file([received, protested]), "2026-09-01")).toMatchObject([
      { state, weight: "violation" },
    ]);
    expect(deadlinesOf(series, file([received]))).toEqual([]);
  });

  test.each([
    ["2026-07-15", "met"],
    ["2026-07-14", "missed"],
  ])(
    "verified on %s and proposed on 15 October is %s, because minutes may be three months old",
    (verifiedOn, state) => {
      const verified = act("conditions-verified", debtorA, verifiedOn);
      const other = act("conditions-verified", debtorB, "2026-10-01");
      const proposed = act("exemption-proposed", debtorA, { sentOn: "2026-10-15" });
      expect(obligations("EXEMPT_VERIFY_FRESH", file([verified, other, proposed]), "2026-11-01")).toMatchObject([
        { subject: debtorA, state },
      ]);
    },
  );
});
