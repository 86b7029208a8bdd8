/**
 * Rules from the judgment to the enforcement decision: transfer, request, decision.
 *
 * Law 26/2008: the court transfers an effective judgment in 30 days, an immediately enforceable one in 15, an interim measure
 * at once (28); a request may be made for 5 years, not counting postponement, suspension and force majeure (30), and is refused
 * in writing in 5 working days (31); the decision comes in 5 working days on request or own motion, in 3 for a bankruptcy, at
 * once for an interim measure (36).
 * Law 106/2025: transfer as procedural law says, else in 15 days (33(1)); decision in 5 working days from request and judgment
 * (34(3)); refusal in 5 (34(4)); 1 working day to ask for the repair of a request (D152/2026 9(6)).
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import { calendarDays, duty, l2008, l2008Unamended, l2025, never, workingDays } from "../phrases.ts";
import { answered, decided, happened, received, sent } from "../../act-day.ts";

const transfer = {
  ...duty,
  owner: "court",
  metBy: [sent("judgment-transferred"), sent("judgment-received")],
  early: true,
} as const;

const courtTransfer: readonly RuleVersion[] = [
  {
    ...transfer,
    ...l2008Unamended,
    series: "COURT_TRANSFER_FINAL",
    starts: [happened("judgment-effective")],
    term: calendarDays(30),
    // The civil procedure code of 2015 says one month, so the 31st day of a long month may have been in time.
    accuses: { not: { done: sent("judgment-transferred"), by: { unit: "month", length: 1 } } },
    citation: cite("26/2008/QH12", "28(1)"),
  },
  {
    ...transfer,
    ...l2008,
    series: "COURT_TRANSFER_IMMEDIATE",
    starts: [happened("judgment-issued", { judgment: ["immediately-enforceable"] })],
    term: calendarDays(15),
    citation: cite("26/2008/QH12", "28(2)"),
  },
  {
    ...transfer,
    ...l2008,
    series: "COURT_TRANSFER_INTERIM",
    starts: [happened("judgment-issued", { judgment: ["interim-measure"] })],
    term: { unit: "immediate" },
    citation: cite("26/2008/QH12", "28(3)"),
  },
  {
    ...transfer,
    ...l2025,
    series: "COURT_TRANSFER_DEFAULT",
    succeeds: "COURT_TRANSFER_FINAL",
    starts: [happened("judgment-effective")],
    when: { not: { trait: "procedural-limit", among: ["set"] } },
    accuses: { trait: "procedural-limit", among: ["none"] },
    term: calendarDays(15),
    citation: cite("106/2025/QH15", "33(1)"),
    note: {
      vi: "pháp luật tố tụng được áp dụng trước; 15 ngày chỉ khi tố tụng không quy định",
      en: "procedural codes come first; 15 days is the fallback",
    },
  },
];

// The limitation period is a right, not a duty, and the file does not show which time is excluded, so it never accuses.
const limitation = {
  series: "REQUEST_LIMITATION",
  mode: "window",
  owner: "party",
  starts: [happened("judgment-effective"), happened("obligation-due")],
  // The day of a request is the day of filing, or of the postmark (26/2008 Art.31, D152/2026 Art.9(3)).
  metBy: [sent("request-received")],
  accuses: never,
  term: { unit: "year", length: 5 },
  direction: "after",
  confidence: "V",
} as const;

// A refusal is owed only if the request must be refused, which the file shows only by the refusal itself: hence a window.
const refusal = {
  series: "REQUEST_REFUSAL_NOTICE",
  mode: "window",
  owner: "agency",
  metBy: [happened("request-refused")],
  term: workingDays(5),
  direction: "after",
  confidence: "V",
} as const;

const requests: readonly RuleVersion[] = [
  {
    ...limitation,
    ...l2008Unamended,
    citation: cite("26/2008/QH12", "30(1)"),
    note: {
      vi: "không tính thời gian hoãn, tạm đình chỉ, bất khả kháng (khoản 2, 3 Điều 30)",
      en: "exclude postponement, suspension, force majeure (30(2),(3))",
    },
  },
  {
    ...limitation,
    ...l2025,
    citation: citeTogether("Art.34(2); D152/2026 Art.10", ["106/2025/QH15", "34(2)"], ["152/2026/NĐ-CP", "10"]),
    note: {
      vi: "không tính thời hiệu khi yêu cầu trở lại theo khoản 4 Điều 38",
      en: "no limitation for re-request after return under 38(4)",
    },
  },
  { ...refusal, ...l2008, starts: [received("request-received")], citation: cite("26/2008/QH12", "31(5)") },
  {
    ...refusal,
    ...l2025,
    starts: [received("request-received"), received("request-renewed")],
    citation: cite("106/2025/QH15", "34(4)"),
  },
  {
    ...l2025,
    series: "REQUEST_DEFECT_NOTICE",
    ...duty,
    owner: "agency",
    starts: [received("request-received", { request: ["incomplete"] })],
    metBy: [answered("request-repair-asked")],
    excusedBy: [happened("request-refused"), decided("enforcement")],
    term: workingDays(1),
    citation: cite("152/2026/NĐ-CP", "9(6)"),
  },
];

const enforcementDecision = {
  ...duty,
  owner: "agency-head",
  metBy: [decided("enforcement")],
  term: workingDays(5),
} as const;

const onRequest = {
  ...enforcementDecision,
  series: "DECISION_ON_REQUEST",
  when: { fact: "on-request" },
  // A refusal in writing answers the request instead (26/2008 Art.31(5), 106/2025 Art.34(4)).
  excusedBy: [happened("request-refused")],
} as const;

/** A decision that stands already may cover what came again: a copy sent anew, a reminder, a request of another creditor. */
const undecided: Condition = { not: { done: decided("enforcement"), by: "before" } };
/** Nothing is decided before it is due (11/2016/TTLT Art.1(6)), and the file says that something fell due later. */
const due: Condition = {
  any: [{ done: happened("obligation-due"), by: "start" }, { not: { done: happened("obligation-due"), by: "ever" } }],
};

