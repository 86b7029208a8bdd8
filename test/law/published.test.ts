/** The kinds of violation that procuracies publish: for each that the machine finds, a file in which it does. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Act, Subject } from "../../src/law/act.ts";
import type { EnforcementFile } from "../../src/law/file.ts";
import { isSeries } from "../../src/law/series.ts";
import { act, car, caseFile, debtorA, decision, file, house, intake, obligations, subject } from "./given.ts";

const text = readFileSync("src/law/PUBLISHED.md", "utf8");
const kinds = text
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (kind|---)/.test(line))
  .map((line) => {
    const [, kind = "", found = "", by = ""] = line.split("|").map((cell) => cell.trim());
    return { kind, found, by: by.replaceAll("`", "") };
  });

const on = (type: Act["type"], about: Subject, day: string, traits = {}) => act(type, about, day, { traits });
const told = (of: Act, day: string) => act("party-notified", debtorA, day, { answers: [of] });
const came = (type: Act["type"], about: Subject, day: string, traits = {}) =>
  act(type, about, { receivedOn: day }, { traits });

const complaint = subject("complaint", "complaint");
const instrument = subject("instrument", "instrument");
const sum = subject("sum", "sum");

const request = came("request-received", intake, "2026-07-06");
const enforcement = decision("enforcement", "2026-07-08", { answers: [request] });
const notified = told(enforcement, "2026-07-09");
const decided2025 = decision("enforcement", "2025-03-03");
const failedAuction = on("auction-failure-notified", house, "2025-03-03");
const begun = [request, enforcement, notified];
const wanting = on("no-condition-ground-established", debtorA, "2026-08-03", { ground: "no-means" });
const sorted = decision("not-yet-executable", "2026-08-04", { answers: [wanting] });
const agreed = act(
  "ground-established",
  debtorA,
  { happenedOn: "2025-03-03", plannedFor: "2025-06-02" },
  { traits: { for: "postponement", ground: "agreement" } },
);
const asked = act("postponement-requested", caseFile, { happenedOn: "2026-07-20", plannedFor: "2026-09-21" });
const postponed = decision("postponement", "2026-07-20", { answers: [asked] });
const halt = on("ground-established", debtorA, "2026-07-20", { for: "postponement" });
const seized = on("asset-seized", house, "2026-08-10");

type Story = readonly [acts: readonly Act[], changes?: Partial<EnforcementFile>];

/** The plain case of each kind, by the rule that finds it. */
const stories: Readonly<Record<string, Story>> = {
  COURT_TRANSFER_DEFAULT: [[on("judgment-effective", intake, "2026-07-06", { "procedural-limit": "none" })]],
  DECISION_ON_REQUEST: [[came("judgment-received", intake, "2026-07-03"), request]],
  ORD_OWN_MOTION: [[request, enforcement], { kind: "own-motion" }],
  SEND_DECISION_VKS: [[enforcement]],
  NOTIFY_PARTIES: [[enforcement]],
  POSTING_DURATION: [
    [on("party-notified", debtorA, "2026-07-09", { means: "posting" }), on("posting-removed", debtorA, "2026-07-13")],
  ],
  VERIFY_FIRST: [[decided2025, told(decided2025, "2025-03-05")]],
  VERIFY_REPEAT: [
    [
      on("conditions-verified", debtorA, "2025-03-03", { result: "not-yet-executable" }),
      decision("not-yet-executable", "2025-03-04"),
    ],
  ],
  ORD_SORT: [[...begun, wanting, sorted]],
  ORD_RESUME_DUE: [[wanting, sorted, on("conditions-verified", debtorA, "2026-09-07", { result: "executable" })]],
  NO_CONDITION_PUBLISH: [[wanting, sorted]],
  POSTPONE_DECISION: [[halt]],
  RESUME_AFTER_POSTPONE: [[agreed, decision("postponement", "2025-03-05", { answers: [agreed] })]],
  ORD_PROTEST_POSTPONE: [[...begun, asked, postponed, decision("resumption", "2026-08-20", { answers: [postponed] })]],
  ORD_VOLUNTARY: [[...begun, on("coercion-carried-out", debtorA, "2026-07-14")]],
  ORD_COERCION_DECISION: [[...begun, on("coercion-carried-out", debtorA, "2026-08-04")]],
  ORD_STANDSTILL: [
    [
      halt,
      decision("postponement", "2026-07-21", { answers: [halt] }),
      on("coercion-carried-out", debtorA, "2026-08-04"),
    ],
  ],
  BAN_COERCION_NIGHT: [[on("coercion-carried-out", debtorA, "2026-08-04", { hours: "night" })]],
  ORD_INACTIVE: [[on("conditions-verified", debtorA, "2026-07-20", { result: "executable" })]],
  SEIZE_REAL_ESTATE_NOTICE: [[seized]],
  VALUATION_CONTRACT: [[seized]],
  ORD_AUCTION_AFTER_REVALUE: [
    [
      act("valuation-result-notified", house, { sentOn: "2026-09-07", happenedOn: "2026-09-07" }),
      on("auction-contract-signed", house, "2026-09-09"),
    ],
  ],
  AUCTION_CONTRACT: [[on("price-fixed", house, "2025-03-03")]],
  PRICE_CUT_DECISION: [[failedAuction, decision("price-cut", "2025-03-06", { answers: [failedAuction] })]],
  AUCTION_DELIVER: [[on("buyer-paid", house, "2026-09-07")]],
  PAY_OUT: [[on("money-collected", sum, "2026-09-07", { origin: "debtor" })]],
  ORD_DEPOSIT_DUTY: [[on("collection-notified", sum, "2026-09-07")]],
  STATE_MONEY_REMIT: [[enforcement, came("state-money-received", sum, "2026-09-07")]],
  CONFISCATED_HANDOVER: [[on("exhibit-listed", car, "2026-07-06", { fate: "confiscation" }), enforcement]],
  RETURN_PROPERTY_NOTICE: [[on("exhibit-listed", car, "2026-07-06", { fate: "return" }), enforcement]],
  DELEGATE_DECISION: [[on("ground-established", debtorA, "2026-07-20", { for: "delegation" })]],
  ORD_DELEGATE_WITHDRAW: [[enforcement, decision("delegation", "2026-08-03")]],
  EXEMPT_VERIFY_FRESH: [[act("exemption-proposed", debtorA, { sentOn: "2026-10-15" })]],
  COMPLAINT_ACCEPT: [[came("complaint-lodged", complaint, "2026-09-07", { instance: "first" })]],
  PROTEST_REPLY: [[came("protest-received", instrument, "2026-09-07")]],
  PROTEST_AREA_PROVINCE: [
    [
      on("violation-discovered", instrument, "2026-09-07"),
      on("protest-issued", instrument, "2026-10-30", { level: "area" }),
    ],
  ],
};

