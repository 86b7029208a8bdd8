/** Limits from voluntary compliance to the decision that a case is not yet executable. */

import type { RuleVersion } from "../rule.ts";
import { cite } from "../sources.ts";
import { calendarDays, d62, day, decided, happened, l2008, l2025, standstill, workingDays } from "./phrases.ts";

const voluntary = {
  series: "VOLUNTARY_PERIOD",
  mode: "period",
  owner: "debtor",
  starts: [happened("party-notified")],
  metBy: [happened("debtor-complied")],
  excusedBy: standstill,
  direction: "after",
} as const;

const noticeToDebtor = { all: [{ fact: "debtor" }, { answers: decided("enforcement") }] } as const;

const voluntaryPeriods: readonly RuleVersion[] = [
  {
    ...voluntary,
    version: "L2008-orig",
    from: day("2009-07-01"),
    until: day("2015-07-01"),
    when: noticeToDebtor,
    term: calendarDays(15),
    citation: cite("26/2008/QH12", "45(1)", "Art.45(1) original"),
    confidence: "V2",
    note: { vi: "theo luật sư trích dẫn trên báo năm 2016", en: "quoted by a lawyer in the press, 2016" },
  },
  {
    ...voluntary,
    ...l2008,
    when: noticeToDebtor,
    term: calendarDays(10),
    citation: cite("26/2008/QH12", "45(1)"),
    confidence: "V",
  },
  {
    ...voluntary,
    ...l2025,
    when: { all: [noticeToDebtor, { not: { fact: "interim" } }] },
    term: calendarDays(10),
    citation: cite("106/2025/QH15", "36(1)"),
    confidence: "V",
    note: { vi: "không áp dụng cho biện pháp khẩn cấp tạm thời", en: "not for interim measures" },
  },
];

const verification = {
  mode: "duty",
  owner: "enforcer",
  metBy: [happened("conditions-verified")],
  direction: "after",
} as const;

const firstVerification = {
  ...verification,
  series: "VERIFY_FIRST",
  starts: [{ endOf: "VOLUNTARY_PERIOD" }],
  excusedBy: [happened("debtor-complied"), ...standstill],
  when: { not: { fact: "interim" } },
} as const;

const repeatedVerification = {
  ...verification,
  series: "VERIFY_REPEAT",
  starts: [happened("conditions-verified")],
  excusedBy: [...standstill, decided("resumption"), happened("debtor-complied")],
  // Prison for two years or more, or an unknown address: 12 months, under VERIFY_REPEAT_LONG.
  when: {
    all: [{ fact: "not-yet-executable" }, { not: { any: [{ fact: "in-prison" }, { fact: "address-unknown" }] } }],
  },
  term: { unit: "month", length: 6 },
  confidence: "V",
} as const;

const verifications: readonly RuleVersion[] = [
  {
    ...firstVerification,
    ...l2008,
    term: calendarDays(10),
    citation: cite("26/2008/QH12", "44(1)"),
    confidence: "V",
  },
  {
    ...firstVerification,
    ...l2025,
    term: calendarDays(9),
    citation: cite("106/2025/QH15", "37(1)"),
    confidence: "V*",
    note: {
      vi: "bản đã đọc ghi “09 ngày”; cần đối chiếu Công báo",
      en: "the copy reads “09 ngày”; confirm against Công báo",
    },
  },
  { ...repeatedVerification, ...l2008, citation: cite("26/2008/QH12", "44(2)") },
  { ...repeatedVerification, ...l2025, citation: cite("106/2025/QH15", "38(3)") },
];

const classification = {
  series: "NO_CONDITION_DECISION",
  mode: "duty",
  owner: "agency-head",
  starts: [happened("no-condition-ground-established")],
  metBy: [decided("not-yet-executable")],
  excusedBy: [happened("debtor-complied"), ...standstill],
  term: workingDays(5),
  direction: "after",
  confidence: "V",
} as const;

const publication = {
  series: "NO_CONDITION_PUBLISH",
  mode: "duty",
  owner: "agency",
  starts: [decided("not-yet-executable")],
  metBy: [happened("no-condition-published")],
  excusedBy: [decided("withdrawal", "annulment", "resumption", "termination"), happened("case-ended")],
  term: workingDays(5),
  direction: "after",
  confidence: "V",
} as const;

const notYetExecutable: readonly RuleVersion[] = [
  { ...classification, ...d62, citation: cite("62/2015/NĐ-CP", "9(4)") },
  { ...classification, ...l2025, citation: cite("106/2025/QH15", "38(1)") },
  { ...publication, ...d62, citation: cite("62/2015/NĐ-CP", "11(1)") },
  { ...publication, ...l2025, citation: cite("152/2026/NĐ-CP", "23(1)") },
];

export const verifyingLimits: readonly RuleVersion[] = [...voluntaryPeriods, ...verifications, ...notYetExecutable];
