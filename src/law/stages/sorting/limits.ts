/**
 * Rules for a case not yet executable: the decision, its publication, the separate book, the return of the request.
 *
 * Law 26/2008: decision in 5 working days from the ground (44a, D62/2015 9(4)), publication in 5 (D62/2015 11), 3 to move the case to
 * the separate book.
 * Law 106/2025: decision in 5 working days, on eight grounds (38(1)); the request is returned after 2 years (38(4)), with notice to
 * the procuracy (D152/2026 22(2)).
 */

import type { RuleVersion, Start } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import { d62, duty, goesOn, l2025, standstill, workingDays } from "../phrases.ts";
import { answered, decided, happened, sent } from "../../act-day.ts";

const classification = {
  series: "NO_CONDITION_DECISION",
  ...duty,
  owner: "agency-head",
  starts: [happened("no-condition-ground-established")],
  metBy: [decided("not-yet-executable")],
  excusedBy: [happened("debtor-complied"), happened("conditions-verified", { result: ["executable"] }), ...standstill],
  accuses: {
    all: [
      goesOn,
      { not: { done: happened("money-collected"), by: "due" } },
      // A ground that arises again while the decision stands needs no second one.
      { not: { done: decided("not-yet-executable"), by: "before" } },
    ],
  },
  term: workingDays(5),
} as const;

const publication = {
  series: "NO_CONDITION_PUBLISH",
  ...duty,
  owner: "agency",
  starts: [decided("not-yet-executable")],
  metBy: [happened("no-condition-published")],
  excusedBy: [decided("withdrawal", "annulment", "resumption", "termination"), happened("case-ended")],
  term: workingDays(5),
} as const;

const published = happened("no-condition-published");
const eachPublished = { ...published, by: "start" } as const;

const update = {
  series: "NO_CONDITION_UPDATE",
  ...duty,
  owner: "agency",
  starts: [answered("debtor-details-changed")],
  metBy: [happened("no-condition-updated")],
  excusedBy: [happened("no-condition-unpublished"), happened("case-ended")],
  when: { done: published, by: "start" },
  term: workingDays(3),
} as const;

const over = (decisions: readonly string[]): readonly Start[] => [
  { ...decided(...decisions), each: eachPublished },
  { ...happened("case-ended", { by: ["completion"] }), each: eachPublished },
];

const removal = {
  series: "NO_CONDITION_UNPUBLISH",
  ...duty,
  owner: "agency",
  metBy: [happened("no-condition-unpublished")],
  early: true,
} as const;

const sorted: readonly RuleVersion[] = [
  { ...classification, ...d62, citation: cite("62/2015/NĐ-CP", "9(4)") },
  { ...classification, ...l2025, citation: cite("106/2025/QH15", "38(1)") },
  { ...publication, ...d62, citation: cite("62/2015/NĐ-CP", "11(1)") },
  { ...publication, ...l2025, citation: cite("152/2026/NĐ-CP", "23(1)") },
  { ...update, ...d62, citation: cite("62/2015/NĐ-CP", "11(2)") },
  { ...update, ...l2025, citation: cite("152/2026/NĐ-CP", "23(2)", "D152/2026 Art.23") },
  { ...removal, ...d62, starts: over(["termination"]), term: workingDays(2), citation: cite("62/2015/NĐ-CP", "11(3)") },
  {
    ...removal,
    ...l2025,
    starts: over(["termination", "resumption", "withdrawal"]),
    // Only the withdrawal of the not-yet-executable decision itself takes its publication down, and no resumption after a halt.
    when: {
      all: [
        { any: [{ not: { trait: "decision", among: ["withdrawal"] } }, { answers: decided("not-yet-executable") }] },
        { not: { answers: answered("resumption-ground-established") } },
        { not: { answers: decided("postponement", "suspension") } },
      ],
    },
    term: workingDays(3),
    citation: cite("152/2026/NĐ-CP", "23(2)", "D152/2026 Art.23"),
  },
];

const setAside: readonly RuleVersion[] = [
  {
    ...d62,
    series: "SEPARATE_BOOK",
    ...duty,
    owner: "agency",
    starts: [answered("ground-established", { for: ["separate-book"] })],
    metBy: [happened("moved-to-separate-book")],
    excusedBy: [happened("debtor-complied"), decided("resumption", "termination"), happened("case-ended")],
    term: workingDays(3),
    citation: cite("62/2015/NĐ-CP", "9(5)"),
  },
  {
    ...l2025,
    series: "RETURN_REQUEST",
    mode: "ban",
    owner: "agency",
    starts: [decided("not-yet-executable")],
    metBy: [happened("request-returned"), happened("moved-to-separate-book")],
    term: { unit: "year", length: 2 },
    direction: "not_before",
    citation: citeTogether("Art.38(4); D152/2026 Art.22", ["106/2025/QH15", "38(4)"], ["152/2026/NĐ-CP", "22"]),
    confidence: "V",
    note: {
      vi: "gửi lại yêu cầu; việc chủ động thi hành thì chuyển sổ theo dõi riêng",
      en: "the request is returned; own-motion cases move to the separate book",
    },
  },
  {
    ...l2025,
    series: "SEND_RETURN_REQUEST_VKS",
    ...duty,
    owner: "agency",
    starts: [happened("request-returned")],
    metBy: [sent("return-notice-sent-to-procuracy")],
    term: { unit: "no_limit_stated" },
    citation: cite("152/2026/NĐ-CP", "22(2)"),
    note: {
      vi: "không có số ngày; chỉ xử lý như SEND_DECISION_VKS khi người phụ trách nghiệp vụ đồng ý",
      en: "obligation without a number; treat with SEND_DECISION_VKS only if the domain owner agrees",
    },
  },
];

export const sortingLimits: readonly RuleVersion[] = [...sorted, ...setAside];