const ofJudgment = {
  ...enforcementDecision,
  accuses: undecided,
  starts: [received("judgment-received"), { ...received("judgment-transferred"), unless: "judgment-received" }],
} as const;

const interimMeasure = { any: [{ fact: "interim" }, { trait: "judgment", among: ["interim-measure"] }] } as const;
const bankruptcy = { trait: "judgment", among: ["bankruptcy"] } as const;

const ownMotion = {
  ...ofJudgment,
  series: "DECISION_OWN_MOTION",
  // Interim measures (at once) and declarations of bankruptcy (three days) have rules of their own.
  when: { all: [{ fact: "own-motion" }, { not: interimMeasure }, { not: bankruptcy }] },
} as const;

const interim = {
  ...ofJudgment,
  series: "DECISION_INTERIM",
  when: interimMeasure,
  term: { unit: "immediate" },
} as const;
const declared = { ...ofJudgment, series: "DECISION_BANKRUPTCY", when: bankruptcy, term: workingDays(3) } as const;

const enforcementDecisions: readonly RuleVersion[] = [
  {
    ...onRequest,
    ...l2008,
    starts: [received("request-received")],
    excusedBy: [happened("request-refused"), answered("request-repair-asked")],
    accuses: { all: [undecided, due, { not: { trait: "request", among: ["incomplete"] } }] },
    citation: cite("26/2008/QH12", "36(1)"),
  },
  {
    ...onRequest,
    ...l2025,
    starts: [
      { ...received("request-received"), with: received("judgment-received"), unless: "enforcement-condition-known" },
      received("request-renewed"),
      received("enforcement-condition-known"),
    ],
    // A repaired request is a new request with a clock of its own (D152/2026 Art.9(6)).
    when: {
      all: [
        { fact: "on-request" },
        { not: { trait: "request", among: ["incomplete"] } },
        { not: { trait: "proof", among: ["not-shown"] } },
      ],
    },
    excusedBy: [happened("request-refused"), answered("request-repair-asked")],
    accuses: { all: [undecided, due] },
    citation: cite("106/2025/QH15", "34(3)"),
    note: {
      vi: "tính từ khi có đủ cả bản án và yêu cầu; có điều kiện thi hành thì từ khi nhận thông tin về điều kiện đó",
      en: "runs from the day when both documents are there, or when the condition is known to be met",
    },
  },
  { ...ownMotion, ...l2008, citation: cite("26/2008/QH12", "36(2)") },
  {
    ...ownMotion,
    ...l2025,
    // The time runs from the copies of the minutes too if the court seized anything; only a code says that it did not, or that
    // they came with the judgment.
    accuses: { all: [undecided, { trait: "seizure-minutes", among: ["complete", "none"] }] },
    citation: cite("106/2025/QH15", "33(3)(a)"),
  },
  { ...interim, ...l2008, citation: cite("26/2008/QH12", "36(2)") },
  { ...interim, ...l2025, citation: cite("106/2025/QH15", "33(3)(b)") },
  { ...declared, ...l2008, citation: cite("26/2008/QH12", "36(2)") },
  { ...declared, ...l2025, citation: cite("106/2025/QH15", "33(3)(c)") },
];

export const intakeLimits: readonly RuleVersion[] = [...courtTransfer, ...requests, ...enforcementDecisions];
