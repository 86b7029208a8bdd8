/**
 * Rules on security measures and their ends (26/2008 Arts.66-69, 106/2025 Arts.66-70, 95), and on interim measures.
 *
 * Law 26/2008: decision on a freeze or custody in 24 hours of the minutes, sent to the procuracy at once; coercion or release in 10
 * days (66-69); interim measures in 24 hours (130).
 * Law 106/2025: 24 hours too; coercion in 10 days from its ground (66(4)); release in 3 working days (95(2)).
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { calendarDays, duty, goesOn, l2008, l2025, standstill, workingDays } from "../phrases.ts";
import { answered, decided, happened, received, sent } from "../../act-day.ts";

const freeze = decided("freeze", "security");
const custody = decided("custody", "security");
const coerced = [decided("coercion", "seizure"), happened("asset-seized"), happened("coercion-carried-out")] as const;
const lifted = happened("security-lifted");

const withinADay = { ...duty, owner: "enforcer", term: { unit: "hour", length: 24 } } as const;

const freezeDecision = {
  ...withinADay,
  series: "FREEZE_DECISION",
  starts: [happened("freeze-minuted")],
  metBy: [freeze],
  excusedBy: [lifted],
} as const;

const custodyDecision = {
  ...withinADay,
  series: "CUSTODY_DECISION",
  starts: [happened("custody-minuted")],
  metBy: [custody],
  excusedBy: [lifted],
} as const;

const toProcuracy = {
  ...duty,
  owner: "enforcer",
  metBy: [sent("decision-sent-to-procuracy")],
  term: { unit: "immediate" },
} as const;

// A freeze is sent at once only if minutes came before the decision; any other is sent under SEND_DECISION_VKS.
const freezeSent = {
  ...toProcuracy,
  series: "SEND_FREEZE_VKS",
  starts: [freeze],
  when: { answers: happened("freeze-minuted") },
} as const;

const custodySent = { ...toProcuracy, series: "SEND_CUSTODY_VKS", starts: [decided("custody")] } as const;

/** A debtor who pays or complies is not coerced, and what was frozen is released for that. */
const unpaid: Condition = {
  all: [
    { not: { done: happened("money-collected"), by: "due" } },
    { not: { done: happened("debtor-complied"), by: "due" } },
  ],
};

const followUp = {
  ...duty,
  owner: "enforcer",
  excusedBy: standstill,
  accuses: { all: [goesOn, unpaid] },
  term: calendarDays(10),
} as const;

const measures: readonly RuleVersion[] = [
  { ...freezeDecision, ...l2008, citation: cite("26/2008/QH12", "67(2)") },
  { ...freezeDecision, ...l2025, citation: cite("106/2025/QH15", "67(4)") },
  { ...custodyDecision, ...l2008, citation: cite("26/2008/QH12", "68(2)") },
  { ...custodyDecision, ...l2025, citation: cite("106/2025/QH15", "69(2)") },
  { ...freezeSent, ...l2008, citation: cite("26/2008/QH12", "67(2)") },
  { ...freezeSent, ...l2025, citation: cite("106/2025/QH15", "67(4)") },
  { ...custodySent, ...l2008, citation: cite("26/2008/QH12", "68(2)") },
  {
    ...custodySent,
    ...l2025,
    citation: cite("106/2025/QH15", "69(2)"),
    note: { vi: "luật vẫn ghi “cùng cấp”", en: 'text still says "cùng cấp"' },
  },
  {
    ...followUp,
    ...l2008,
    series: "FREEZE_FOLLOW_UP",
    starts: [decided("freeze")],
    metBy: [...coerced, lifted],
    citation: cite("26/2008/QH12", "67(3)"),
  },
  {
    ...followUp,
    ...l2008,
    series: "CUSTODY_FOLLOW_UP",
    starts: [happened("ownership-established", { measure: ["custody"] })],
    metBy: [...coerced, lifted],
    citation: cite("26/2008/QH12", "68(5)"),
  },
  {
    ...followUp,
    ...l2008,
    series: "STOP_REGISTRATION_FOLLOW_UP",
    starts: [happened("ownership-established", { measure: ["registration-stop"] })],
    metBy: [...coerced, lifted],
    citation: cite("26/2008/QH12", "69(4)"),
  },
  {
    ...followUp,
    ...l2025,
    series: "SECURITY_FOLLOW_UP",
    starts: [answered("ground-established", { for: ["coercion"] })],
    metBy: coerced,
    excusedBy: [...standstill, lifted],
    when: {
      all: [
        { done: decided("freeze", "custody", "registration-stop", "security"), by: "start" },
        { not: { fact: "interim" } },
      ],
    },
    citation: cite("106/2025/QH15", "66(4)"),
    note: {
      vi: "thay khoản 3 Điều 67, khoản 5 Điều 68, khoản 4 Điều 69 Luật 2008; mốc tính đã thay đổi",
      en: "replaces 67(3), 68(5), 69(4) of L2008; trigger changed",
    },
  },
  {
    ...l2025,
    series: "SECURITY_LIFT",
    ...duty,
    owner: "enforcer",
    starts: [answered("lift-ground-established", { measure: ["freeze", "custody", "registration-stop"] })],
    metBy: [lifted],
    // What is seized or deducted after a freeze is not released.
    accuses: { not: { any: coerced.map((done) => ({ done, by: "due" }) as const) } },
    term: workingDays(3),
    citation: cite("106/2025/QH15", "95(2)"),
  },
];

const handed = received("decision-handed-to-enforcer");

const interimMeasures: readonly RuleVersion[] = [
  {
    ...withinADay,
    ...l2008,
    series: "INTERIM_ACT",
    starts: [handed],
    metBy: [decided("coercion", "seizure", "security", "freeze", "custody", "registration-stop"), ...coerced],
    when: { fact: "interim" },
    citation: cite("26/2008/QH12", "130(1)"),
  },
  {
    ...withinADay,
    ...l2025,
    series: "INTERIM_NOTIFY",
    starts: [handed],
    metBy: [{ act: "party-notified", days: ["sentOn", "happenedOn"] }],
    perParty: ["debtor", "creditor", "related"],
    accuses: { fact: "addressee" },
    when: { fact: "interim" },
    citation: cite("106/2025/QH15", "62(1)"),
  },
  {
    ...l2025,
    series: "INTERIM_COERCE",
    ...duty,
    owner: "enforcer",
    starts: [answered("ground-established", { for: ["coercion"] })],
    metBy: [decided("coercion", "seizure")],
    when: { fact: "interim" },
    term: { unit: "immediate" },
    citation: cite("106/2025/QH15", "62(2)"),
  },
];

export const securingLimits: readonly RuleVersion[] = [...measures, ...interimMeasures];
