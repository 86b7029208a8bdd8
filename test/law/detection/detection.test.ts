/** Detection of the duties that each decision starts, and what holds of every obligation; two debtors and two assets each. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { assess, deadlines } from "../../../src/law/detection/detection.ts";
import {
  act,
  caseFile,
  creditor,
  day,
  debtorA,
  debtorB,
  decision,
  file,
  intake,
  deadlinesOf,
  obligations,
  states,
  subject,
} from "../given.ts";

describe("a decision to the procuracy (26/2008 Art.38; 106/2025 Art.35(2))", () => {
  const sentTo = (one: Act, days: Readonly<Record<string, string>>): Act =>
    act("decision-sent-to-procuracy", one.subject, days);

  test("in published example 2 was due 2021-01-19 and received 2021-03-19, late by 59 days", () => {
    const [first, second] = [
      decision("not-yet-executable", "2021-01-14"),
      decision("not-yet-executable", "2021-01-14"),
    ];
    const late = file([first, second, sentTo(first, { receivedOn: "2021-03-19" })]);
    expect(obligations("SEND_DECISION_VKS", late, "2021-04-28")).toMatchObject([
      {
        version: "L2008",
        dueOn: "2021-01-19",
        state: "late",
        metOn: "2021-03-19",
        daysLate: 59,
        weight: "violation",
        owner: "agency",
      },
      { subject: second.subject, dueOn: "2021-01-19", state: "missed", daysLate: 99 },
    ]);
  });

  test("is late by a number of working days too, counted on the same calendar", () => {
    const one = decision("enforcement", "2026-11-19");
    const late = file([one, sentTo(one, { sentOn: "2026-11-27" })]);
    expect(obligations("SEND_DECISION_VKS", late, "2026-11-30")).toMatchObject([
      { dueOn: "2026-11-25", daysLate: 2, workingDaysLate: 2 },
    ]);
  });

  test("is met when it is sent in time, even if it arrives after the last day", () => {
    const one = decision("enforcement", "2026-11-20");
    const sent = file([one, sentTo(one, { sentOn: "2026-11-26", receivedOn: "2026-12-01" })]);
    expect(obligations("SEND_DECISION_VKS", sent, "2026-12-02")).toMatchObject([
      { version: "L2025", state: "met", metOn: "2026-11-26" },
    ]);
  });

  test("is open on its last day and missed on the next", () => {
    const one = file([decision("enforcement", "2026-11-20")]);
    expect([
      obligations("SEND_DECISION_VKS", one, "2026-11-26")[0]?.state,
      obligations("SEND_DECISION_VKS", one, "2026-11-27")[0]?.state,
    ]).toEqual(["open", "missed"]);
  });

  test("is met on the day of the first sending, in whatever order the sendings were recorded", () => {
    const one = decision("enforcement", "2026-11-02");
    const sendings = ["2026-11-10", "2026-11-04", "2026-11-12"].map((sentOn) => sentTo(one, { sentOn }));
    expect(deadlinesOf("SEND_DECISION_VKS", file([one, ...sendings]))).toMatchObject([{ metOn: "2026-11-04" }]);
  });

  test("is not met by the sending of another decision", () => {
    const [one, other] = [decision("enforcement", "2026-11-02"), decision("coercion", "2026-11-03")];
    const sent = file([one, other, sentTo(other, { sentOn: "2026-11-04" })]);
    expect(states("SEND_DECISION_VKS", sent, "2026-11-23")).toEqual({
      [one.subject.id]: "missed",
      [other.subject.id]: "met",
    });
  });
});

describe("notice to the parties (26/2008 Art.39(2); 106/2025 Art.35(1))", () => {
  const [one, other] = [decision("enforcement", "2026-11-02"), decision("coercion", "2026-11-03")];

  test("is owed to each party, for each decision", () => {
    expect(deadlinesOf("NOTIFY_PARTIES", file([one, other]))).toHaveLength(6);
  });

  test("to one debtor does not serve the other debtor or the creditor", () => {
    const told = act("party-notified", debtorA, "2026-11-04", { answers: [one] });
    expect(states("NOTIFY_PARTIES", file([one, told]), "2026-11-23")).toEqual({
      [debtorA.id]: "met",
      [debtorB.id]: "missed",
      [creditor.id]: "missed",
    });
  });

  test("of one decision does not serve for another", () => {
    const told = act("party-notified", debtorA, "2026-11-05", { answers: [other] });
    const found = obligations("NOTIFY_PARTIES", file([one, other, told]), "2026-11-23").filter(
      ({ subject: { id } }) => id === debtorA.id,
    );
    expect(found.map(({ startedBy, state }) => [startedBy, state])).toEqual([
      [one.id, "missed"],
      [other.id, "met"],
    ]);
  });

  test("that names no decision serves for those issued before it", () => {
    const told = act("party-notified", debtorA, "2026-11-02");
    const found = obligations("NOTIFY_PARTIES", file([one, other, told]), "2026-11-23").filter(
      ({ subject: { id } }) => id === debtorA.id,
    );
    expect(found.map(({ state }) => state)).toEqual(["met", "missed"]);
  });

  test("is not owed when it was withheld to prevent dissipation", () => {
    expect(
      deadlinesOf("NOTIFY_PARTIES", file([decision("security", "2026-11-02", { traits: { notice: "withheld" } })])),
    ).toEqual([]);
  });

  test("is not owed in an interim measure under the 2025 law, but was under the 2008 law", () => {
    const interim = { interim: true };
    expect(deadlinesOf("NOTIFY_PARTIES", file([one], interim))).toEqual([]);
    expect(deadlinesOf("NOTIFY_PARTIES", file([decision("enforcement", "2026-06-01")], interim))).toHaveLength(3);
  });
});

describe("a breach (promise 5)", () => {
  test("is only a hint when the due day is in a year whose days off are not announced", () => {
    expect(deadlinesOf("SEND_DECISION_VKS", file([decision("enforcement", "2026-12-30")]))).toMatchObject([
      { dueOn: "2027-01-05", provisional: true, weight: "hint" },
    ]);
  });

  test("is a hint a few days after the due day in a year with unconfirmed holidays, and a violation many days after", () => {
    const one = decision("enforcement", "2018-02-12");
    const sentOn = (on: string): Act => act("decision-sent-to-procuracy", one.subject, { sentOn: on });
    const weightOf = (on: string): unknown => deadlinesOf("SEND_DECISION_VKS", file([one, sentOn(on)]))[0]?.weight;
    // From Monday 12 February over Tết, the 14th to the 20th: 13, 21, 22 February.
    expect(["2018-02-22", "2018-02-23", "2018-03-08", "2018-03-09"].map(weightOf)).toEqual([
      "violation",
      "hint",
      "hint",
      "violation",
    ]);
  });

  test("is flagged where a clock runs across 1 July 2026 and keeps the law of its starting day", () => {
    const found = deadlinesOf(
      "SEND_DECISION_VKS",
      file([decision("enforcement", "2026-06-29"), decision("enforcement", "2026-06-26")]),
    );
    expect(found.map(({ version, dueOn, crossesTransition }) => [version, dueOn, crossesTransition])).toEqual([
      ["L2008", "2026-07-02", true],
      ["L2008", "2026-07-01", true],
    ]);
    expect(deadlinesOf("SEND_DECISION_VKS", file([decision("enforcement", "2026-06-25")]))).toMatchObject([
      { crossesTransition: false },
    ]);
    expect(deadlinesOf("SEND_DECISION_VKS", file([decision("enforcement", "2026-07-01")]))).toMatchObject([
      { version: "L2025", crossesTransition: false },
    ]);
  });

  test("is never one of a rule that was not in force on the day", () => {
    expect(deadlinesOf("SEND_DECISION_VKS", file([decision("enforcement", "2015-06-30")]))).toEqual([]);
  });
});

describe("an obligation", () => {
  const one = decision("enforcement", "2026-11-16");

  test("has a key made of its rule, its starting act and its subject", () => {
    expect(deadlinesOf("SEND_DECISION_VKS", file([one]))[0]?.key).toBe(`SEND_DECISION_VKS/${one.id}/${one.subject.id}`);
  });

  test("says how late its fulfilment was recorded, and whose word the day is", () => {
    const sent = act(
      "decision-sent-to-procuracy",
      one.subject,
      { sentOn: "2026-11-18" },
      { source: "stated", recordedOn: "2026-11-23" },
    );
    expect(deadlinesOf("SEND_DECISION_VKS", file([one, sent]))).toMatchObject([
      { metBy: sent.id, metSource: "stated", metRecordedLate: 5 },
    ]);
  });

  test("has the same key in any file", () => {
    const keys = deadlines(
      file([one, decision("not-yet-executable", "2026-11-17"), act("judgment-effective", intake, "2026-10-01")]),
    ).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("has, as of an earlier day, the state that it had then", () => {
    const sent = act("decision-sent-to-procuracy", one.subject, { sentOn: "2026-11-25" });
    const of = file([one, sent]);
    expect(
      ["2026-11-15", "2026-11-19", "2026-11-20", "2026-11-25"].map(
        (today) => obligations("SEND_DECISION_VKS", of, today)[0]?.state,
      ),
    ).toEqual([undefined, "open", "missed", "late"]);
  });

  test("does not arise from acts that start no clock", () => {
    expect(
      assess(
        file([
          act("certificate-issued", caseFile, "2026-11-16"),
          act("no-condition-published", subject("decision", "d"), "2026-11-16"),
        ]),
        { today: day("2026-11-23") },
      ),
    ).toEqual([]);
  });
});
