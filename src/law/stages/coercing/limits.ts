/**
 * Rules on coercion and seizure: when they are forbidden, who must be told before, how long the debtor has, when they end.
 *
 * Law 26/2008: no coercion from 22:00 to 06:00, on rest days and holidays (46); with mobilised forces not in the 15 days before and
 * after Tết, nor on the traditional days of policy beneficiaries (D62/2015 13); the plan goes at once to procuracy, police and
 * commune, and the police plan in 3 working days (72); the cost is notified 3 working days before (73(4)), a seizure of real estate
 * 3 before to commune and parties (88(1)); a seizure is lifted in 5 (105); 5 working days to act, 10 days to reinstate a worker
 * (118-121).
 * Law 106/2025: the cost 2 working days before (72(7)); a seizure 3 before, to the procuracy too (80(2)(a)); lifted in 3 (95(3)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import {
  calendarDays,
  d62,
  duty,
  goesOn,
  l2008,
  l2008Unamended,
  l2025,
  standstill,
  withheldNotice,
  workingDays,
} from "../phrases.ts";
import { answered, happened, received, sent } from "../../act-day.ts";

const carriedOut = happened("coercion-carried-out");

// A seizure is a measure of coercion (106/2025 Art.71(4)). Deductions are ordered in writing and have no day to forbid.
const ban = {
  mode: "ban",
  owner: "agency",
  starts: [carriedOut, happened("asset-seized")],
  metBy: [],
  // An interim measure is carried out in 24 hours or at once, on whatever day they fall (26/2008 Art.130, 106/2025 Art.62).
  accuses: { not: { fact: "interim" } },
  confidence: "V",
} as const;

const atNight = {
  ...ban,
  series: "BAN_COERCION_NIGHT",
  forbids: { trait: "hours", among: ["night"] },
  term: { unit: "time_window" },
  direction: "forbidden",
} as const;

const atTet = {
  ...ban,
  series: "BAN_COERCION_TET",
  when: { trait: "forces", among: ["mobilised"] },
  forbids: { trait: "occasion", among: ["policy-beneficiary-day"] },
  term: calendarDays(15),
  direction: "forbidden_window",
  note: {
    vi: "cả với đối tượng chính sách trong các ngày truyền thống",
    en: "also policy beneficiaries on traditional days",
  },
} as const;

const bans: readonly RuleVersion[] = [
  { ...atNight, ...l2008Unamended, citation: cite("26/2008/QH12", "46(2)") },
  { ...atNight, ...l2025, citation: cite("106/2025/QH15", "72(5)") },
  { ...atTet, ...d62, citation: cite("62/2015/NĐ-CP", "13(2)") },
  { ...atTet, ...l2025, citation: cite("152/2026/NĐ-CP", "42(2)") },
];

const planSent = {
  series: "SEND_COERCION_PLAN_VKS",
  ...duty,
  metBy: [
    sent("coercion-plan-sent", { to: ["procuracy"] }),
    sent("coercion-plan-sent", { to: ["police"] }),
    sent("coercion-plan-sent", { to: ["commune"] }),
  ],
  metByAll: true,
  term: { unit: "immediate" },
} as const;

const protection = {
  series: "POLICE_PROTECTION_PLAN",
  ...duty,
  owner: "police",
  starts: [received("coercion-plan-sent", { to: ["police"] })],
  metBy: [happened("police-plan-made")],
  excusedBy: [...standstill, happened("debtor-complied"), carriedOut],
  accuses: goesOn,
  term: workingDays(3),
} as const;

const beforehand = { mode: "duty", owner: "enforcer", direction: "before", confidence: "V" } as const;

const cost = {
  ...beforehand,
  series: "COERCION_COST_NOTICE",
  starts: [carriedOut],
  metBy: [{ act: "coercion-cost-notified", days: ["happenedOn", "sentOn"] }],
  // The notice may be withheld where coercion must follow at once.
  when: { not: withheldNotice },
  accuses: { not: { fact: "interim" } },
} as const;

const seizureNotice = {
  ...beforehand,
  series: "SEIZE_REAL_ESTATE_NOTICE",
  starts: [happened("asset-seized")],
  when: { all: [{ asset: ["immovable"] }, { not: withheldNotice }] },
  accuses: { not: { fact: "interim" } },
  metByAll: true,
  term: workingDays(3),
} as const;

const told = (...to: readonly string[]) => to.map((one) => sent("seizure-notice-sent", { to: [one] }));

const preparations: readonly RuleVersion[] = [
  {
    ...planSent,
    ...l2008,
    owner: "agency",
    starts: [happened("coercion-plan-made")],
    citation: cite("26/2008/QH12", "72(3)"),
  },
  {
    ...planSent,
    ...l2025,
    owner: "agency-head",
    starts: [happened("coercion-plan-approved")],
    citation: cite("106/2025/QH15", "72(6)(c)"),
  },
  { ...protection, ...l2008, citation: cite("26/2008/QH12", "72(4)") },
  { ...protection, ...l2025, citation: cite("106/2025/QH15", "72(6)(b)") },
  { ...cost, ...l2008Unamended, term: workingDays(3), citation: cite("26/2008/QH12", "73(4)") },
  {
    ...cost,
    ...l2025,
    term: workingDays(2),
    citation: cite("106/2025/QH15", "72(7)"),
  },
  {
    ...beforehand,
    ...d62,
    series: "BIG_COERCION_REPORT",
    owner: "agency-head",
    starts: [happened("coercion-carried-out", { scale: ["large"] })],
    metBy: [sent("coercion-plan-sent", { to: ["peoples-committee-chair"] })],
    accuses: { not: { any: [withheldNotice, { fact: "interim" }] } },
    term: workingDays(5),
    citation: cite("62/2015/NĐ-CP", "13(3)"),
  },
  { ...seizureNotice, ...l2008Unamended, metBy: told("commune", "parties"), citation: cite("26/2008/QH12", "88(1)") },
  {
    ...seizureNotice,
    ...l2025,
    metBy: told("procuracy", "land-authority", "commune", "parties"),
    citation: cite("106/2025/QH15", "80(2)(a)"),
  },
];

const lifting = { series: "LIFT_SEIZURE", ...duty, owner: "enforcer" } as const;

// The period belongs to the debtor. The enforcer acts after it, for which the law gives no number of days.
const compelled = {
  mode: "period",
  owner: "debtor",
  metBy: [happened("debtor-complied")],
  direction: "after",
  confidence: "V",
} as const;

const endings: readonly RuleVersion[] = [
  {
    ...lifting,
    ...l2008Unamended,
    starts: [answered("lift-ground-established", { measure: ["seizure"] })],
    metBy: [happened("seizure-lifted")],
    term: workingDays(5),
    citation: cite("26/2008/QH12", "105(2)"),
  },
  {
    ...lifting,
    ...l2025,
    starts: [answered("lift-ground-established", { measure: ["seizure", "income-deduction"] })],
    metBy: [happened("seizure-lifted"), happened("income-deduction-ended")],
    term: workingDays(3),
    citation: cite("106/2025/QH15", "95(3)"),
  },
  {
    ...compelled,
    ...l2008,
    series: "COMPEL_ACT",
    starts: [happened("decision-issued", { decision: ["fine"], compels: ["act", "hand-over-person"] })],
    term: workingDays(5),
    citation: citeTogether("Art.118(1),120(2)", ["26/2008/QH12", "118(1)"], ["26/2008/QH12", "120(2)"]),
  },
  {
    ...compelled,
    ...l2025,
    series: "COMPEL_ACT",
    starts: [happened("party-notified")],
    when: {
      all: [
        { fact: "debtor" },
        {
          answers: happened("decision-issued", {
            decision: ["coercion"],
            compels: ["act", "hand-over-person", "reinstatement"],
          }),
        },
      ],
    },
    term: workingDays(5),
    citation: citeTogether(
      "Art.91(1),93(1),94",
      ["106/2025/QH15", "91(1)"],
      ["106/2025/QH15", "93(1)"],
      ["106/2025/QH15", "94"],
    ),
  },
  {
    ...compelled,
    ...l2008,
    series: "COMPEL_REINSTATE",
    starts: [happened("decision-issued", { decision: ["fine"], compels: ["reinstatement"] })],
    term: calendarDays(10),
    citation: cite("26/2008/QH12", "121(1)"),
  },
];

export const coercingLimits: readonly RuleVersion[] = [...bans, ...preparations, ...endings];