const breaches = ["missed", "late", "forbidden"];

describe("a kind that procuracies publish", () => {
  test.each(kinds.filter(({ found }) => found !== "no"))("$kind: $found by $by", ({ found, by }) => {
    if (!isSeries(by)) throw new Error(`${by} is no rule`);
    const [acts, changes] = stories[by] ?? [[]];
    const raised = obligations(by, file(acts, changes), "2027-12-01").filter(({ state }) => breaches.includes(state));
    expect(raised.length).toBeGreaterThan(0);
    if (found === "alone") expect(raised.map(({ weight }) => weight)).toContain("violation");
  });

  test("that is not found waits for one of five things", () => {
    const reasons = kinds.filter(({ found }) => found === "no").map(({ by }) => by);
    expect(new Set(reasons)).toEqual(new Set(["act", "ground", "amount", "papers", "person"]));
  });

  test("is one of 55, and the text counts them rightly", () => {
    const count = (what: string) => kinds.filter(({ found }) => found === what).length;
    expect(kinds).toHaveLength(55);
    expect(text).toContain(
      `Alone: ${count("alone")} kinds (${Math.round((100 * count("alone")) / 55)} %); in part: ${count("in part")}; no: ${count("no")}.`,
    );
    expect(Object.keys(stories).toSorted()).toEqual(
      kinds
        .map(({ by }) => by)
        .filter(isSeries)
        .toSorted(),
    );
  });
});
